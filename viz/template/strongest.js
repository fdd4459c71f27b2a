// How many names are drawn: of all that the filters show the strongest, each with somebody it is tied to, and whoever
// is in focus. Tables, panel and search know the others too; the page says how many it does not draw.

// The names under the filters, those with the most statements first.
const byStrength = () => nodes.filter((n) => n.visible).sort((a, b) => b.now - a.now || a.index - b.index);

function findDrawn() {
  const kept = within || state.names >= nodes.length ? new Set(nodes.filter((n) => n.visible)) : keepStrongest(byStrength(), state.names);
  for (const n of nodes) n.drawn = kept.has(n) && (within !== null || n.part === 0 || state.apart);
  for (const n of focused ? focused.nodes : []) n.drawn = n.visible;
  for (const e of edges) e.drawn = e.visible && e.source.drawn && e.target.drawn;
}

function keepStrongest(order, count) {
  const rank = new Map(order.map((n, i) => [n, i]));
  const kept = new Set();
  for (const n of order) {
    if (kept.size >= count) break;
    const near = n.edges.filter((e) => e.visible && e.source !== e.target).map((e) => (e.source === n ? e.target : e.source));
    const alone = near.length && !near.some((other) => kept.has(other));
    if (alone && kept.size + 2 > count) continue;
    kept.add(n);
    if (alone) kept.add(near.reduce((a, b) => (rank.get(a) < rank.get(b) ? a : b)));
  }
  return kept;
}

// The stops of the slider: few names, then more in growing steps, then all.
const STOPS = [10, 20, 30, 40, 60, 80, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000]
  .filter((n) => n < nodes.length).concat(nodes.length);
const stopOf = (names) => STOPS.findIndex((n) => n >= Math.min(names, nodes.length));
const sayStop = (stop) => (STOPS[stop] >= nodes.length ? `all ${nodes.length.toLocaleString("en")}` : `the ${STOPS[stop]} strongest of ${nodes.length.toLocaleString("en")}`);

function buildDrawn() {
  const place = byId("strongest");
  place.hidden = nodes.length <= FIRST;
  const output = make("span", { class: "value" });
  const input = make("input", { type: "range", id: "names", min: 0, max: STOPS.length - 1, step: 1, oninput: () => {
    state.names = STOPS[Number(input.value)];
    drawAnew();
    if (!state.view) fit();
    showDrawn();
    writeAddress();
  } });
  place.append(make("label", { class: "slider", for: "names" }, make("span", {}, "Names drawn ", output)), input);
  byId("apart").addEventListener("click", () => {
    state.apart = !state.apart;
    drawAnew();
    if (!state.view) fit();
    showDrawn();
    writeAddress();
  });
  onShowDrawn = () => {
    const stop = stopOf(state.names);
    input.value = stop;
    output.textContent = sayStop(stop);
    input.setAttribute("aria-valuetext", sayStop(stop));
  };
  onChange(showDrawn);
}
let onShowDrawn = null;

// What the drawing leaves out, in words, under the title.
function showDrawn() {
  onShowDrawn();
  sayMargin();
  const [all, names] = [shown(nodes), nodes.reduce((sum, n) => sum + n.drawn, 0)];
  const said = statements.reduce((sum, s) => sum + (s.visible && s.edge.drawn), 0);
  byId("drawn").hidden = names >= all;
  byId("drawn").textContent = names >= all ? "" : `Drawn: ${names.toLocaleString("en")} of ${plural(all, "name")}, ${said.toLocaleString("en")} of ${plural(shown(statements), "statement")}.`;
}

const drawnInWords = () => (nodes.some((n) => n.visible && !n.drawn) ? `drawn: ${nodes.reduce((sum, n) => sum + n.drawn, 0)} of ${plural(shown(nodes), "name")}, the strongest` : "");

function writeDrawn(parts) {
  if (state.names !== FIRST) parts.set("names", state.names >= nodes.length ? "all" : state.names);
  if (!state.apart) parts.set("apart", "no");
  if (state.tint !== "kind") parts.set("colour", state.tint);
}

function readDrawn(parts, chosen) {
  chosen.names = parts.get("names") === "all" ? nodes.length : Math.round(number(parts.get("names"), 2, nodes.length, FIRST));
  chosen.apart = parts.get("apart") !== "no";
  chosen.tint = Object.hasOwn(TINTS, parts.get("colour") ?? "") ? parts.get("colour") : "kind";
}
