// Put the parts together, draw, and say so.

function summary() {
  const { left, total } = told;
  const about = left.about.map((name) => short(name, 60)).join(", ");
  const which = left.about.length ? `names up to ${plural(left.hops, "step")} from ${about}${left.limit && nodes.length >= left.limit ? ", the strongest of them" : ""}` : "names with the most statements";
  const kept = edges.reduce((sum, e) => sum + e.weight - e.statements.length, 0);
  const notes = [];
  if (!statements.length) notes.push("No sentence in these texts says who is with whom, who is against whom, or who went where. Being named is not enough.");
  if (left.nodes) notes.push(`This page shows ${nodes.length.toLocaleString("en")} of ${plural(total.nodes, "name")}: the ${which}. ${plural(left.statements, "statement")} ${left.statements === 1 ? "is" : "are"} left out.`);
  if (kept) notes.push(`Lines with very many statements quote only some of them; ${plural(kept, "statement")} ${kept === 1 ? "is" : "are"} counted but not quoted.`);
  const near = told.statements.around;
  if (near && near.shown < near.all) notes.push(`The sentences around a quote are in this page for ${near.shown.toLocaleString("en")} of ${near.all.toLocaleString("en")} quotes.`);
  byId("left").textContent = notes.join(" ");
  byId("left").hidden = !notes.length;
}

summary();
sayExcerpt();
onChange(findChanges);
onChange(arrangeScope);
onChange(drawAnew);
buildTicks();
buildNumbers();
buildTime();
buildDrawn();
buildTint();
buildTable();
sift();
startDrawing(graph);
watchView();
watchQuotes();
watchLasso();
buildFocus();
watchTake();
watchKeeping();
paintChangesToo();
watchTheme();
watchSheet();
watchPaper();
combobox(byId("search"), (node) => {
  choose({ node });
  bringIntoSight(node);
  if (narrow.matches) panel.focus({ preventScroll: true });
});
byId("reset").addEventListener("click", reset);
if (matchMedia("(min-width: 75rem)").matches) for (const id of ["more", "colours"]) byId(id).open = true;
onChange(titleLine);
onChange(refit);
onChange(showEmpty);
onChange(drawPanel);
onChange(drawSheet);
onChange(() => drawTable());
onChange(showStatus);
onChange(countSources);
onChange(announce);
onChange(writeAddress);
readAddress();
setTheme("system");
showView();
addEventListener("hashchange", () => {
  if (location.hash.slice(1) !== written) followAddress();
});
network.on("resize", () => requestAnimationFrame(() => {
  placeMargin();
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
  whereIsEdge: (say) => onScreen(middle(edges.find((e) => lineName(e) === say))),
  whereIsEdgeNumber: (i) => onScreen(middle(edges[i])),
  whereIsNode: (name) => onScreen(at(nodes.find((n) => n.name === name))),
  chooseName: (i) => choose({ node: nodes[i] }),
  chooseEdge: (i) => choose({ edge: edges[i] }),
  hiddenEdges: () => edges.filter((e) => !e.drawn).map(lineName),
  dimmed: () => nodes.filter((n) => focused && !focused.nodes.has(n)).map((n) => n.name),
  looks: () => Object.fromEntries(edges.map((e) => [lineName(e), { dashes: dashOf(e).length > 0, arrow: !e.symmetric,
    strikes: e.negated ? strikes(e).length : 0, opacity: edgeInk(e).opacity, colour: edgeInk(e).color }])),
  middles: () => edges.map(middle).filter(Boolean).map(({ x, y }) => [x, y]),
  loopAngles: () => edges.filter((e) => e.loop !== null).map(loopAngle),
  labels: () => labelsShown.map(({ text, box }) => ({ text, box })),
  scale: () => network.getScale(),
  placeOf: (name) => (({ x, y }) => [x / wider, y])(at(nodes.find((n) => n.name === name))),
  drawnNames: () => nodes.filter((n) => n.drawn).map((n) => n.name),
  marks: () => nodes.filter((n) => n.drawn).map((n) => {
    const { x, y } = network.canvasToDOM(at(n));
    const r = radius(n) * network.getScale();
    return { name: n.name, kind: n.kind, part: n.part, r, fill: nodeInk(n).fill, box: [x - r, y - r, x + r, y + r].map((v, i) => v - (i % 2 ? graph.clientHeight : graph.clientWidth) / 2) };
  }),
});
network.once("afterDrawing", () => { ground.dataset.drawn = String(Math.round(performance.now())); });
network.redraw();
