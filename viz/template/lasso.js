// Names in an area: the reader draws around them. Those who cannot draw choose them from a list.

let lasso = null;

function startLasso() {
  const area = byId("lasso-sheet");
  byId("only").open = false;
  area.hidden = false;
  [area.width, area.height] = [graph.clientWidth, graph.clientHeight];
  byId("announce").textContent = "Draw around the names with the pointer; Escape leaves it.";
  byId("lasso-hint").hidden = false;
  lasso = [];
}

function endLasso() {
  lasso = null;
  byId("lasso-sheet").hidden = true;
  byId("lasso-hint").hidden = true;
  graph.focus({ preventScroll: true });
}

function inside(line, { x, y }) {
  let odd = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i, i += 1) {
    const [a, b] = [line[i], line[j]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  }
  return odd;
}

function traceLasso() {
  const pen = byId("lasso-sheet").getContext("2d");
  pen.clearRect(0, 0, graph.clientWidth, graph.clientHeight);
  pen.beginPath();
  for (const { x, y } of lasso) pen.lineTo(x, y);
  pen.closePath();
  pen.strokeStyle = palette.accent;
  pen.fillStyle = faded(palette.accent, 0.12);
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
}

function watchLasso() {
  const area = byId("lasso-sheet");
  const spot = (event) => ({ x: event.offsetX, y: event.offsetY });
  area.addEventListener("pointerdown", (event) => {
    area.setPointerCapture(event.pointerId);
    lasso = [spot(event)];
  });
  area.addEventListener("pointermove", (event) => {
    if (!lasso?.length) return;
    lasso.push(spot(event));
    traceLasso();
  });
  area.addEventListener("pointerup", () => {
    const caught = lasso?.length > 2 ? nodes.filter((n) => n.drawn && inside(lasso, network.canvasToDOM(at(n)))) : [];
    endLasso();
    if (caught.length) narrowTo({ centres: caught, hops: 0, also: [] }, { node: null });
    else byId("announce").textContent = "No name lies in the area drawn.";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !lasso) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    endLasso();
  }, { capture: true });
}
