// The evidence: what is said of the chosen name or edge, quote by quote, with cue and names marked.

const panel = document.getElementById("panel");

// The sentence of a statement, cut where its marks begin and end. Offsets count characters, not halves of them.
function quote(s) {
  const letters = Array.from(s.sentence);
  const marks = [["source", s.source_start, s.source_end], ["target", s.target_start, s.target_end], ["cue", s.cue_start, s.cue_end]]
    .map(([part, from, to]) => ({ part, from: from - s.start, to: to - s.start }))
    .filter(({ from, to }) => from >= 0 && from < to && to <= letters.length);
  const cuts = [...new Set([0, letters.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((to, i) => {
    const text = letters.slice(cuts[i], to).join("");
    const over = marks.filter((m) => m.from <= cuts[i] && m.to >= to).map((m) => m.part);
    if (over.includes("cue")) return make("mark", { class: `cue ${s.relation}` }, text);
    return over.length ? make("span", { class: "mention" }, text) : text;
  });
  return make("q", { dir: "auto" }, pieces);
}

// A name that stands elsewhere in the document ("he", "the country") is said beside the quote.
function elsewhere(s) {
  const outside = (from, to) => from < s.start || to > s.end;
  const notes = [];
  if (outside(s.source_start, s.source_end)) notes.push(["named elsewhere in the text: ", s.source_text]);
  if (outside(s.target_start, s.target_end)) notes.push(["named elsewhere in the text: ", s.target_text]);
  return notes.map(([note, text]) => make("span", {}, note, words(`“${short(text, 60)}”`)));
}

function origin(s) {
  const { title, id, url } = s.document;
  const name = short(title || id, 120);
  const link = safeLink(url);
  return make("cite", {}, link ? make("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, words(name)) : words(name));
}

function facts(s) {
  const parts = [s.date, s.negated ? "denied" : null, s.modality === "actual" ? null : s.modality];
  if (s.attributed_to) parts.push(`according to ${short(s.attributed_to, 60)}`);
  return parts.filter(Boolean).map((part) => words(part));
}

function statementItem(s, heading) {
  return make("li", { class: `statement ${s.relation}`, "data-statement": s.index },
    heading ? make("p", { class: "who" }, relationMark(s.edge), words(short(sayEdge(s.edge), 120))) : null,
    make("blockquote", {}, quote(s)),
    make("p", { class: "origin" }, joined([origin(s), ...facts(s), ...elsewhere(s)])),
    make("p", { class: "fine" }, `rule ${short(s.rule, 60)}, confidence ${s.confidence.toFixed(2)}`),
  );
}

const joined = (parts) => parts.flatMap((part, i) => (i ? [" · ", part] : [part]));
const relationMark = (e) => make("span", { class: `key ${e.relation}${e.negated ? " denied" : ""}`, "aria-hidden": "true" });

function showEdge(e) {
  const seen = e.statements.filter((s) => s.visible);
  const more = e.weight - e.statements.length;
  panel.replaceChildren(...[
    make("h2", {}, words(short(e.source.name, 80)), " ", make("span", { class: `verb ${e.relation}` }, verb(e)), " ", words(short(e.target.name, 80))),
    make("p", { class: "fine" }, `${plural(seen.length, "statement")}${more > 0 ? `; ${more} more are not kept in this page` : ""}`),
    make("ol", { class: "statements" }, seen.map((s) => statementItem(s, false))),
  ]);
}

function showNode(n) {
  const kind = told.look.kinds[n.kind].label;
  const others = n.names.filter((name) => name !== n.name).slice(0, 12).map((name) => short(name, 40));
  panel.replaceChildren(...[
    make("h2", {}, words(short(n.name, 120))),
    make("p", { class: "fine" }, `${kind} · ${plural(n.statements.filter((s) => s.visible).length, "statement")}`),
    others.length ? make("p", { class: "fine" }, "also named ", words(others.join(", "))) : null,
    ...groups(n),
  ].filter(Boolean));
}

function groups(n) {
  return RELATIONS.flatMap((relation) => {
    const seen = n.statements.filter((s) => s.visible && s.relation === relation);
    if (!seen.length) return [];
    return [
      make("h3", {}, make("span", { class: `key ${relation}`, "aria-hidden": "true" }), told.look.relations[relation].label),
      make("ol", { class: "statements" }, seen.slice(0, 100).map((s) => statementItem(s, true))),
      seen.length > 100 ? make("p", { class: "fine" }, `${seen.length - 100} more: choose an edge to read them`) : null,
    ].filter(Boolean);
  });
}

function showNothing() {
  panel.replaceChildren(
    make("h2", {}, "Who says so?"),
    make("p", {}, "Choose a line to read the sentences it rests on, or a name to read all that is said of it."),
  );
}

function drawPanel() {
  if (state.edge) showEdge(state.edge);
  else if (state.node) showNode(state.node);
  else showNothing();
}
