// Taking it along: the view as SVG and PNG, the visible statements as CSV and JSON, a quote, a link, paper.

function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copy(text, button, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  sayFor(button, done);
}

// Say something in the place of a button, for a moment, and to those who hear the page.
function sayFor(button, text) {
  const before = button.textContent;
  button.textContent = text;
  byId("announce").textContent = text;
  setTimeout(() => { button.textContent = before; }, 1500);
}

function copyButton(s) {
  const source = [s.document.title || s.document.id, s.date, safeLink(s.document.url)].filter(Boolean).join(", ");
  const button = make("button", { type: "button", onclick: () => copy(clean(`“${s.sentence}” — ${source}`), button, "Copied") }, "Copy quote");
  return button;
}

// A statement as `entente extract` prints it.
const RECORD = ["source", "source_text", "source_start", "source_end", "relation", "target", "target_text", "target_start", "target_end",
  "cue", "cue_start", "cue_end", "sentence", "start", "end", "symmetric", "negated", "modality", "attributed_to", "date", "document", "rule", "confidence", "past", "when"];
const record = (s) => Object.fromEntries(RECORD.map((name) => {
  if (name === "source" || name === "target") return [name, s[name].name];
  return [name, name === "document" ? s.document.id : s[name]];
}));

function asJson() {
  const byDocument = new Map();
  for (const s of statements) {
    if (!inFocus(s)) continue;
    if (!byDocument.has(s.document)) byDocument.set(s.document, []);
    byDocument.get(s.document).push(record(s));
  }
  return JSON.stringify([...byDocument].map(([d, list]) => ({ id: d.id, date: d.date, title: d.title, url: d.url, statements: list })), null, 1) + "\n";
}

// A cell that a spreadsheet would take for a formula is kept from being one.
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asCsv() {
  const lines = statements.filter(inFocus).map((s) => [...Object.values(record(s)), s.document.title, s.document.url].map(cell).join(","));
  return `\ufeff${[[...RECORD, "title", "url"].join(","), ...lines].join("\r\n")}\r\n`;
}

