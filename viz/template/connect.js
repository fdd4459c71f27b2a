// The way from one name to another: the fewest steps, where a step that rests on a fact of now counts less than one that
// is only planned or possible, denied, or of the past; along the arrows, if so asked.

const DOUBTFUL = 1.75;
const isFact = (e) => !e.negated && e.statements.some((s) => s.visible && s.modality === MODALITIES[0] && !s.past);
// Of ways alike the one with more statements behind it.
const costOf = (e) => (isFact(e) ? 1 : DOUBTFUL) + 0.1 / (1 + e.now);

function stepsOf(n, along) {
  return n.edges.filter((e) => e.visible && e.source !== e.target && (!along || e.symmetric || e.source === n));
}

function connect(from, to, along = false) {
  const before = new Map();
  const cost = new Map([[from, 0]]);
  const open = new Set([from]);
  while (open.size) {
    let n = null;
    for (const one of open) if (!n || cost.get(one) < cost.get(n) || (cost.get(one) === cost.get(n) && one.index < n.index)) n = one;
    if (n === to) break;
    open.delete(n);
    for (const e of stepsOf(n, along)) {
      const other = e.source === n ? e.target : e.source;
      const whole = cost.get(n) + costOf(e);
      if (whole >= (cost.get(other) ?? Infinity)) continue;
      cost.set(other, whole);
      before.set(other, [n, e]);
      open.add(other);
    }
  }
  const path = { ends: [from, to], along, nodes: [from, to], edges: [] };
  if (!before.has(to)) return path;
  path.nodes = [to];
  for (let step = before.get(to); step; step = before.get(step[0])) {
    path.nodes.unshift(step[0]);
    path.edges.unshift(step[1]);
  }
  return path;
}

// Names with a line to either end, those with the most statements first.
function shared([a, b]) {
  const near = new Set(neighboursOf(a));
  return neighboursOf(b).filter((n) => n !== a && n !== b && near.has(n)).sort((x, y) => tie(y, a) + tie(y, b) - tie(x, a) - tie(x, b) || x.index - y.index);
}
const linesOf = (n, other) => n.edges.filter((e) => e.visible && (e.source === other || e.target === other));
const tie = (n, other) => linesOf(n, other).reduce((sum, e) => sum + e.now, 0);

function sayWay({ edges: lines, along }) {
  if (!lines.length) return `No path connects them along the ${along ? "arrows of the lines" : "lines"} shown.`;
  const weak = lines.filter((e) => !isFact(e)).length;
  const rest = weak ? `${weak === lines.length ? (weak === 1 ? "it is" : "all of them") : weak === 1 ? "one of them" : `${weak} of them`} only planned, possible, denied or past` : "all told as facts";
  return `${plural(lines.length, "step")}, the shortest path along the ${along ? "arrows of the " : ""}lines shown; ${rest}`;
}

function pathActs(path) {
  const { ends: [a, b], along } = path;
  return make("p", { class: "acts" },
    make("button", { type: "button", "aria-pressed": String(along), onclick: () => choose({ path: connect(a, b, !along) }) }, "Along the arrows only"),
    make("button", { type: "button", onclick: () => choose({ path: connect(b, a, along) }) }, "Other way round"),
    make("button", { type: "button", onclick: () => narrowTo({ ends: [a, b] }, { path }) }, "Show only what is between them"));
}

function alsoBetween({ ends: [a, b], nodes: stops }) {
  const others = shared([a, b]).filter((n) => !stops.includes(n));
  if (!others.length) return null;
  const row = (n) => make("li", {}, nameButton(n), ": ", joined([a, b].map((end) => linesOf(n, end)).flat().slice(0, 6).map((e) => lineButton(e, words(short(sayEdge(e), 120))))));
  return make("section", { class: "group also" }, make("h3", {}, "Has lines with both: ", plural(others.length, "name")), make("ul", { class: "plain" }, others.slice(0, 12).map(row)));
}
