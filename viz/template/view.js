// Where the reader looks: zoom, fit, wheel, mouse, keyboard, and the layout let loose.

const graph = byId("graph");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const glide = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// What the drawing leaves free beside, above and below itself, for the labels at its rim.
const [RIM_WIDE, RIM_HIGH] = [100, 80];

// The part of the drawing that holds all that is visible, with its rim.
function frameOf(spots, below = 0) {
  const [xs, ys] = [spots.map((p) => p.x), spots.map((p) => p.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [graph.clientWidth - RIM_WIDE, graph.clientHeight - RIM_HIGH - below];
  const scale = Math.max(0.02, Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 1.4));
  const size = { wide: (right - left) * scale, high: (bottom - top) * scale };
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 6 / scale }, scale, size };
}

function fit() {
  const spots = nodes.filter((n) => n.drawn).map(at);
  if (!spots.length) return;
  const under = coveredBySheet();
  const { position, scale } = frameOf(spots, under);
  network.moveTo({ position: { x: position.x, y: position.y + under / 2 / scale }, scale, animation: false });
}

// How large marks are drawn: the fewer and the nearer, the larger; all by one measure, so that a place is never larger
// than a country that is named more often.
let [homeScale, crowd] = [1, 1];
function measure() {
  const spots = nodes.filter((n) => n.drawn).map(at);
  if (!spots.length) return;
  const { scale, size } = frameOf(spots);
  homeScale = scale;
  const room = ((size.wide + 60) * (size.high + 60)) / spots.length;
  fine = Math.min(Math.max(Math.sqrt(160 / Math.max(shownLines(), 1)), 0.5), 1);
  crowd = Math.min(Math.max(Math.sqrt(room / 8000), 0.35), 1);
}

const shownLines = () => edges.reduce((sum, e) => sum + e.drawn, 0);

function measureUnit() {
  const scale = network.getScale();
  unit = (crowd * Math.min(Math.max((scale / homeScale) ** 0.45, 0.7), 2.2)) / scale;
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 12), animation: false });
  keepView();
}

function pan(right, down) {
  const { x, y } = network.getViewPosition();
  const step = 60 / network.getScale();
  network.moveTo({ position: { x: x + right * step, y: y + down * step }, animation: false });
  keepView();
}

function keepView() {
  const { x, y } = network.getViewPosition();
  state.view = { x: Math.round(x / wider), y: Math.round(y), scale: Math.round(network.getScale() * 1000) / 1000 };
  writeAddress();
}

function showView() {
  if (state.view) network.moveTo({ position: { x: state.view.x * wider, y: state.view.y }, scale: state.view.scale, animation: false });
  else fit();
}

function bringIntoSight(n) {
  const { x, y } = network.canvasToDOM(at(n));
  if (x > 40 && y > 40 && x < graph.clientWidth - 40 && y < graph.clientHeight - 40) return;
  network.moveTo({ position: at(n), animation: glide() });
}

function clicked({ nodes: [node], edges: [edge], pointer, event }) {
  const named = labelAt(pointer.DOM.x - graph.clientWidth / 2, pointer.DOM.y - graph.clientHeight / 2);
  const n = node ? nodeById.get(node) : named;
  if (n && event?.srcEvent?.shiftKey && state.node && n !== state.node) choose({ path: connect(state.node, n) });
  else if (n) choose({ node: n });
  else if (edge) choose({ edge: edgeById.get(edge) });
  else choose({ node: event.pointerType === "touch" ? nearestName(pointer.DOM) : null });
  if (narrow.matches && (state.node || state.edge)) panel.focus({ preventScroll: true });
}
const narrow = matchMedia("(max-width: 56rem)");

// The page scrolls under the wheel until the reader has clicked the graph; then the wheel zooms.
function mindWheel() {
  const hint = byId("hint");
  let timer = null;
  graph.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey || graph.contains(document.activeElement)) return;
    event.stopImmediatePropagation();
    hint.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => { hint.hidden = true; }, 1200);
  }, { capture: true, passive: true });
  graph.addEventListener("pointerdown", () => graph.focus({ preventScroll: true }), { capture: true });
}

// Without a mouse: through the names, strongest first, and through the relations of the chosen one.
function step(list, current, by) {
  const i = list.indexOf(current);
  return list[i < 0 ? (by > 0 ? 0 : list.length - 1) : (i + by + list.length) % list.length];
}

const hub = () => state.node || keyNode;
let keyNode = null;

// A walk by keys is one entry of the history, not one for each step.
function walk(step, by) {
  walking = true;
  step(by);
  walking = false;
}

function stepNode(by) {
  keyNode = step(nodes.filter((n) => n.visible), hub(), by);
  if (keyNode) choose({ node: keyNode });
}

function stepEdge(by) {
  keyNode = hub();
  const edge = keyNode && step(keyNode.edges.filter((e) => e.visible), state.edge, by);
  if (edge) choose({ edge });
}

const KEYS = {
  ArrowRight: () => walk(stepNode, 1), ArrowLeft: () => walk(stepNode, -1), ArrowDown: () => walk(stepEdge, 1), ArrowUp: () => walk(stepEdge, -1),
  Enter: () => panel.focus(), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8),
  0: () => { state.view = null; fit(); writeAddress(); },
};
const MOVES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function watchKeys() {
  graph.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.shiftKey && MOVES[event.key] ? () => pan(...MOVES[event.key]) : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    const chosen = state.node || state.edge?.target;
    if (chosen && !event.shiftKey) bringIntoSight(chosen);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (panel.contains(document.activeElement)) graph.focus();
    choose({});
  });
}

function releaseLayout() {
  const button = byId("release");
  const loose = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(loose));
  button.textContent = loose ? "Stop rearranging" : "Rearrange";
  network.setOptions({ physics: { enabled: loose, solver: "forceAtlas2Based", stabilization: false } });
}

function announce() {
  const chosen = state.path ? `Connection from ${state.path.ends[0].name} to ${state.path.ends[1].name}` : state.edge ? sayEdge(state.edge) : state.node ? `${state.node.name}, ${told.look.kinds[state.node.kind].label}` : "";
  const count = statements.filter(inFocus).length;
  byId("announce").textContent = chosen ? `${short(chosen, 200)}: ${plural(count, "statement")}` : "";
}

function watchView() {
  network.canvas.frame.removeAttribute("tabindex"); // the graph itself takes the focus, once
  network.on("click", clicked);
  network.on("doubleClick", nearer);
  for (const event of ["dragEnd", "zoom"]) network.on(event, keepView);
  byId("closer").addEventListener("click", () => zoom(1.25));
  byId("farther").addEventListener("click", () => zoom(0.8));
  byId("fit").addEventListener("click", KEYS[0]);
  byId("release").addEventListener("click", releaseLayout);
  mindWheel();
  watchKeys();
}