// The view as an SVG: the same places, curves, dashes and labels as on the screen; around it what picture.js writes.
function asSvg(titled = true, size = 1) {
  const [wide, high] = [graph.clientWidth, graph.clientHeight];
  const head = svgHead(wide, titled);
  const foot = svgFoot(wide, head.high + high);
  const whole = head.high + high + foot.high;
  const scale = network.getScale();
  const spot = (p) => network.canvasToDOM(p);
  const lines = draw("g", { fill: "none" });
  const marks = draw("g", {});
  for (const pair of contestedPairs.filter((p) => contestedNow(p) && p.edges.some((e) => e.drawn))) {
    const [a, b] = [pair.edges[0].source, pair.edges[0].target].map((n) => spot(at(n)));
    lines.append(draw("path", { d: `M${tidy(a.x)} ${tidy(a.y)}L${tidy(b.x)} ${tidy(b.y)}`, stroke: palette.soft, "stroke-opacity": bandInk(pair), "stroke-width": tidy(BAND * fine * unit * scale), "stroke-linecap": "round" }));
  }
  for (const e of edges) if (e.drawn) svgEdge(e, spot, scale, lines);
  for (const n of nodes) if (n.drawn) svgNode(n, spot(at(n)), scale, marks);
  const labels = draw("g", { fill: palette.ink, stroke: palette.ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke", "text-anchor": "middle", "font-size": SIZE, "font-weight": 500 });
  for (const { text, x, y, hint } of labelsShown) {
    labels.append(svgText(text, { x: tidy(x + wide / 2), y: tidy(y + high / 2 + SIZE * 0.36) }));
    if (hint) lines.append(draw("path", { d: `M${hint.map((v, i) => tidy(v + (i % 2 ? high : wide) / 2)).join(" ")}`, stroke: palette.soft }));
  }
  const frame = draw("svg", { x: 0, y: head.high, width: wide, height: high, viewBox: `0 0 ${wide} ${high}` }, lines, marks, svgChanges(spot), labels);
  return draw("svg", { xmlns: SVG, width: wide * size, height: whole * size, viewBox: `0 0 ${wide} ${whole}`, "font-family": "system-ui, sans-serif" },
    svgTitle(), draw("rect", { width: "100%", height: "100%", fill: palette.ground }), ...head.parts, frame, ...foot.parts);
}

function svgEdge(e, spot, scale, group) {
  const { color, opacity } = edgeInk(e);
  const dash = dashOf(e).map((d) => tidy(d * scale)).join(" ");
  const look = { stroke: color, "stroke-opacity": opacity, "stroke-width": tidy(Math.max(thickness(e) * scale, 0.5)), ...(dash ? { "stroke-dasharray": dash } : {}) };
  if (e.loop !== null) {
    const loop = loopOf(e);
    const { x, y } = spot(loop);
    group.append(draw("circle", { cx: tidy(x), cy: tidy(y), r: tidy(loop.r * scale), ...look }));
    return;
  }
  const [a, b, via] = [at(e.source), at(e.target), bow(e)].map(spot);
  const curve = (t) => ({ x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * via.x + t ** 2 * b.x, y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * via.y + t ** 2 * b.y });
  let end = 1;
  if (!e.symmetric) while (end > 0.02 && Math.hypot(curve(end).x - b.x, curve(end).y - b.y) < (radius(e.target) + 2 * unit) * scale) end -= 0.005;
  const [tip, turnAt] = [curve(end), { x: a.x + (via.x - a.x) * end, y: a.y + (via.y - a.y) * end }];
  group.append(draw("path", { d: `M${tidy(a.x)} ${tidy(a.y)}Q${tidy(turnAt.x)} ${tidy(turnAt.y)} ${tidy(tip.x)} ${tidy(tip.y)}`, ...look }));
  if (!e.symmetric) group.append(svgArrow(tip, curve(Math.max(0, end - 0.03)), arrowSize(e) * scale, color, opacity));
  for (const [x1, y1, x2, y2] of e.negated ? strikes(e) : []) {
    const [p, q] = [spot({ x: x1, y: y1 }), spot({ x: x2, y: y2 })];
    group.append(draw("path", { d: `M${tidy(p.x)} ${tidy(p.y)}L${tidy(q.x)} ${tidy(q.y)}`, stroke: color, "stroke-width": tidy(2 * unit * scale) }));
  }
}

function svgArrow(tip, from, size, color, opacity) {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const corner = (turnBy) => `${tidy(tip.x - size * 1.6 * Math.cos(angle + turnBy))},${tidy(tip.y - size * 1.6 * Math.sin(angle + turnBy))}`;
  return draw("polygon", { points: `${tidy(tip.x)},${tidy(tip.y)} ${corner(0.38)} ${corner(-0.38)}`, fill: color, "fill-opacity": opacity });
}

function svgNode(n, { x, y }, scale, group) {
  const { shape } = told.look.kinds[n.kind];
  const opacity = focused && !focused.nodes.has(n) ? 0.18 : 1;
  const look = shape === "ring" ? { fill: palette.ground, stroke: tintOf(n), "stroke-width": tidy(2.5 * unit * scale), opacity } : { fill: tintOf(n), stroke: palette.ground, opacity };
  group.append(shapeOf(shape, x, y, radius(n) * scale, look));
}

const fileName = (ending) => `${folded(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "entente"}.${ending}`;

const TAKE = {
  png: takePng,
  svg: () => download(fileName("svg"), "image/svg+xml", `<?xml version="1.0" encoding="UTF-8"?>\n${svgString()}\n`),
  csv: () => download(fileName("csv"), "text/csv", asCsv()),
  json: () => download(fileName("json"), "application/json", asJson()),
  html: () => download(fileName("html").replace(/\.html$/, "-part.html"), "text/html", asExcerpt()),
  link: (button) => copy(location.href, button, location.protocol === "file:" ? "Copied; it needs this file" : "Copied"),
  print: () => print(),
};

// A menu closes on a press elsewhere and on Escape.
function watchMenu(menu) {
  document.addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.preventDefault();
  });
}

function watchTake() {
  for (const button of document.querySelectorAll("[data-take]")) button.addEventListener("click", () => TAKE[button.dataset.take](button));
  for (const id of ["take", "marks"]) watchMenu(byId(id));
}
