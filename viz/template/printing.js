// On paper: what is shown, the picture with its legend, the quotes, then the table.

const ON_PAPER = 200;

function paperLine(e, said) {
  return make("section", {}, make("h3", {}, keyOf(e.relation, e.negated), words(short(sayEdge(e), 200))),
    make("ul", {}, said.map((s) => make("li", {}, quote(s), make("p", { class: "fine" },
      joined([words(short(s.document.title || s.document.id, 140)), s.date ? sayDate(s.date) : null, s.past ? "of the past" : null, safeLink(s.document.url)].filter(Boolean)))))));
}

function fillPaper() {
  const kept = statements.filter(inPicture);
  const byEdge = new Map();
  for (const s of kept.slice(0, ON_PAPER)) byEdge.set(s.edge, [...(byEdge.get(s.edge) || []), s]);
  const picture = asSvg(false);
  byId("paper").replaceChildren(picture, make("h2", {}, "Who says so"), ...[...byEdge].map(([e, said]) => paperLine(e, said)),
    ...(kept.length > ON_PAPER ? [make("p", {}, `The first ${ON_PAPER} of ${plural(kept.length, "statement")} are quoted; the table names all.`)] : []));
}

function watchPaper() {
  addEventListener("beforeprint", fillPaper);
  addEventListener("afterprint", () => byId("paper").replaceChildren());
}
