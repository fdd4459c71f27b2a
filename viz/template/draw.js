// Nodes and edges → vis-network. Positions come from the page; edges of one pair are bent apart.

const ground = document.documentElement;
const colour = (name) => getComputedStyle(ground).getPropertyValue(`--${name}`).trim();
let palette = {};
const readPalette = () => {
  for (const name of ["ground", "ink", "soft", "node", "accent"]) palette[name] = colour(name);
  for (let i = 1; i <= told.look.groups; i++) palette[`group ${i}`] = colour(`group-${i}`);
  for (const name of RELATIONS) palette[`of ${name}`] = colour(told.look.relations[name].slug);
};

function faded(hex, part) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  return `rgba(${r},${g},${b},${part})`;
}

const BEND = 0.16;
// How far an edge is bent: its place among the edges of its pair, counted from the pair's first node.
for (const { edges: beside } of pairs.values()) {
  beside.forEach((e, place) => {
    const bend = (place - (beside.length - 1) / 2) * BEND;
    e.bend = e.source.index <= e.target.index ? bend : -bend;
    e.loop = e.source === e.target ? place : null;
  });
}

// Marks and lines keep their size on the screen, whatever the scale: `unit` is what one of their pixels measures there.
let unit = 1;
let fine = 1; // how thin lines are, where they are many
const radius = (n) => n.size * unit;
const thickness = (e) => (e.width * fine + (state.edge === e ? 2 : 0)) * unit;

// Denied is pale, and so is what is only planned or possible; the past is paler; what is out of focus is hardly seen.
function edgeInk(e) {
  const away = focused && !focused.edges.has(e);
  return { color: palette[`of ${e.relation}`], opacity: away ? 0.1 : (e.negated ? 0.5 : 1) * (e.actual ? 1 : 0.6) * (isPast(e) ? 0.35 : 1) };
}

// How a mark is filled and rimmed; a ring is filled with the ground, as towns are drawn on maps.
function nodeInk(n) {
  const away = focused && !focused.nodes.has(n);
  const ink = away ? faded(palette.node, 0.18) : tintOf(n);
  const ring = told.look.kinds[n.kind].shape === "ring";
  const chosen = state.node === n;
  return { fill: ring ? palette.ground : ink, rim: chosen ? palette.accent : ring ? ink : palette.ground, wide: chosen ? 4 : ring ? 2.5 : 1 };
}

// Thick lines have longer dashes, so that they still look dashed and not like beads.
const dashOf = (e) => told.look.relations[e.relation].dash.map((length) => length * Math.max(1, e.width / 2.5) * fine * unit);

// vis-network keeps the places, the view, the pointer and the layout let loose; lines and marks are painted by paint.js.
const OPTIONS = {
  autoResize: true,
  physics: { enabled: false, stabilization: false, solver: "forceAtlas2Based" },
  layout: { improvedLayout: false },
  interaction: { hover: false, selectConnectedEdges: false, keyboard: false },
  nodes: { chosen: false, font: { size: 0 }, shape: "dot" },
  edges: { chosen: false, smooth: false },
};

let network, nodeData, edgeData;

// On a screen that is wider than the drawing, the drawing is drawn out sideways: names get room for their labels.
const WIDEST = 1.6;
let wider = 1;
function drawOut(place) {
  const tied = nodes.filter((n) => n.part === 0);
  const [wide, high] = ["x", "y"].map((axis) => tied.slice(0, FIRST).map((n) => n[axis])).map((all) => Math.max(...all) - Math.min(...all));
  if (high > 0) wider = Math.min(Math.max(((place.clientWidth - RIM_WIDE) / (place.clientHeight - RIM_HIGH)) * (high / Math.max(wide, 1)), 1), WIDEST);
  for (const n of tied) n.x *= wider;
}

