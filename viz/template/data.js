// What the page was told → nodes, edges and statements that know one another; and text made safe to show.

const told = JSON.parse(document.getElementById("told").textContent);
const drawn = JSON.parse(document.getElementById("network").textContent);
// What is as usual is not told of each name and line.
drawn.nodes = drawn.nodes.map((n) => ({ names: [n.name], aliases: [], camp: null, part: 0, ...n }));
drawn.edges = drawn.edges.map((e) => ({ relation: e.key, negated: false, symmetric: false, actual: e.weight, past: 0, ...e }));

const RELATIONS = Object.keys(told.look.relations);
const KINDS = Object.keys(told.look.kinds);
const MODALITIES = ["actual", "planned", "possible"];

const nodes = drawn.nodes.map((n, index) => ({ ...n, index, edges: [], statements: [], visible: true }));
const nodeById = new Map(nodes.map((n) => [n.id, n]));

const edges = drawn.edges.map((e, index) => ({
  ...e, index, source: nodeById.get(e.from), target: nodeById.get(e.to), statements: [], visible: true,
}));
const edgeById = new Map(edges.map((e) => [e.id, e]));

const documents = told.statements.documents;

const statements = told.statements.rows.map((row, index) => {
  const s = { index, visible: true };
  told.statements.fields.forEach((field, i) => { s[field] = row[i]; });
  s.edge = edges[s.edge];
  s.source = nodes[s.source];
  s.target = nodes[s.target];
  s.relation = s.edge.relation;
  s.negated = s.edge.negated;
  s.sentence = told.statements.sentences[s.sentence];
  s.document = documents[s.document];
  s.before = told.statements.context?.[s.before] ?? "";
  s.after = told.statements.context?.[s.after] ?? "";
  s.edge.statements.push(s);
  for (const n of new Set([s.source, s.target])) n.statements.push(s);
  return s;
});

// A line is of the past where all that it rests on is.
const isPast = (e) => e.past >= e.weight;

// Edges of one pair, so that they can be drawn beside one another, and contested pairs be known.
const pairs = new Map();
for (const e of edges) {
  const ends = [e.source.index, e.target.index].sort((a, b) => a - b).join("-");
  if (!pairs.has(ends)) pairs.set(ends, { edges: [], contested: false });
  e.pair = pairs.get(ends);
  e.pair.edges.push(e);
  for (const n of new Set([e.source, e.target])) n.edges.push(e);
}
for (const pair of pairs.values()) {
  const held = new Set(pair.edges.filter((e) => !e.negated && !isPast(e)).map((e) => told.look.relations[e.relation].sign));
  pair.contested = held.has(1) && held.has(-1);
}

// Texts are hostile. Controls, half characters and marks that turn the words around them are shown as "\ufffd",
// one for one, so that offsets stay true. Data that leaves the page keeps its characters.
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;
const clean = (text) => String(text).replace(UNFIT, "\ufffd");
const short = (text, most) => {
  const letters = Array.from(clean(text).slice(0, 4 * most));
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : letters.join("");
};
const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

// Make an element; children that are strings become text, never HTML. Attributes are ours alone, never a text's.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick" || name === "onchange" || name === "oninput") element.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, clean(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(clean(child)));
  }
  return element;
}
// Words of a text, kept apart from the direction of the words around them.
const words = (text, attributes = {}) => make("bdi", attributes, text);

// The address of a document, if a reader can safely go there.
function safeLink(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
  } catch {
    return null;
  }
}

// A line as a sentence: "The United States opposes Iran", "Palestinians may side with Iran". The words come from the data.
const moodOf = (e) => (e.actual ? (isPast(e) ? "past" : "actual") : e.statements.some((s) => s.modality === MODALITIES[1]) ? "planned" : "possible");
const verb = (e) => told.look.relations[e.relation].forms[moodOf(e)][(e.negated ? 2 : 0) + (e.source.many ? 1 : 0)];
const phrase = (n) => n.said ?? n.name;
const capital = (n) => (n.said ? n.said[0].toUpperCase() + n.said.slice(1) : n.name);
const sayEdge = (e) => `${capital(e.source)} ${verb(e)} ${phrase(e.target)}`;
const lineName = (e) => `${e.source.name} ${told.look.relations[e.relation][e.negated ? "denied" : "said"]} ${e.target.name}`;

// The line that stands for a relation, in legend and headings.
const keyOf = (relation, negated = false) => make("span", { class: `key ${told.look.relations[relation].slug}${negated ? " denied" : ""}`, "aria-hidden": "true" });
const byId = (id) => document.getElementById(id);
