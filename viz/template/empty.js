// Where the filters leave nothing: which of them hides everything, and a button to undo each.

const onlyThese = (name, labels) => {
  const chosen = [...state[name]].map((value) => labels(value));
  return chosen.length ? `only ${chosen.join(", ")}` : "nothing ticked";
};

// The filters that may be in force: whether they are, how they are said, what undoes them.
const FILTERS = [
  ["relation", "Relation", () => onlyThese("relation", (value) => told.look.relations[value].label)],
  ["polarity", "Stated or denied", () => onlyThese("polarity", (value) => POLARITY_LABEL[value])],
  ["modality", "Stated as", () => onlyThese("modality", (value) => MODALITY_LABEL[value])],
  ["tense", "Time of the statement", () => onlyThese("tense", (value) => TENSE_LABEL[value])],
  ["kind", "Kind of name", () => onlyThese("kind", (value) => told.look.kinds[value].label)],
  ["confidence", "Confidence", () => `at least ${state.confidence.toFixed(2)}`],
  ["document", "Document", () => short(documents[state.document].title || documents[state.document].id, 60)],
  ["contested", "Relation", () => "only contested"],
  ["time", "Time", () => sayPeriod(state.pace, state)],
].map(([name, label, say]) => ({ name, say: () => `${label}: ${say()}` }));

const START = fresh();
const alike = (a, b) => (a instanceof Set ? a.size === b.size : a === b);
const FIELDS_OF = { time: ["from", "to", "pace"] };
const fieldsOf = (name) => FIELDS_OF[name] ?? [name];
const inForce = ({ name }) => fieldsOf(name).some((field) => !alike(state[field], START[field]));
const undoFilter = (name) => change(Object.fromEntries(fieldsOf(name).map((field) => [field, START[field] instanceof Set ? new Set(START[field]) : START[field]])));

// How many statements there would be without one filter. Lines with too few are a filter of their own.
const countWithout = (name) => statements.reduce((count, s) => count + Number(Object.entries(TESTS).every(([other, test]) => other === name || test(s))), 0);
const countAlone = (name) => statements.reduce((count, s) => count + Number(TESTS[name](s)), 0);

function showEmpty() {
  const place = byId("empty");
  const was = place.contains(document.activeElement);
  place.hidden = !statements.length || edges.some((e) => e.visible) || (within !== null && shown(nodes) > 1);
  if (place.hidden) {
    place.replaceChildren();
    if (was) graph.focus({ preventScroll: true });
    return;
  }
  if (within && edges.some((e) => e.passing)) {
    place.replaceChildren(make("p", {}, make("strong", {}, "Nothing is left to show here.")),
      make("p", {}, `“${sayScope()}” holds none of the lines that the filters leave.`),
      make("ul", {}, make("li", {}, make("button", { type: "button", onclick: widen }, "Show everything")), make("li", {}, make("button", { type: "button", onclick: reset }, "Clear all filters"))));
    return;
  }
  const active = FILTERS.filter(inForce);
  const weighty = state.weight > 1 && statements.some(passes);
  const guilty = weighty ? [`Statements per line: at least ${state.weight}`] : active.filter(({ name }) => !countAlone(name)).map(({ say }) => say());
  place.replaceChildren(
    make("p", {}, make("strong", {}, "Nothing is left to show.")),
    make("p", {}, guilty.length ? `“${guilty[0]}” hides all ${plural(statements.length, "statement")}.` : `Together the filters hide all ${plural(statements.length, "statement")}.`),
    make("ul", {}, undoButtons(active, weighty)));
}

function undoButtons(active, weighty) {
  const button = (text, act) => make("li", {}, make("button", { type: "button", onclick: act }, text));
  const single = weighty ? [] : active.map(({ name, say }) => ({ name, say, gain: countWithout(name) })).filter(({ gain }) => gain)
    .sort((a, b) => b.gain - a.gain).map(({ name, say, gain }) => button(`Undo “${say()}” (shows ${plural(gain, "statement")})`, () => undoFilter(name)));
  if (weighty) single.push(button("Undo “Statements per line”", () => change({ weight: 1 })));
  return [...single, button("Clear all filters", reset)];
}
