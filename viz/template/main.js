// Put the parts together.

const graph = document.getElementById("graph");

function legend() {
  const box = document.getElementById("relations");
  for (const relation of RELATIONS) {
    const count = statements.filter((s) => s.relation === relation).length;
    const input = make("input", { type: "checkbox", name: "relation", value: relation, checked: true, onchange: () => {
      const chosen = new Set(state.relation);
      if (input.checked) chosen.add(relation); else chosen.delete(relation);
      change({ relation: chosen });
    } });
    box.append(make("label", {}, input, make("span", { class: `key ${relation}`, "aria-hidden": "true" }), `${told.look.relations[relation].label} ${count}`));
  }
}

function counts() {
  const parts = [plural(statements.length, "statement"), plural(nodes.length, "name"), plural(documents.length, "document")];
  if (dates.length) parts.push(dates.length > 1 ? `${dates[0]} to ${dates[dates.length - 1]}` : dates[0]);
  const left = told.left.nodes ? ` — the strongest of ${plural(told.total.nodes, "name")}; ${plural(told.left.statements, "statement")} left out` : "";
  document.getElementById("summary").textContent = parts.join(" · ") + left;
}

function showHidden() {
  const [e, n] = [edges.length - shown(edges), nodes.length - shown(nodes)];
  document.getElementById("hidden").textContent = e || n ? `${plural(e, "line")} and ${plural(n, "name")} hidden` : "";
  document.getElementById("reset").hidden = !(e || n);
}

function clicked({ nodes: [node], edges: [edge], pointer }) {
  const named = labelAt(pointer.DOM.x - graph.clientWidth / 2, pointer.DOM.y - graph.clientHeight / 2);
  if (node || named) change({ node: node ? nodeById.get(node) : named, edge: null, path: null });
  else if (edge) change({ edge: edgeById.get(edge), node: null, path: null });
  else change({ edge: null, node: null, path: null });
}

legend();
counts();
sift();
startDrawing(graph);
network.on("click", clicked);
onChange(redraw);
onChange(drawPanel);
onChange(showHidden);
document.getElementById("reset").addEventListener("click", () => {
  state = { ...fresh(), node: state.node, edge: state.edge };
  for (const input of document.querySelectorAll("#relations input")) input.checked = true;
  change({});
});
change({});
network.fit({ animation: false });

// For whoever drives the page from outside (a test, a reader's own script): read-only answers, no state of ours.
function onScreen({ x, y }) {
  const box = graph.getBoundingClientRect();
  const spot = network.canvasToDOM({ x, y });
  return [box.left + spot.x, box.top + spot.y];
}
window.entente = Object.freeze({
  whereIsEdge: (say) => onScreen(middle(edges.find((e) => sayEdge(e) === say))),
  whereIsNode: (name) => onScreen(at(nodes.find((n) => n.name === name))),
  whereIsEdgeNumber: (i) => onScreen(middle(edges[i])),
  chooseName: (i) => change({ node: nodes[i], edge: null, path: null }),
  chooseEdge: (i) => change({ edge: edges[i], node: null, path: null }),
  hiddenEdges: () => edges.filter((e) => edgeData.get(e.id).hidden).map(sayEdge),
  labels: () => labelsShown.map(({ text, box }) => ({ text, box })),
});
document.documentElement.dataset.drawn = "true";
