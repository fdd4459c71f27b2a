// Names beside their marks, at one size on the screen whatever the scale, never over one another.
// The strongest names are placed first; what finds no room comes up when the reader zooms in.

const LETTERS = "500 12.5px system-ui, -apple-system, 'Segoe UI', sans-serif";
const SIZE = 12.5;
const widths = new Map();
let labelsShown = [];

function widthOf(pen, text) {
  if (!widths.has(text)) {
    pen.font = LETTERS;
    widths.set(text, pen.measureText(text).width);
  }
  return widths.get(text);
}

// Boxes already taken, kept by squares of the screen so that a look-up touches few of them.
class Taken {
  constructor() { this.squares = new Map(); }

  *keys([x1, y1, x2, y2]) {
    for (let x = Math.floor(x1 / 64); x <= Math.floor(x2 / 64); x++) {
      for (let y = Math.floor(y1 / 64); y <= Math.floor(y2 / 64); y++) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (this.squares.has(key)) this.squares.get(key).push(box);
      else this.squares.set(key, [box]);
    }
  }

  free([x1, y1, x2, y2], own) {
    for (const key of this.keys([x1, y1, x2, y2])) {
      for (const b of this.squares.get(key) || []) {
        if (b !== own && x1 < b[2] && x2 > b[0] && y1 < b[3] && y2 > b[1]) return false;
      }
    }
    return true;
  }
}

// Choose the labels to show for the present view; x and y are on the screen, from the middle of the view.
// A label keeps clear of all marks; one of the strongest, where it finds no such room, of the stronger marks only.
const SURE = 40;

function placeLabels(pen) {
  const scale = network.getScale();
  const view = network.getViewPosition();
  const [wide, high] = [network.canvas.frame.clientWidth / 2, network.canvas.frame.clientHeight / 2];
  const inView = ([x1, y1, x2, y2]) => x1 > -wide && x2 < wide && y1 > -high && y2 < high;
  const [marks, strong, labels] = [new Taken(), new Taken(), []];
  const spots = spotsInView(scale, view, wide, high);
  for (const spot of spots) if (!spot.away) marks.add(spot.box);
  for (const spot of spots) {
    if (spot.away) continue;
    strong.add(spot.box);
    const text = short(spot.n.name, 26);
    const boxes = around(spot, widthOf(pen, text)).filter(inView);
    const clear = (taken) => boxes.find((box) => taken.free(box, spot.box));
    const box = clear(marks) || (spot.n === state.node || labels.length < SURE ? clear(strong) : null);
    if (!box) continue;
    marks.add(box);
    strong.add(box);
    labels.push({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, box, text, node: spot.n });
  }
  return labels;
}

function spotsInView(scale, view, wide, high) {
  const spots = [];
  for (const n of nodes) {
    if (!n.visible) continue;
    const [x, y, r] = [(at(n).x - view.x) * scale, (at(n).y - view.y) * scale, radius(n) * scale];
    if (Math.abs(x) > wide + 20 || Math.abs(y) > high + 20) continue;
    spots.push({ n, x, y, r, box: [x - r, y - r, x + r, y + r], away: focused && !focused.nodes.has(n) });
  }
  return spots.sort((a, b) => (b.n === state.node) - (a.n === state.node) || a.n.index - b.n.index);
}

// The boxes that a label may take: below, above, right, left of its mark.
function around({ x, y, r }, width) {
  const [w, h, gap] = [width / 2 + 3, SIZE / 2 + 2, r + SIZE / 2 + 4];
  return [[x, y + gap], [x, y - gap], [x + r + w + 2, y], [x - r - w - 2, y]]
    .map(([cx, cy]) => [cx - w, cy - h, cx + w, cy + h]);
}

function drawLabels(pen) {
  const scale = network.getScale();
  const view = network.getViewPosition();
  labelsShown = placeLabels(pen);
  pen.save();
  pen.translate(view.x, view.y);
  pen.scale(1 / scale, 1 / scale);
  pen.font = LETTERS;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = faded(palette.ground, 0.9);
  pen.fillStyle = palette.ink;
  for (const { text, x, y } of labelsShown) {
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  }
  pen.restore();
}

// The node whose label lies under a point of the screen (from the middle of the view).
const labelAt = (x, y) => labelsShown.find(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3])?.node;