function startDrawing(place) {
  readPalette();
  drawOut(place);
  nodeData = new vis.DataSet(nodes.map((n) => ({ id: n.id, x: n.x, y: n.y })));
  edgeData = new vis.DataSet(edges.map((e) => ({ id: e.id, from: e.from, to: e.to })));
  network = new vis.Network(place, { nodes: nodeData, edges: edgeData }, OPTIONS);
  for (const n of nodes) n.spot = network.body.nodes[n.id];
  takeOverPainting();
  takeOverMoving();
  takeOverPointing();
}

// After a choice of colours: sort what is drawn by its ink, and paint.
// A large graph is painted once, in the next frame, whatever else moves the view until then.
function redraw() {
  sortByInk();
  if (heavy()) network.body.emitter.emit("_requestRedraw"); else network.redraw();
}

// After a filter or another number of names: find what is drawn and where, then paint.
function drawAnew() {
  findDrawn();
  placeMargin();
  measure();
  redraw();
}

// Where the middle of an edge is, and its direction there: for strikes, marks and the SVG.
const at = (n) => n.spot;
function bow(e) {
  const [a, b] = [at(e.source), at(e.target)];
  if (e.loop !== null) return null;
  if (e.bend === 0) return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const [dx, dy] = [b.x - a.x, a.y - b.y];
  const reach = 0.5 + Math.abs(e.bend) / 2;
  const angle = Math.atan2(dy, dx) + (0.5 + e.bend / 2) * Math.PI;
  const far = Math.hypot(dx, dy) * reach;
  return { x: a.x + far * Math.sin(angle), y: a.y + far * Math.cos(angle) };
}

function middle(e) {
  const [a, b, via] = [at(e.source), at(e.target), bow(e)];
  if (!via) return null;
  return { x: (a.x + 2 * via.x + b.x) / 4, y: (a.y + 2 * via.y + b.y) / 4, angle: Math.atan2(b.y - a.y, b.x - a.x) };
}

// A line to oneself is a circle beside the mark; each next one stands a quarter of a turn farther.
const loopAngle = (e) => Math.PI / 4 + (e.loop || 0) * (Math.PI / 2);
function loopOf(e) {
  const r = (9 + e.source.size / 2) * unit;
  const far = radius(e.source) + r * 0.6;
  return { x: at(e.source).x + far * Math.cos(loopAngle(e)), y: at(e.source).y - far * Math.sin(loopAngle(e)), r };
}

// Where an arrow's tip stands: `end` is the part of the curve before it.
function tipOf(e) {
  const [a, b, via] = [at(e.source), at(e.target), bow(e)];
  const on = (t) => ({ x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * via.x + t ** 2 * b.x, y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * via.y + t ** 2 * b.y });
  const gap = radius(e.target) + 2 * unit;
  let [low, end] = [0, 1];
  for (let i = 0; i < 9; i++) {
    const t = (low + end) / 2;
    const { x, y } = on(t);
    if (Math.hypot(x - b.x, y - b.y) > gap) low = t; else end = t;
  }
  const [tip, near] = [on(low), on(Math.max(0, low - 0.03))];
  return { end: low, tip, turn: { x: a.x + (via.x - a.x) * low, y: a.y + (via.y - a.y) * low }, angle: Math.atan2(tip.y - near.y, tip.x - near.x) };
}
const arrowSize = (e) => (4 + 0.8 * e.width * fine) * unit;

// A denied relation is struck through, by two short bars across its middle.
function strikes(e) {
  const m = middle(e);
  if (!m) return [];
  const [along, across] = [3.5 * unit, 8 * unit];
  return [-along, along].map((shift) => {
    const [x, y] = [m.x + shift * Math.cos(m.angle), m.y + shift * Math.sin(m.angle)];
    const slant = m.angle + Math.PI * 0.62;
    const [dx, dy] = [across * Math.cos(slant), across * Math.sin(slant)];
    return [x - dx, y - dy, x + dx, y + dy];
  });
}

// A contested pair, together here and against each other there, stands on a pale band.
const contestedPairs = [...pairs.values()].filter((pair) => pair.contested);
