// Names beside their marks, at one size on the screen whatever the scale, never over one another.
// The strongest names are placed first; what finds no room comes up when the reader zooms in.

const LETTERS = "500 12.5px system-ui, -apple-system, 'Segoe UI', sans-serif";
const SIZE = 12.5;
const widths = new Map();
let labelsShown = [];

// The pen must have the letters of the labels.
function widthOf(pen, text) {
  if (!widths.has(text)) widths.set(text, pen.measureText(text).width);
  return widths.get(text);
}

// Boxes already taken, kept by squares of the view so that a look-up touches few of them. A box outside is not free.
const SQUARE = 48;
class Taken {
  constructor(wide, high) {
    [this.wide, this.high] = [wide, high];
    [this.across, this.down] = [Math.ceil((2 * wide) / SQUARE) + 1, Math.ceil((2 * high) / SQUARE) + 1];
    this.squares = new Array(this.across * this.down);
  }

  bounds([x1, y1, x2, y2]) {
    const square = (value, half, most) => Math.min(Math.max(Math.floor((value + half) / SQUARE), 0), most - 1);
    return [square(x1, this.wide, this.across), square(y1, this.high, this.down), square(x2, this.wide, this.across), square(y2, this.high, this.down)];
  }

  add(box) {
    const [left, top, right, bottom] = this.bounds(box);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) (this.squares[y * this.across + x] ??= []).push(box);
    }
  }

  free(box) {
    const [x1, y1, x2, y2] = box;
    if (x1 < -this.wide || x2 > this.wide || y1 < -this.high || y2 > this.high) return false;
    const [left, top, right, bottom] = this.bounds(box);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        for (const b of this.squares[y * this.across + x] || []) if (x1 < b[2] && x2 > b[0] && y1 < b[3] && y2 > b[1]) return false;
      }
    }
    return true;
  }
}

// Choose the labels to show for the present view; x and y are on the screen, from the middle of the view.
// A label keeps clear of every mark and of every other label; so the strongest names are tried first, and of very many
// that stand in view only the first.
const TRIED = 1500;
const SURE = 12; // so many of the strongest look for room farther off as well, with a thin line to their mark
const FAR = 9;

// The chosen name, or the ends of the chosen line: they are labelled before all others, if need be a little farther off.
const isMeant = (n) => n === state.node || n === state.edge?.source || n === state.edge?.target;

function placeLabels(pen) {
  const [wide, high] = [graph.clientWidth / 2, graph.clientHeight / 2];
  const taken = new Taken(wide, high);
  const labels = [];
  const spots = spotsInView(network.getScale(), network.getViewPosition(), wide, high);
  for (const { box } of spots) taken.add(box);
  pen.font = LETTERS;
  for (const spot of spots.slice(0, TRIED)) {
    if (spot.away) continue;
    const text = short(spot.n.name, 26);
    const box = around(spot, widthOf(pen, text), isMeant(spot.n) || spot.n.index < SURE ? 6 : 1).find((one) => taken.free(one));
    if (!box) continue;
    taken.add(box);
    labels.push({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, box, text, node: spot.n, hint: hintTo(box, spot) });
  }
  return labels;
}

// From a label that stands off its mark, the way to it.
function hintTo([x1, y1, x2, y2], { x, y, r }) {
  const [nearX, nearY] = [Math.min(Math.max(x, x1), x2), Math.min(Math.max(y, y1), y2)];
  return Math.hypot(nearX - x, nearY - y) - r > FAR ? [nearX, nearY, x, y] : null;
}

function spotsInView(scale, view, wide, high) {
  const spots = [];
  for (const n of nodes) {
    if (!n.drawn) continue;
    const [x, y, r] = [(at(n).x - view.x) * scale, (at(n).y - view.y) * scale, radius(n) * scale + 1];
    if (Math.abs(x) > wide + 20 || Math.abs(y) > high + 20) continue;
    spots.push({ n, x, y, r, box: [x - r, y - r, x + r, y + r], away: focused && !focused.nodes.has(n) });
  }
  return spots.sort((a, b) => isMeant(b.n) - isMeant(a.n) || a.n.index - b.n.index);
}

// The boxes that a label may take: below, above, right, left of its mark, then aslant; and in wider rings.
function around({ x, y, r }, width, rings) {
  const [w, h] = [width / 2 + 3, SIZE / 2 + 2];
  const places = [];
  for (let ring = 0; ring < rings; ring++) {
    const [far, side, slant] = [r + h + 1 + ring * SIZE / 2, r + w + 1 + ring * SIZE, r * 0.7 + h + ring * SIZE / 2];
    places.push([x, y + far], [x, y - far], [x + side, y], [x - side, y],
      [x + w + r * 0.5, y + slant], [x - w - r * 0.5, y + slant], [x + w + r * 0.5, y - slant], [x - w - r * 0.5, y - slant]);
  }
  return places.map(([cx, cy]) => [cx - w, cy - h, cx + w, cy + h]);
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
  pen.strokeStyle = palette.soft;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { hint } of labelsShown) {
    if (!hint) continue;
    pen.moveTo(hint[0], hint[1]);
    pen.lineTo(hint[2], hint[3]);
  }
  pen.stroke();
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
