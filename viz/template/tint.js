// What the colour of a name shows: its kind, its camp or its community; and the legend that says so.

const MOST_SHOWN = told.look.groups;
const LEAST = Math.min(5, nodes.length / 8);

// The groups of one sort, the largest first: for each value the names that have it.
function grouped(value) {
  const groups = new Map();
  for (const n of nodes) {
    const key = value(n);
    if (key === null || key === undefined) continue;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(n);
  }
  return groups;
}

const named = (names) => names.slice(0, 3).map((n) => short(n.name, 24)).join(", ");
const TINTS = {
  kind: { label: "kind", value: (n) => n.kind, say: (kind) => told.look.kinds[kind].label, means: "" },
  camp: {
    label: "camp", value: (n) => n.camp, say: (camp, names) => `${camp}: ${named(names)}`,
    means: told.look.means.camp,
  },
  community: {
    label: "community", value: (n) => n.community, say: (_, names) => named(names),
    means: told.look.means.community,
  },
};

// The values that have a colour of their own: the kinds always the same; else those with the most names, never a few alone.
const tints = new Map(Object.entries(TINTS).map(([name, { value }]) => {
  const groups = grouped(value);
  const order = name === "kind" ? KINDS.filter((kind) => groups.has(kind))
    : [...groups.keys()].filter((key) => groups.get(key).length >= LEAST).sort((a, b) => groups.get(b).length - groups.get(a).length || groups.get(a)[0].index - groups.get(b)[0].index).slice(0, MOST_SHOWN);
  const number = (key, i) => (name === "kind" ? KINDS.indexOf(key) : i + 1);
  const colourOf = (i) => (i > 0 && i <= MOST_SHOWN ? `group ${i}` : "node");
  return [name, new Map(order.map((key, i) => [key, { names: groups.get(key), colour: colourOf(number(key, i)) }]))];
}));

function tintOf(n) {
  const group = tints.get(state.tint).get(TINTS[state.tint].value(n));
  return group ? palette[group.colour] : palette.node;
}

// The same for the legend of a picture: [a drawing, what it means].
function tintPieces() {
  const { say, label } = TINTS[state.tint];
  return [...tints.get(state.tint)].filter(([, { names }]) => names.some((n) => n.drawn))
    .map(([key, { names, colour }]) => [[shapeOf("dot", 24, 0, 6, { fill: palette[colour] })], `${label} (inferred) ${say(key, names)}`]);
}

function buildTint() {
  const place = byId("tint");
  const choices = Object.keys(TINTS).filter((name) => tints.get(name).size > 1 || name === "kind");
  byId("colours").hidden = choices.length < 2;
  const inputs = choices.map((name) => make("input", { type: "radio", name: "tint", value: name, onchange: () => {
    state.tint = name;
    redraw();
    showTint();
    writeAddress();
  } }));
  const legend = make("ul", { class: "tints" });
  place.append(make("div", { class: "choices" }, choices.map((name, i) => make("label", {}, inputs[i], TINTS[name].label))), legend,
    make("p", { class: "fine", id: "tint-means" }));
  showTint = () => {
    for (const input of inputs) input.checked = input.value === state.tint;
    legend.replaceChildren(...legendOf(state.tint));
    byId("tint-means").textContent = TINTS[state.tint].means;
  };
  onChange(showTint);
}
let showTint = null;

function legendOf(tint) {
  const groups = [...tints.get(tint)];
  const rest = shown(nodes) - groups.reduce((sum, [, { names }]) => sum + shown(names), 0);
  const item = (mark, text, count) => make("li", {}, mark, make("span", { class: "what" }, text), make("span", { class: "count" }, count.toLocaleString("en")));
  return [
    ...groups.map(([key, { names, colour }]) => item(tint === "kind" ? make("span", { class: `kind-mark ${colour.replace(" ", "-")}` }, kindIcon(key)) : make("span", { class: `swatch ${colour.replace(" ", "-")}`, "aria-hidden": "true" }), words(TINTS[tint].say(key, names)), shown(names))),
    rest ? item(make("span", { class: "swatch", "aria-hidden": "true" }), "none, or small", rest) : null,
  ].filter(Boolean);
}
