// A copy of this page that holds what is shown and no more: the same scripts and style, which the policy admits by their
// hashes, with other data. The page as it was sent is kept for that, without its data, before any script changes it.

const pristine = document.documentElement.cloneNode(true);
for (const id of ["network", "told"]) pristine.querySelector(`#${id}`).replaceChildren();

// Data as it may stand in a script block: nothing in it can end the block.
const asBlock = (value) => JSON.stringify(value).replace(/[<>&'\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

const numbered = (things) => new Map(things.map((thing, i) => [thing, i]));

// A short mark for a selection, so that corrections made in a copy are kept apart from those of the whole.
function markFor(indexes) {
  let hash = 0x811c9dc5;
  for (const index of indexes) hash = Math.imul(hash ^ index, 0x01000193) >>> 0;
  return hash.toString(16);
}

// What is shown, as lines with their statements and names with their strength.
function shownParts() {
  const kept = statements.filter(inPicture);
  const byEdge = new Map();
  for (const s of kept) byEdge.set(s.edge, [...(byEdge.get(s.edge) || []), s]);
  const strength = new Map();
  const lines = [...byEdge].map(([e, said]) => {
    const whole = said.length === e.statements.length;
    const line = { e, said, weight: whole ? e.weight : said.length, actual: whole ? e.actual : said.filter((s) => s.modality === MODALITIES[0]).length,
      past: whole ? e.past : said.filter((s) => s.past).length };
    for (const n of new Set([e.source, e.target])) strength.set(n, (strength.get(n) || 0) + line.weight);
    return line;
  });
  if (state.node && !strength.has(state.node)) strength.set(state.node, 0);
  const names = [...strength.keys()].sort((a, b) => strength.get(b) - strength.get(a) || a.index - b.index);
  return { kept, lines, names, strength };
}

// Where a name stands; small groups, which stand in rows of their own, keep their places within themselves. Where the page
// is narrowed, all names stand where its own layout has put them.
const placeIn = (n) => (within || n.part === 0 ? { x: tidy(at(n).x / wider), y: tidy(at(n).y), part: 0 } : {});

function excerptData() {
  const { kept, lines, names, strength } = shownParts();
  const number = numbered(names);
  lines.sort((a, b) => number.get(a.e.source) - number.get(b.e.source) || number.get(a.e.target) - number.get(b.e.target) || a.e.index - b.e.index);
  const network = {
    nodes: names.map((n, i) => ({ ...drawn.nodes[n.index], id: `n${i}`, strength: strength.get(n), ...placeIn(n) })),
    edges: lines.map(({ e, weight, actual, past }, i) => ({ ...drawn.edges[e.index], id: `e${i}`, from: `n${number.get(e.source)}`, to: `n${number.get(e.target)}`, weight, actual, past })),
  };
  const same = told.same.filter((m) => number.has(nodes[m.name]) && number.has(nodes[m.into]))
    .map((m) => ({ ...m, name: number.get(nodes[m.name]), into: number.get(nodes[m.into]) }));
  const cut = { ...told, same, statements: excerptStatements(lines, number), digest: `${told.digest.slice(0, 32)}-${markFor(kept.map((s) => s.index))}`,
    excerpt: { choice: sayChoice(), statements: kept.length, all: statements.length },
    first: names.length, left: { nodes: 0, statements: 0, limit: null, about: [], hops: 0 }, total: { nodes: names.length, documents: 0 } };
  cut.total.documents = cut.statements.documents.length;
  return { network, cut };
}

function excerptStatements(lines, number) {
  const { fields, rows } = told.statements;
  const [sentences, documentsKept, around] = [new Map(), new Map(), new Map([[0, 0]])];
  const numberIn = (map, thing) => {
    if (!map.has(thing)) map.set(thing, map.size);
    return map.get(thing);
  };
  const renumber = {
    edge: (_, line) => line, source: (i) => number.get(nodes[i]), target: (i) => number.get(nodes[i]),
    sentence: (i) => numberIn(sentences, i), document: (i) => numberIn(documentsKept, i), before: (i) => numberIn(around, i), after: (i) => numberIn(around, i),
  };
  const cut = lines.flatMap(({ said }, line) => said.map((s) => rows[s.index].map((value, column) => {
    const change = renumber[fields[column]];
    return change ? change(value, line) : value;
  })));
  const { context } = told.statements;
  const shownAround = context ? { context: [...around.keys()].map((i) => context[i]) } : {};
  return { ...told.statements, ...shownAround, rows: cut, sentences: [...sentences.keys()].map((i) => told.statements.sentences[i]), documents: [...documentsKept.keys()].map((i) => documents[i]) };
}

function asExcerpt() {
  const { network, cut } = excerptData();
  let html = `<!DOCTYPE html>\n${pristine.outerHTML}\n`;
  for (const [id, value] of [["network", network], ["told", cut]]) {
    const start = `<script type="application/json" id="${id}">`;
    const at = html.lastIndexOf(start) + start.length;
    html = html.slice(0, at) + asBlock(value) + html.slice(at);
  }
  return html;
}

// In a copy: of what it is a part.
function sayExcerpt() {
  if (!told.excerpt) return;
  const { choice, statements: count, all } = told.excerpt;
  byId("excerpt").textContent = clean(`A copy of a part: ${Number(count).toLocaleString("en")} of ${plural(Number(all), "statement")}. ${short(choice, 400)}`);
  byId("excerpt").hidden = false;
}
