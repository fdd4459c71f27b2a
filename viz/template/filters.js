// The legend, which is the filter: relations, polarity, modality, kinds; weight, confidence, document.

const POLARITY_LABEL = { stated: "stated", denied: "denied" };
const MODALITY_LABEL = { actual: "fact", planned: "planned", possible: "possible" };
const TENSE_LABEL = { present: "current", past: "about the past" };

function ticks(id, name, options) {
  for (const { value, label, mark } of options) {
    const number = make("span", { class: "count" });
    const input = make("input", { type: "checkbox", name, value, onchange: () => {
      const chosen = new Set(state[name]);
      if (input.checked) chosen.add(value); else chosen.delete(value);
      change({ [name]: chosen });
    } });
    byId(id).append(make("label", {}, input, mark, make("span", { class: "what" }, label), number));
    onChange(() => {
      input.checked = state[name].has(value);
      number.textContent = tally(name, value).toLocaleString("en");
    });
  }
}

function buildTicks() {
  ticks("relations", "relation", RELATIONS.map((value) => ({
    value, label: told.look.relations[value].label, mark: keyOf(value),
  })));
  ticks("polarities", "polarity", POLARITIES.map((value) => ({
    value, label: POLARITY_LABEL[value], mark: null,
  })));
  ticks("modalities", "modality", MODALITIES.map((value) => ({
    value, label: MODALITY_LABEL[value], mark: null,
  })));
  byId("tenses").hidden = !statements.some((s) => s.past);
  ticks("tenses", "tense", TENSES.map((value) => ({
    value, label: TENSE_LABEL[value], mark: null,
  })));
  ticks("kinds", "kind", KINDS.filter((kind) => nodes.some((n) => n.kind === kind)).map((value) => ({
    value, label: told.look.kinds[value].label, mark: kindIcon(value),
  })));
  if (contestedPairs.length) {
    const input = make("input", { type: "checkbox", onchange: () => change({ contested: input.checked }) });
    const number = make("span", { class: "count" });
    byId("relations").append(make("label", { class: "apart" }, input, make("span", { class: "band", "aria-hidden": "true" }),
      make("span", { class: "what" }, "contested"), number));
    onChange(() => {
      input.checked = state.contested;
      number.textContent = contestedPairs.filter(contestedNow).length;
    });
  }
}

function slider(place, { label, name, min, max, step, say }) {
  const output = make("span", { class: "value" });
  const input = make("input", { type: "range", min, max, step, oninput: () => change({ [name]: Number(input.value) }) });
  place.append(make("label", { class: "slider" }, make("span", {}, label, " ", output), input));
  onChange(() => {
    input.value = state[name];
    output.textContent = say(state[name]);
    input.setAttribute("aria-valuetext", say(state[name]));
  });
  return input;
}

// What a least confidence means: it is a probability, so its mean over the statements left is the share to expect.
function sureness(least) {
  const left = statements.filter((s) => s.visible && s.confidence >= least);
  const share = left.reduce((sum, s) => sum + s.confidence, 0) / left.length;
  return `at least ${least.toFixed(2)}${left.length ? `: about ${Math.round(100 * share)} in 100 right` : ""}`;
}

function buildNumbers() {
  const place = byId("numbers");
  const most = Math.max(1, ...edges.map((e) => e.statements.length));
  if (most > 1) slider(place, { label: "Statements per line", name: "weight", min: 1, max: most, step: 1, say: (n) => `at least ${n}` });
  const least = Math.min(1, ...statements.map((s) => s.confidence));
  if (least < 1) slider(place, { label: "Confidence", name: "confidence", min: 0, max: 1, step: 0.05, say: sureness });
  if (documents.length > 1) {
    const select = make("select", { onchange: () => change({ document: Number(select.value) }) },
      make("option", { value: -1 }, `all ${documents.length}`),
      documents.map((d, i) => make("option", { value: i }, short(d.title || d.id, 70))));
    place.append(make("label", { class: "slider" }, make("span", {}, "Document"), select));
    onChange(() => { select.value = String(state.document); });
  }
}

const CALENDAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function sayDate(iso) {
  if (!Number.isFinite(dayOf(iso))) return short(iso, 20);
  return CALENDAR.format(new Date(iso));
}

function showStatus() {
  const hidden = [[statements, "statement"], [edges, "line"], [nodes, "name"]]
    .map(([things, word]) => [things.reduce((sum, thing) => sum + Number(!thing.visible && isOfScope(thing)), 0), word]).filter(([n]) => n);
  byId("status").textContent = hidden.length ? `Hidden: ${hidden.map(([n, word]) => plural(n, word)).join(", ")}` : `No filters active${cutTo()}`;
  byId("reset").hidden = !hidden.length;
}

// What a filter hides is counted apart from what the page was narrowed by.
const isOfScope = (thing) => !within || (thing.source ? inScope(thing) : within.has(thing));

function reset() {
  const { node, edge, path, names, apart, tint, scope } = state;
  change({ ...fresh(), node, edge, path, names, apart, tint, scope });
}
