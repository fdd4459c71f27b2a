// What lies under the pointer: marks before lines, the nearest first; and the words that come up there.

const REACH = 8;
const asPoint = (spot) => network.DOMtoCanvas(spot);

function nodeUnder(spot) {
  const { x, y } = asPoint(spot);
  const more = REACH / 2 / network.getScale();
  let [found, nearest] = [null, Infinity];
  for (const n of nodes) {
    if (!n.drawn) continue;
    const far = Math.hypot(n.spot.x - x, n.spot.y - y) - radius(n) - more;
    if (far < 0 && far < nearest) [found, nearest] = [n, far];
  }
  return found;
}

function edgeUnder(spot) {
  const { x, y } = asPoint(spot);
  let [found, nearest] = [null, REACH / network.getScale()];
  for (const e of edges) {
    if (!e.drawn) continue;
    const far = farFrom(e, x, y);
    if (far < nearest) [found, nearest] = [e, far];
  }
  return found;
}

// How far a point is from a line: from the nearest of the short steps that the curve is cut into.
function farFrom(e, x, y) {
  if (e.loop !== null) {
    const loop = loopOf(e);
    return Math.abs(Math.hypot(loop.x - x, loop.y - y) - loop.r);
  }
  const [a, b] = [e.source.spot, e.target.spot];
  if (!e.bend) return fromStep(a, b, x, y);
  const via = bow(e);
  let [least, last] = [Infinity, a];
  for (let i = 1; i <= 12; i++) {
    const t = i / 12;
    const next = { x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * via.x + t ** 2 * b.x, y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * via.y + t ** 2 * b.y };
    least = Math.min(least, fromStep(last, next, x, y));
    last = next;
  }
  return least;
}

function fromStep(a, b, x, y) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.min(Math.max(((x - a.x) * dx + (y - a.y) * dy) / Math.max(dx * dx + dy * dy, 1e-9), 0), 1);
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
}

function takeOverPointing() {
  const { selectionHandler, interactionHandler, body } = network;
  const given = (thing, all, whole) => (thing ? (whole ? all[thing.id] : thing.id) : undefined);
  selectionHandler.getNodeAt = (spot, whole = true) => given(nodeUnder(spot), body.nodes, whole);
  selectionHandler.getEdgeAt = (spot, whole = true) => given(edgeUnder(spot), body.edges, whole);
  interactionHandler._checkShowPopup = showTip;
  graph.addEventListener("pointermove", hideTip);
  graph.addEventListener("pointerleave", hideTip);
}

let tip = null;

function showTip(spot) {
  const node = nodeUnder(spot);
  const edge = node ? null : edgeUnder(spot);
  if (!node && !edge) return;
  tip = tip || graph.appendChild(make("div", { class: "vis-tooltip", "aria-hidden": "true" }));
  tip.textContent = node ? clean(`${short(node.name, 80)}, ${told.look.kinds[node.kind].label}`)
    : clean(`${short(capital(edge.source), 64)} ${verb(edge)} ${short(phrase(edge.target), 64)}`);
  tip.style.left = `${spot.x + 3}px`;
  tip.style.top = `${spot.y + 8}px`;
  tip.style.visibility = "visible";
}

function hideTip() {
  if (tip) tip.style.visibility = "hidden";
}
