// The shapes of the kinds as points, as vis-network draws them: for the SVG and for the legend.

const SVG = "http://www.w3.org/2000/svg";

function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const turn = (count, radius, start) => Array.from({ length: count }, (_, i) => {
  const angle = start + (2 * Math.PI * i) / count;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

const CORNERS = {
  square: (r) => [[-r, -r], [r, -r], [r, r], [-r, r]],
  diamond: (r) => [[0, r], [r, 0], [0, -r], [-r, 0]],
  triangle: (r) => turn(3, (2 * 1.15 * r) / Math.sqrt(3), -Math.PI / 2).map(([x, y]) => [x, y + 0.275 * r]),
  triangleDown: (r) => turn(3, (2 * 1.15 * r) / Math.sqrt(3), Math.PI / 2).map(([x, y]) => [x, y - 0.275 * r]),
  hexagon: (r) => turn(6, r, 0),
};

const tidy = (value) => Math.round(value * 10) / 10;

function shapeOf(shape, x, y, r, attributes) {
  if (!CORNERS[shape]) return draw("circle", { cx: tidy(x), cy: tidy(y), r: tidy(r), ...attributes });
  const points = CORNERS[shape](r).map(([dx, dy]) => `${tidy(x + dx)},${tidy(y + dy)}`).join(" ");
  return draw("polygon", { points, ...attributes });
}

function kindIcon(kind) {
  const { shape } = told.look.kinds[kind];
  const look = shape === "ring" ? { fill: "none", stroke: "currentColor", "stroke-width": 2 } : { fill: "currentColor" };
  return draw("svg", { class: "kind", viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" }, shapeOf(shape, 0, 0, 5.5, look));
}
