// What the page is narrowed to, beside its filters: some names with those around them, what lies between two names, or a
// group. A scope is a plain value: { centres, hops, also } | { ends } | { group, value }; what it holds follows the filters.

const GROUPS = ["camp", "community"];
const neighboursOf = (n) => [...new Set(n.edges.filter((e) => e.visible).map((e) => (e.source === n ? e.target : e.source)))];

// How many steps away each name is, along the lines that pass the filters; at most `most` steps.
function stepsFrom(starts, most = Infinity) {
  const steps = new Map(starts.map((n) => [n, 0]));
  let rim = starts;
  for (let far = 1; rim.length && far <= most; far++) {
    const next = [];
    for (const n of rim) for (const other of neighboursOf(n)) if (!steps.has(other)) { steps.set(other, far); next.push(other); }
    rim = next;
  }
  return steps;
}

function between([a, b]) {
  const [fromA, fromB] = [stepsFrom([a]), stepsFrom([b])];
  const far = Math.max(2, fromA.get(b) ?? 0);
  return new Set([a, b, ...nodes.filter((n) => fromA.get(n) + fromB.get(n) <= far)]);
}

function namesOf(scope) {
  if (scope.ends) return between(scope.ends);
  if (scope.group) return new Set(nodes.filter((n) => String(n[scope.group]) === scope.value));
  const names = new Set(stepsFrom(scope.centres, scope.hops).keys());
  for (const n of scope.also) if (names.has(n)) for (const other of neighboursOf(n)) names.add(other);
  return names;
}

// The names of the scope, or null where the page is not narrowed. Lines that leave it are hidden.
let within = null;
const inScope = (s) => !within || (within.has(s.source) && within.has(s.target));
function applyScope() {
  within = state.scope ? namesOf(state.scope) : null;
  if (!within) return;
  for (const e of edges) {
    if (!e.visible || inScope(e)) continue;
    e.visible = false;
    for (const s of e.statements) s.visible = false;
  }
}

// Names that are asked for by themselves are shown even where no line ties them.
const isAsked = (n) => Boolean(state.scope && (state.scope.centres?.includes(n) || (state.scope.group && within.has(n))) && state.kind.has(n.kind));

const narrowTo = (scope, values = {}) => change({ scope, view: null, path: null, edge: null, ...values });
const aroundName = (n, hops = 1) => narrowTo({ centres: [n], hops, also: [] }, { node: n });
const widen = () => narrowTo(null, { node: state.node, edge: state.edge, path: state.path });
const expand = (n) => narrowTo({ ...state.scope, also: [...state.scope.also, n] }, { node: n });
const canExpand = (n) => Boolean(state.scope?.centres && within.has(n) && !state.scope.also.includes(n) && beyond(n));
const beyond = (n) => new Set(n.edges.filter((e) => e.passing).map((e) => (e.source === n ? e.target : e.source)).filter((other) => !within.has(other))).size;

// ⇄ the address.
function scopeText() {
  const { scope } = state;
  const names = (list) => list.map((n) => n.name);
  if (scope.ends) return JSON.stringify(["between", ...names(scope.ends)]);
  if (scope.group) return JSON.stringify([scope.group, scope.value]);
  return JSON.stringify(["near", scope.hops, names(scope.centres), names(scope.also)]);
}

function scopeFrom(text) {
  const known = (list) => list.map((name) => nodeByName.get(name)).filter(Boolean);
  try {
    const [kind, ...rest] = JSON.parse(text);
    if (GROUPS.includes(kind)) return nodes.some((n) => String(n[kind]) === rest[0]) ? { group: kind, value: rest[0] } : null;
    if (kind === "between") return known(rest).length === 2 ? { ends: known(rest) } : null;
    const centres = known(rest[1]);
    return kind === "near" && centres.length ? { centres, hops: Math.round(number(rest[0], 0, 2, 1)), also: known(rest[2]) } : null;
  } catch {
    return null;
  }
}

function sayScope() {
  const { scope } = state;
  if (!scope) return "Everything";
  const name = (n) => short(n.name, 40);
  const many = plural(nodes.reduce((sum, n) => sum + Number(n.visible), 0), "name");
  if (scope.ends) return `Only what is between ${name(scope.ends[0])} and ${name(scope.ends[1])}: ${many}`;
  if (scope.group) return `Only ${scope.group} ${sayGroup(scope.group, scope.value)}: ${many}`;
  const who = scope.centres.length === 1 ? name(scope.centres[0]) : `${scope.centres.length} chosen names`;
  const reach = [scope.centres.length === 1 ? " alone" : "", ` and ${scope.centres.length === 1 ? "its" : "their"} neighbours`, " and what is up to 2 steps away"][scope.hops];
  return `Only ${who}${reach}: ${many}${scope.also.length ? `, with the neighbours of ${scope.also.map(name).join(", ")}` : ""}`;
}
const sayGroup = (group, value) => `${group === "camp" ? `${value}: ` : "of "}${named(nodes.filter((n) => String(n[group]) === value))}`;
