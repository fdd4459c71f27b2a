// On a narrow screen the evidence of a choice comes up from below, over half of the screen: a bar to drag or tap makes it
// as high as the screen, or lets it go. What was chosen is moved into the part of the graph that stays free.

const sheet = byId("sheet");
const handle = byId("handle");
const EDGE_ROOM = 44;
let sheetSize = null;
let moved = false;

// The panel has a button to close it exactly when it shows a choice.
const showsChoice = () => Boolean(panel.querySelector(":scope > .close"));

function setSheet(size) {
  if (size === sheetSize) return;
  const held = sheet.contains(document.activeElement);
  sheetSize = size;
  if (size) ground.dataset.sheet = size; else delete ground.dataset.sheet;
  handle.hidden = !size;
  handle.setAttribute("aria-label", size === "full" ? "Show less of the evidence" : "Show more of the evidence");
  if (held && !size) graph.focus({ preventScroll: true });
  if (!size && moved && !state.view) fit();
  moved = moved && Boolean(size);
}

function drawSheet() {
  if (!narrow.matches || !showsChoice()) setSheet(null);
  else {
    setSheet(sheetSize || "half");
    requestAnimationFrame(clearOfSheet);
  }
}

// The names of the choice, and where they stand on the screen.
const chosenNames = () => (focused && (state.path ? [...focused.nodes] : state.edge ? [state.edge.source, state.edge.target] : state.node ? [state.node] : [])) || [];
function standing(names) {
  const box = graph.getBoundingClientRect();
  return names.map((n) => network.canvasToDOM(at(n))).map(({ x, y }) => [x + box.left, y + box.top]);
}

// The part of the graph that is neither off the screen nor below the sheet.
function freePart() {
  const box = graph.getBoundingClientRect();
  return { left: box.left, right: box.right, top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight - sheet.offsetHeight) };
}

// How much of the graph's height lies below the sheet, as far as the rest is large enough to be drawn in.
function coveredBySheet() {
  if (sheetSize !== "half") return 0;
  const box = graph.getBoundingClientRect();
  return Math.max(0, Math.min(box.bottom - (innerHeight - sheet.offsetHeight), box.height - 200));
}

const inFree = (free) => ([x, y]) => x > free.left + 20 && x < free.right - 20 && y > free.top + EDGE_ROOM && y < free.bottom - EDGE_ROOM;

// A line is too short to be told from its ends where these nearly touch.
const TELLABLE = 110;
function tooShort(names) {
  if (!state.edge || state.edge.loop !== null) return false;
  const [[x1, y1], [x2, y2]] = standing(names);
  return Math.hypot(x2 - x1, y2 - y1) < TELLABLE / 2;
}

function clearOfSheet() {
  const names = chosenNames();
  if (sheetSize !== "half" || !names.length) return;
  const fine = () => standing(names).every(inFree(freePart())) && !tooShort(names);
  if (fine()) return;
  graph.scrollIntoView({ block: "start" });
  if (fine()) return;
  const free = freePart();
  const [xs, ys] = [names.map((n) => at(n).x), names.map((n) => at(n).y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = (from, to, rim) => Math.max(to - from - 2 * rim, 60);
  const wanted = tooShort(names) ? TELLABLE / Math.max(Math.hypot(right - left, bottom - top), 1) : network.getScale();
  const scale = Math.min(wanted, 12, room(free.left, free.right, EDGE_ROOM) / Math.max(right - left, 1), room(free.top, free.bottom, EDGE_ROOM + 16) / Math.max(bottom - top, 1));
  const box = graph.getBoundingClientRect();
  const lower = (box.top + box.bottom) / 2 - (free.top + free.bottom) / 2;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + lower / scale }, scale, animation: false });
  moved = true;
}

// The bar: dragged, the sheet follows and then snaps; tapped or by keys it goes from size to size.
function drop(high) {
  const part = high / innerHeight;
  if (part < 0.3) choose({});
  else setSheet(part > 0.7 ? "full" : "half");
}

function watchHandle() {
  let from = null;
  let dragged = false;
  handle.addEventListener("pointerdown", (event) => {
    from = event.clientY;
    dragged = false;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (from === null || (!dragged && Math.abs(event.clientY - from) < 6)) return;
    dragged = true;
    sheet.classList.add("dragged");
    sheet.style.height = `${Math.min(innerHeight, Math.max(24, innerHeight - event.clientY + 12))}px`;
  });
  const end = () => {
    if (from === null) return;
    from = null;
    const high = sheet.offsetHeight;
    sheet.classList.remove("dragged");
    sheet.style.height = "";
    if (dragged) drop(high);
  };
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
  handle.addEventListener("click", () => {
    if (!dragged) setSheet(sheetSize === "full" ? "half" : "full");
    dragged = false;
  });
  handle.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    if (event.key === "ArrowUp") setSheet("full");
    else if (sheetSize === "full") setSheet("half");
    else choose({});
  });
}

// There the graph stands before its legend, so that the first screen shows it; in the order of Tab as well.
function orderParts() {
  const [stage, rail] = [graph.parentElement, byId("relations").parentElement];
  if (narrow.matches) stage.after(rail); else stage.before(rail);
}

function watchSheet() {
  watchHandle();
  orderParts();
  narrow.addEventListener("change", () => { orderParts(); drawSheet(); });
  // No mouse event after a finger's: it would reach the sheet that has come up below the finger.
  graph.addEventListener("touchend", (event) => { if (event.cancelable) event.preventDefault(); }, { passive: false });
  // Whoever goes on behind a sheet that covers everything gets to see where.
  sheet.addEventListener("focusout", (event) => {
    if (sheetSize === "full" && event.relatedTarget && !sheet.contains(event.relatedTarget)) setSheet("half");
  });
}

// Fingers: a tap beside a name means it; two taps where nothing is bring the place nearer.
function nearestName({ x, y }, within = 24) {
  let best = null;
  for (const n of nodes) {
    if (!n.visible) continue;
    const spot = network.canvasToDOM(at(n));
    const far = Math.hypot(spot.x - x, spot.y - y) - radius(n) * network.getScale();
    if (far < within && (!best || far < best.far)) best = { n, far };
  }
  return best && best.n;
}

function nearer({ nodes: [node], edges: [edge], pointer }) {
  if (node || edge) return;
  const scale = Math.min(network.getScale() * 2, 12);
  const [centre, spot] = [network.getViewPosition(), pointer.canvas];
  const share = 1 - network.getScale() / scale;
  network.moveTo({ position: { x: centre.x + (spot.x - centre.x) * share, y: centre.y + (spot.y - centre.y) * share }, scale, animation: glide() });
  state.view = null;
  network.once("animationFinished", keepView);
  if (calm.matches) keepView();
}
