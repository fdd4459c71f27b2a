// Every number follows the filters: how many statements each tick stands for, the title line, sources, what a page was cut to.

// What a tick counts: the statements that it shows, or, while it is off, those that it would show.
// One pass over the statements serves all ticks: a statement counts where no other filter stops it.
let tallies = null;
const VALUES = {
  relation: (s) => s.relation, polarity: (s) => POLARITIES[Number(s.negated)], modality: (s) => s.modality,
  tense: (s) => TENSES[Number(Boolean(s.past))],
};

// The filter that alone stops a statement: its name; "" where none does, null where several do.
function stoppedBy(s) {
  let by = "";
  for (const name of Object.keys(TESTS)) {
    if (TESTS[name](s)) continue;
    if (by) return null;
    by = name;
  }
  return by;
}

function countAll() {
  tallies = { kind: new Map() };
  for (const name of Object.keys(VALUES)) tallies[name] = new Map();
  const seen = new Set();
  for (const s of statements) {
    if (!inScope(s)) continue;
    const by = s.visible ? "" : stoppedBy(s);
    if (by === null || (by === "" && !s.visible)) continue;
    for (const [name, value] of Object.entries(VALUES)) if (!by || by === name) addTo(tallies[name], value(s));
    if (!by || by === "kind") countKinds(s, seen);
  }
}
const addTo = (counts, value) => counts.set(value, (counts.get(value) || 0) + 1);

// Names are counted once each; one that is hidden by its kind counts where the other end would be there.
function countKinds(s, seen) {
  for (const [n, other] of [[s.source, s.target], [s.target, s.source]]) {
    if (seen.has(n) || !(state.kind.has(other.kind) || other.kind === n.kind)) continue;
    seen.add(n);
    addTo(tallies.kind, n.kind);
  }
}

const tally = (name, value) => tallies[name].get(value) || 0;
onChange(countAll);

// A pair is contested in this view while both sides of the quarrel can be seen.
function contestedNow(pair) {
  const held = pair.edges.filter((e) => e.visible && !e.negated && !isPast(e)).map((e) => told.look.relations[e.relation].sign);
  return held.includes(1) && held.includes(-1);
}

const ofAll = (some, all, word) => (some === all ? plural(all, word) : `${some.toLocaleString("en")} of ${plural(all, word)}`);

function titleLine() {
  const seen = statements.filter((s) => s.visible);
  const days = seen.map((s) => s.day).filter(Number.isFinite);
  const [first, last] = [days.reduce((a, b) => Math.min(a, b), Infinity), days.reduce((a, b) => Math.max(a, b), -Infinity)];
  const past = seen.reduce((count, s) => count + Number(Boolean(s.past)), 0);
  byId("summary").textContent = [
    ofAll(seen.length, statements.length, "statement"), ofAll(shown(nodes), nodes.length, "name"),
    ofAll(seen.length === statements.length ? documents.length : new Set(seen.map((s) => s.document)).size, told.total.documents, "document"),
    past ? `${past.toLocaleString("en")} about the past` : "",
    !days.length ? "" : first === last ? sayDate(isoOf(first)) : `${sayDate(isoOf(first))} to ${sayDate(isoOf(last))}`,
  ].filter(Boolean).join(" · ");
}

// What the page itself holds of the graph: no filter of the reader's, but not everything either.
function cutTo() {
  const { left, total } = told;
  if (!left.nodes) return "";
  const which = left.about.length ? `what is near ${left.about.map((name) => short(name, 40)).join(", ")}` : "its strongest names";
  return `; the page itself holds ${nodes.length.toLocaleString("en")} of the graph's ${plural(total.nodes, "name")}: ${which}`;
}

// The list of sources, with what of each is shown.
function fillSources() {
  const counts = new Map();
  for (const s of statements) if (s.visible) addTo(counts, s.document);
  byId("sources").replaceChildren(...documents.slice(0, SOURCES).map((d) => make("li", {},
    joined([origin({ document: d }), d.date ? sayDate(d.date) : null, counts.has(d) ? plural(counts.get(d), "statement") : "none of it shown"].filter(Boolean)))));
}
const countSources = () => { if (byId("sources").childElementCount) fillSources(); };

// After a filter the view holds what is left. Time passes without: a graph that jumps while it plays cannot be watched.
let fitted = null;
const filtersNow = () => JSON.stringify([...SETS.map(([name]) => [...state[name]].sort()), state.weight, state.confidence, state.document, state.contested, state.scope && scopeText()]);
function refit() {
  const now = filtersNow();
  if (now === fitted) return;
  const first = fitted === null;
  fitted = now;
  if (first || reading) return;
  state.view = null;
  fit();
}
