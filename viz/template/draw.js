// Nodes and edges → vis-network. Positions come from the page; edges of one pair are bent apart.

const ground = document.documentElement;
const colour = (name) => getComputedStyle(ground).getPropertyValue(`--${name}`).trim();
let palette = {};
const readPalette = () => {
  for (const name of ["ground", "ink", "soft", "node", "accent"]) palette[name] = colour(name);
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

// Where the whole is seen from afar, marks and lines are drawn larger than their scale, so that they can be seen.
let swell = 1;
const radius = (n) => n.size + 5 * (swell - 1);
const thickness = (e) => e.width * (1 + 0.5 * (swell - 1));
const swellFor = (scale) => Math.round(Math.min(Math.max(0.8 / scale, 1), 5) * 10) / 10;

function nodeStyle(n) {
  const away = focused && !focused.nodes.has(n);
  const ink = away ? faded(palette.node, 0.18) : palette.node;
  const ring = told.look.kinds[n.kind].shape === "ring";
  const chosen = state.node === n;
  return {
    id: n.id, hidden: !n.visible,
    color: { background: ring ? palette.ground : ink, border: chosen ? palette.accent : ring ? ink : palette.ground },
    borderWidth: chosen ? 4 : ring ? 2.5 : 1,
  };
}

// Denied is pale, and so is what is only planned or possible; the past is paler; what is out of focus is hardly seen.
function edgeInk(e) {
  const away = focused && !focused.edges.has(e);
  return { color: palette[`of ${e.relation}`], opacity: away ? 0.1 : (e.negated ? 0.5 : 1) * (e.actual ? 1 : 0.6) * (isPast(e) ? 0.35 : 1) };
}

function edgeStyle(e) {
  const { color, opacity } = edgeInk(e);
  const chosen = state.edge === e ? 2 : 0;
  return { id: e.id, hidden: !e.visible, color: { color: faded(color, opacity), inherit: false }, width: thickness(e) + chosen };
}

// Thick lines have longer dashes, so that they still look dashed and not like beads.
const dashOf = (e) => told.look.relations[e.relation].dash.map((length) => length * Math.max(1, thickness(e) / 2.5));

function edgeShape(e) {
  const bent = e.bend !== 0 && e.loop === null;
  return {
    from: e.from, to: e.to, title: clean(`${short(capital(e.source), 64)} ${verb(e)} ${short(phrase(e.target), 64)}`),
    dashes: dashOf(e).length ? dashOf(e) : false,
    smooth: bent ? { enabled: true, type: e.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(e.bend) } : false,
    arrows: e.symmetric ? "" : { to: { enabled: true, scaleFactor: (0.35 + 0.9 / (1 + e.width)) * Math.sqrt(swell) } },
    selfReference: { size: 18 + radius(e.source) / 2, angle: Math.PI / 4 + (e.loop || 0) * (Math.PI / 2) },
  };
}

function nodeShape(n) {
  const { shape, label } = told.look.kinds[n.kind];
  return { x: n.x, y: n.y, shape: shape === "ring" ? "dot" : shape, size: radius(n), title: `${short(n.name, 80)}, ${label}` };
}

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false, stabilization: false, solver: "forceAtlas2Based" },
  layout: { improvedLayout: false },
  interaction: { hover: false, tooltipDelay: 120, selectConnectedEdges: false, keyboard: false, hideEdgesOnDrag: edges.length > 4000 },
  nodes: { chosen: false, font: { size: 0 } },
  edges: { chosen: false, arrowStrikethrough: false, endPointOffset: { to: 2 } },
};

let network, nodeData, edgeData;

function startDrawing(place) {
  readPalette();
  nodeData = new vis.DataSet(nodes.map((n) => ({ ...nodeShape(n), ...asTold(nodeStyle(n)) })));
  edgeData = new vis.DataSet(edges.map((e) => ({ ...edgeShape(e), ...asTold(edgeStyle(e)) })));
  network = new vis.Network(place, { nodes: nodeData, edges: edgeData }, OPTIONS);
  network.on("beforeDrawing", (pen) => drawMarksBelow(pen));
  network.on("afterDrawing", (pen) => { drawStrikes(pen); drawLabels(pen); });
}

// Tell vis-network only what has changed: telling it all takes longer than drawing it.
const lastTold = new Map();
function asTold(style) {
  lastTold.set(style.id, JSON.stringify(style));
  return style;
}

function reshape() {
  nodeData.update(nodes.map((n) => ({ id: n.id, size: radius(n) })));
  edgeData.update(edges.map((e) => ({ ...edgeShape(e), ...asTold(edgeStyle(e)) })));
}

function redraw() {
  const news = (things, style) => things.map(style).filter((now) => {
    if (lastTold.get(now.id) === JSON.stringify(now)) return false;
    return asTold(now);
  });
  const [changedNodes, changedEdges] = [news(nodes, nodeStyle), news(edges, edgeStyle)];
  if (changedNodes.length) nodeData.update(changedNodes);
  if (changedEdges.length) edgeData.update(changedEdges);
  network.redraw();
}

// Where the middle of an edge is, and its direction there: for strikes, marks and the SVG.
const at = (n) => network.body.nodes[n.id];
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

// A denied relation is struck through, by two short bars across its middle.
function strikes(e) {
  const m = middle(e);
  if (!m) return [];
  const [along, across] = [3.5 * swell, 8 * swell];
  return [-along, along].map((shift) => {
    const [x, y] = [m.x + shift * Math.cos(m.angle), m.y + shift * Math.sin(m.angle)];
    const slant = m.angle + Math.PI * 0.62;
    const [dx, dy] = [across * Math.cos(slant), across * Math.sin(slant)];
    return [x - dx, y - dy, x + dx, y + dy];
  });
}

function drawStrikes(pen) {
  pen.save();
  pen.lineWidth = 2 * swell;
  for (const e of edges) {
    if (!e.visible || !e.negated) continue;
    pen.strokeStyle = faded(palette[`of ${e.relation}`], focused && !focused.edges.has(e) ? 0.15 : 1);
    for (const [x1, y1, x2, y2] of strikes(e)) {
      pen.beginPath();
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
      pen.stroke();
    }
  }
  pen.restore();
}

// A contested pair, together here and against each other there, stands on a pale band.
function drawMarksBelow(pen) {
  pen.save();
  pen.lineCap = "round";
  for (const pair of contestedPairs) {
    if (!contestedNow(pair)) continue;
    const [a, b] = [at(pair.edges[0].source), at(pair.edges[0].target)];
    pen.strokeStyle = faded(palette.soft, focused && !pair.edges.some((e) => focused.edges.has(e)) ? 0.05 : 0.16);
    pen.lineWidth = 26 + 8 * swell;
    pen.beginPath();
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
    pen.stroke();
  }
  pen.restore();
}
const contestedPairs = [...pairs.values()].filter((pair) => pair.contested);
