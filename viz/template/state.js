// What the reader chose → which statements, edges and nodes are shown. Whoever draws listens through `onChange`.

const POLARITIES = ["stated", "denied"];
const TENSES = ["present", "past"];

// Time is counted in days from the first date on; what is no date counts as undated. What is said of the past counts at
// the time that its own sentence gives, or at none: never at the date of the text.
const DAY = 86_400_000;
const dayOf = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso ?? "") ? Date.parse(iso) / DAY : NaN);
const ownTime = (when) => {
  const [first, last] = String(when ?? "").split("/");
  const start = first === ".." ? last : first;
  return dayOf(/^\d{4}$/.test(start) ? `${start}-01-01` : /^\d{4}-\d\d$/.test(start) ? `${start}-01` : start);
};
const known = statements.filter((s) => !s.past).map((s) => dayOf(s.date)).filter(Number.isFinite);
const firstDay = known.reduce((least, day) => Math.min(least, day), Infinity);
const lastDay = known.reduce((most, day) => Math.max(most, day), -Infinity);
const span = known.length ? lastDay - firstDay : 0;
const isoOf = (day) => new Date((firstDay + day) * DAY).toISOString().slice(0, 10);
for (const s of statements) {
  const day = (s.past ? ownTime(s.when) : dayOf(s.date)) - firstDay;
  s.day = day >= 0 && day <= span ? day : NaN;
}

// How many names are drawn at first: fewer on a screen as small as a phone's.
const FIRST = told.first < nodes.length && matchMedia("(max-width: 40rem)").matches ? Math.ceil(told.first / 2) : told.first;

const fresh = () => ({
  relation: new Set(RELATIONS), polarity: new Set(POLARITIES), modality: new Set(MODALITIES), tense: new Set(TENSES), kind: new Set(KINDS),
  weight: 1, confidence: 0, document: -1, from: 0, to: span, pace: PACES[0], contested: false,
  node: null, edge: null, path: null, view: null,
  names: FIRST, apart: true, tint: "kind", scope: null,
});
let state = fresh();

const listeners = [];
const onChange = (listener) => listeners.push(listener);

function change(values) {
  Object.assign(state, values);
  sift();
  if (state.path) state.path = connect(...state.path.ends, state.path.along);
  for (const listener of listeners) listener();
}

const choose = (values) => change({ node: null, edge: null, path: null, ...values });

// What each filter lets through, by its name: numbers.js asks them one by one.
const TESTS = {
  relation: (s) => state.relation.has(s.relation),
  polarity: (s) => state.polarity.has(s.negated ? "denied" : "stated"),
  modality: (s) => state.modality.has(s.modality),
  tense: (s) => state.tense.has(s.past ? "past" : "present"),
  kind: (s) => state.kind.has(s.source.kind) && state.kind.has(s.target.kind),
  confidence: (s) => s.confidence >= state.confidence,
  document: (s) => state.document < 0 || s.document === documents[state.document],
  contested: (s) => !state.contested || s.edge.pair.contested,
  time: (s) => inTime(s),
};
const SIEVES = Object.keys(TESTS).filter((name) => name !== "time").map((name) => TESTS[name]);
// The life of a line (periods.js) is that of the statements that fit, so time is asked after the others.
const fits = (s) => SIEVES.every((test) => test(s));
const passes = (s) => fits(s) && inTime(s);

function sift() {
  for (const s of statements) s.fits = fits(s);
  findLives();
  for (const s of statements) s.visible = s.fits && inTime(s);
  for (const e of edges) {
    e.count = e.statements.reduce((count, s) => count + s.visible, 0);
    e.visible = e.count >= Math.max(1, state.weight);
    e.passing = e.visible;
    if (!e.visible) for (const s of e.statements) s.visible = false;
  }
  applyScope();
  for (const e of edges) e.now = !e.visible ? 0 : e.count === e.statements.length ? e.weight : e.count;
  for (const n of nodes) {
    n.visible = n.edges.some((e) => e.visible) || isAsked(n);
    n.now = n.edges.reduce((sum, e) => sum + e.now, 0);
  }
}

// The nodes and edges in focus, or null where all are alike. Asked for often while drawing, so kept.
let focused = null;
function findFocus() {
  if (state.path) focused = { nodes: state.scope?.ends ? within : new Set(state.path.nodes), edges: new Set(state.path.edges) };
  else if (state.edge) focused = { nodes: new Set([state.edge.source, state.edge.target]), edges: new Set([state.edge]) };
  else if (state.node && !(state.scope?.hops === 2 && state.scope.centres.includes(state.node))) {
    const near = state.node.edges.filter((e) => e.visible);
    focused = { nodes: new Set([state.node, ...near.flatMap((e) => [e.source, e.target])]), edges: new Set(near) };
  } else focused = null;
}
onChange(findFocus);

const shown = (things) => things.reduce((count, thing) => count + thing.visible, 0);
const inFocus = (s) => s.visible && (!focused || focused.edges.has(s.edge));
