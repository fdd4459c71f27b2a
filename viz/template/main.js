// Put the parts together, draw, and say so.

function summary() {
  const { left, total } = told;
  const parts = [plural(statements.length, "statement"), plural(nodes.length, "name"), total.documents > documents.length ? `${documents.length.toLocaleString("en")} of ${plural(total.documents, "document")}` : plural(documents.length, "document")];
  const past = statements.filter((s) => s.past).length;
  if (past) parts.push(`${past.toLocaleString("en")} about the past`);
  if (known.length) parts.push(span ? `${sayDate(isoOf(0))} to ${sayDate(isoOf(span))}` : sayDate(isoOf(0)));
  byId("summary").textContent = parts.join(" · ");
  const about = left.about.map((name) => short(name, 60)).join(", ");
  const which = left.about.length ? `names up to ${plural(left.hops, "step")} from ${about}${left.limit && nodes.length >= left.limit ? ", the strongest of them" : ""}` : "names with the most statements";
  const kept = edges.reduce((sum, e) => sum + e.weight - e.statements.length, 0);
  const notes = [];
  if (!statements.length) notes.push("No sentence in these texts says who is with whom, who is against whom, or who went where. Being named is not enough.");
  if (left.nodes) notes.push(`This page shows ${nodes.length.toLocaleString("en")} of ${plural(total.nodes, "name")}: the ${which}. ${plural(left.statements, "statement")} ${left.statements === 1 ? "is" : "are"} left out.`);
  if (kept) notes.push(`Lines with very many statements quote only some of them; ${plural(kept, "statement")} ${kept === 1 ? "is" : "are"} counted but not quoted.`);
  byId("left").textContent = notes.join(" ");
  byId("left").hidden = !notes.length;
}

summary();
buildTicks();
buildNumbers();
buildTime();
buildTable();
sift();
measure();
startDrawing(graph);
watchView();
watchTake();
watchTheme();
watchSheet();
combobox(byId("search"), (node) => {
  choose({ node });
  bringIntoSight(node);
  if (narrow.matches) panel.focus({ preventScroll: true });
});
byId("reset").addEventListener("click", reset);
if (matchMedia("(min-width: 75rem)").matches) byId("more").open = true;
onChange(redraw);
onChange(drawPanel);
onChange(drawSheet);
onChange(() => drawTable());
onChange(showStatus);
onChange(announce);
onChange(writeAddress);
readAddress();
setTheme("system");
showView();
addEventListener("hashchange", () => {
  if (location.hash.slice(1) === written) return;
  readAddress();
  if (state.view) showView();
});
addEventListener("resize", () => requestAnimationFrame(() => {
  measure();
  if (!state.view) fit();
}));

// For whoever looks at the page from outside (a test, a reader's own script).
function onScreen(place) {
  const box = graph.getBoundingClientRect();
  const spot = network.canvasToDOM(place);
  return [box.left + spot.x, box.top + spot.y];
}
window.entente = Object.freeze({
  get readFrom() { return readFrom; },
  whereIsEdge: (say) => onScreen(middle(edges.find((e) => sayEdge(e) === say))),
  whereIsEdgeNumber: (i) => onScreen(middle(edges[i])),
  whereIsNode: (name) => onScreen(at(nodes.find((n) => n.name === name))),
  chooseName: (i) => choose({ node: nodes[i] }),
  chooseEdge: (i) => choose({ edge: edges[i] }),
  hiddenEdges: () => edges.filter((e) => edgeData.get(e.id).hidden).map(sayEdge),
  dimmed: () => nodes.filter((n) => focused && !focused.nodes.has(n)).map((n) => n.name),
  looks: () => Object.fromEntries(edges.map((e) => {
    const drawn = edgeData.get(e.id);
    return [sayEdge(e), { dashes: Boolean(drawn.dashes), arrow: Boolean(drawn.arrows), strikes: e.negated ? strikes(e).length : 0,
      opacity: edgeInk(e).opacity, colour: edgeInk(e).color }];
  })),
  middles: () => edges.map(middle).filter(Boolean).map(({ x, y }) => [x, y]),
  loopAngles: () => edges.filter((e) => e.loop !== null).map((e) => edgeData.get(e.id).selfReference.angle),
  labels: () => labelsShown.map(({ text, box }) => ({ text, box })),
  scale: () => network.getScale(),
});
network.once("afterDrawing", () => { ground.dataset.drawn = String(Math.round(performance.now())); });
network.redraw();
