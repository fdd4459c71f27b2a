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
function placeLabels(pen) {
  const scale = network.getScale();
  const view = network.getViewPosition();
  const [wide, high] = [network.canvas.frame.clientWidth / 2, network.canvas.frame.clientHeight / 2];
  const taken = new Taken();
  const spots = [];
  for (const n of nodes) {
    if (!n.visible) continue;
    const [x, y, r] = [(at(n).x - view.x) * scale, (at(n).y - view.y) * scale, n.size * scale];
    if (Math.abs(x) > wide + 150 || Math.abs(y) > high + 50) continue;
    const box = [x - r, y - r, x + r, y + r];
    taken.add(box);
    spots.push({ n, x, y, r, box, rank: n === state.node ? 0 : !focused ? 1 : focused.nodes.has(n) ? 1 : 2 });
  }
  spots.sort((a, b) => a.rank - b.rank || a.n.index - b.n.index);
  const labels = [];
  for (const spot of spots) {
    if (spot.rank === 2) continue;
    const text = short(spot.n.name, 26);
    const label = around(spot, widthOf(pen, text), (box) => taken.free(box, spot.box));
    if (!label) continue;
    taken.add(label.box);
    labels.push({ ...label, text, node: spot.n });
  }
  return labels;
}

function around({ x, y, r }, width, free) {
  const [w, h, gap] = [width / 2 + 3, SIZE / 2 + 2, r + SIZE / 2 + 4];
  const spots = [[x, y + gap], [x, y - gap], [x + r + w + 2, y], [x - r - w - 2, y]];
  for (const [cx, cy] of spots) {
    const box = [cx - w, cy - h, cx + w, cy + h];
    if (free(box)) return { x: cx, y: cy, box };
  }
  return null;
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
