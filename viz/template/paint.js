// What is drawn → strokes on the canvas, in batches of one ink: vis-network's own way, one line at a time, takes far longer.

const BAND = 16;
let batches = [];
let markBatches = [];

// Sort lines and marks by their ink; the pale ones, out of focus, come first and so lie below.
function sortByInk() {
  forgetPicture();
  const byInk = new Map();
  for (const e of edges) {
    if (!e.drawn) continue;
    const { color, opacity } = edgeInk(e);
    const key = `${e.relation}|${opacity}|${Math.round(e.width * 2)}|${state.edge === e}`;
    if (!byInk.has(key)) byInk.set(key, { ink: faded(color, opacity), opacity, first: e, edges: [] });
    byInk.get(key).edges.push(e);
  }
  batches = [...byInk.values()].sort((a, b) => a.opacity - b.opacity || thickness(a.first) - thickness(b.first));
  const byMark = new Map();
  for (const n of nodes) {
    if (!n.drawn) continue;
    const ink = nodeInk(n);
    const key = `${n.kind}|${ink.fill}|${ink.rim}|${ink.wide}`;
    if (!byMark.has(key)) byMark.set(key, { ...ink, shape: told.look.kinds[n.kind].shape, away: Boolean(focused && !focused.nodes.has(n)), nodes: [] });
    byMark.get(key).nodes.push(n);
  }
  markBatches = [...byMark.values()].sort((a, b) => b.away - a.away || a.wide - b.wide);
}

function takeOverPainting() {
  const { renderer } = network;
  renderer._drawEdges = paintLines;
  renderer._drawNodes = (pen) => { paintMarks(pen); return {}; };
  renderer._drawArrows = paintStrikes;
  renderer._resizeNodes = () => {};
  network.on("beforeDrawing", (pen) => { measureUnit(); paintBands(pen); });
  network.on("afterDrawing", drawLabels);
}

// The part of the drawing that is on the screen, with a rim.
function viewBox() {
  const [a, b] = [network.DOMtoCanvas({ x: -30, y: -30 }), network.DOMtoCanvas({ x: graph.clientWidth + 30, y: graph.clientHeight + 30 })];
  return { left: a.x, top: a.y, right: b.x, bottom: b.y };
}

function offScreen(e, view) {
  const [a, b] = [e.source.spot, e.target.spot];
  const rim = e.loop === null ? Math.abs(e.bend) * (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) : 4 * radius(e.source);
  return Math.max(a.x, b.x) + rim < view.left || Math.min(a.x, b.x) - rim > view.right
    || Math.max(a.y, b.y) + rim < view.top || Math.min(a.y, b.y) - rim > view.bottom;
}

// Of very many lines in view neither dashes nor arrows can be told apart, and painting them takes most of the time.
const PLAIN_FROM = 1200;

function paintLines(pen) {
  const view = viewBox();
  const inView = batches.map(({ edges: alike }) => alike.filter((e) => !offScreen(e, view)));
  const plain = inView.reduce((sum, alike) => sum + alike.length, 0) > PLAIN_FROM;
  pen.save();
  batches.forEach(({ ink, first }, i) => {
    pen.strokeStyle = pen.fillStyle = ink;
    pen.lineWidth = thickness(first);
    pen.setLineDash(plain ? [] : dashOf(first));
    const arrows = [];
    pen.beginPath();
    for (const e of inView[i]) traceLine(pen, e, plain ? null : arrows);
    pen.stroke();
    pen.beginPath();
    for (const [e, tip] of arrows) traceArrow(pen, tip, arrowSize(e));
    pen.fill();
  });
  pen.restore();
}

function traceLine(pen, e, arrows) {
  const [a, b] = [e.source.spot, e.target.spot];
  if (e.loop !== null) {
    const { x, y, r } = loopOf(e);
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
  } else if (e.symmetric || !arrows) {
    pen.moveTo(a.x, a.y);
    if (e.bend) { const via = bow(e); pen.quadraticCurveTo(via.x, via.y, b.x, b.y); } else pen.lineTo(b.x, b.y);
  } else {
    const end = tipOf(e);
    arrows.push([e, end]);
    pen.moveTo(a.x, a.y);
    pen.quadraticCurveTo(end.turn.x, end.turn.y, end.tip.x, end.tip.y);
  }
}

function traceArrow(pen, { tip, angle }, size) {
  pen.moveTo(tip.x, tip.y);
  for (const turnBy of [0.38, -0.38]) pen.lineTo(tip.x - size * 1.6 * Math.cos(angle + turnBy), tip.y - size * 1.6 * Math.sin(angle + turnBy));
  pen.closePath();
}

// `done` is a part of the drawing whose marks are painted already.
function paintMarks(pen, done = null) {
  const view = viewBox();
  const inside = (box, { x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  pen.save();
  for (const { fill, rim, wide, shape, nodes: alike } of markBatches) {
    pen.beginPath();
    for (const n of alike) {
      const { x, y } = n.spot;
      if (inside(view, n.spot) && !(done && inside(done, n.spot))) traceMark(pen, shape, x, y, radius(n));
    }
    pen.fillStyle = fill;
    pen.fill();
    pen.strokeStyle = rim;
    pen.lineWidth = wide * unit;
    pen.stroke();
  }
  pen.restore();
}

function traceMark(pen, shape, x, y, r) {
  if (!CORNERS[shape]) {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  CORNERS[shape](r).forEach(([dx, dy], i) => { if (i) pen.lineTo(x + dx, y + dy); else pen.moveTo(x + dx, y + dy); });
  pen.closePath();
}

function paintStrikes(pen) {
  pen.save();
  pen.lineWidth = 2 * unit;
  for (const e of edges) {
    if (!e.drawn || !e.negated) continue;
    pen.strokeStyle = faded(palette[`of ${e.relation}`], focused && !focused.edges.has(e) ? 0.15 : 1);
    pen.beginPath();
    for (const [x1, y1, x2, y2] of strikes(e)) {
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
    }
    pen.stroke();
  }
  pen.restore();
}

const bandInk = (pair) => (focused && !pair.edges.some((e) => focused.edges.has(e)) ? 0.05 : 0.16);

function paintBands(pen) {
  pen.save();
  pen.lineCap = "round";
  pen.lineWidth = BAND * fine * unit;
  for (const pair of contestedPairs) {
    if (!contestedNow(pair) || !pair.edges.some((e) => e.drawn)) continue;
    const [a, b] = [at(pair.edges[0].source), at(pair.edges[0].target)];
    pen.strokeStyle = faded(palette.soft, bandInk(pair));
    pen.beginPath();
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
    pen.stroke();
  }
  pen.restore();
}
