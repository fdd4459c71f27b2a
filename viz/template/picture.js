// What stands around a picture of the graph: above it the headline and what is shown, below it the legend and the source.

const PIECE = 13;
const ruler = document.createElement("canvas").getContext("2d");

function textWidth(text, size, weight = 400) {
  ruler.font = `${weight} ${size}px system-ui, sans-serif`;
  return ruler.measureText(text).width;
}

// Words in lines that are no wider than they may be, and no more lines than asked for.
function wrapped(text, wide, size, most) {
  const lines = [""];
  for (const word of clean(text).split(" ")) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : short(word, Math.floor(wide / (size * 0.62)));
    if (textWidth(longer, size) <= wide || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(short(word, Math.floor(wide / (size * 0.62))));
    else {
      lines[lines.length - 1] += " …";
      break;
    }
  }
  return lines;
}

function svgText(text, attributes) {
  const element = draw("text", attributes);
  element.textContent = clean(text);
  return element;
}

function svgTitle() {
  const title = draw("title", {});
  title.textContent = clean(document.title);
  return title;
}

// The headline as large as its width allows, and cut where even small letters would not fit.
function svgHeadline(wide) {
  const letter = 0.56;
  const size = Math.min(22, Math.max(13, wide / (document.title.length * letter)));
  const text = short(document.title, Math.floor(wide / (size * letter)));
  return svgText(text, { x: 20, y: 38, fill: palette.ink, "font-size": tidy(size), "font-weight": 700, "font-family": "Georgia, serif" });
}

// What stands above the picture, and how high that is.
function svgHead(wide, titled) {
  const lines = wrapped(sayChoice(), wide - 40, PIECE, 3);
  const top = titled ? 62 : 22;
  const parts = lines.map((line, i) => svgText(line, { x: 20, y: top + i * 18, fill: palette.soft, "font-size": PIECE }));
  return { parts: titled ? [svgHeadline(wide - 40), ...parts] : parts, high: top + lines.length * 18 };
}

// The pieces of the legend: [a drawing 34 wide around the height 0, what it means].
function legendPieces() {
  const seen = edges.filter((e) => e.drawn);
  const line = (attributes) => draw("path", { d: "M0 0h34", "stroke-width": 3, ...attributes });
  const pieces = RELATIONS.filter((r) => seen.some((e) => e.relation === r)).map((r) => {
    const dash = told.look.relations[r].dash.join(" ");
    return [[line({ stroke: palette[`of ${r}`], ...(dash ? { "stroke-dasharray": dash } : {}) })], told.look.relations[r].label];
  });
  if (seen.some((e) => e.negated)) {
    const strike = (x) => draw("path", { d: `M${x} 6l5 -12`, stroke: palette.ink, "stroke-width": 2 });
    pieces.push([[line({ stroke: palette.soft, "stroke-opacity": 0.5 }), strike(11), strike(17)], "denied"]);
  }
  if (seen.some((e) => !e.actual)) pieces.push([[line({ stroke: palette.ink, "stroke-opacity": 0.6 })], "pale: planned or possible"]);
  if (seen.some(isPast)) pieces.push([[line({ stroke: palette.ink, "stroke-opacity": 0.35 })], "very pale: of the past"]);
  if (contestedPairs.some((pair) => pair.edges.some((e) => e.drawn))) pieces.push([[line({ stroke: palette.soft, "stroke-opacity": 0.3, "stroke-width": 12, "stroke-linecap": "round" })], "contested"]);
  for (const kind of KINDS.filter((k) => nodes.some((n) => n.drawn && n.kind === k))) {
    const { shape, label } = told.look.kinds[kind];
    const colour = state.tint === "kind" ? palette[tints.get("kind").get(kind).colour] : palette.node;
    const ink = shape === "ring" ? { fill: palette.ground, stroke: colour, "stroke-width": 2 } : { fill: colour };
    pieces.push([[shapeOf(shape, 24, 0, 6, ink)], label]);
  }
  if (state.tint !== "kind") pieces.push(...tintPieces());
  pieces.push(...changePieces());
  return pieces;
}

// What is drawn: that which pictures, paper and copies are about.
const inPicture = (s) => inFocus(s) && s.edge.drawn;

function sourceNote() {
  const drawnNow = statements.filter(inPicture);
  const used = new Set(drawnNow.map((s) => s.document));
  const dates = [...used].map((d) => d.date).filter((date) => Number.isFinite(dayOf(date))).sort();
  const when = dates.length ? `, ${sayDate(dates[0])}${dates[0] === dates[dates.length - 1] ? "" : ` to ${sayDate(dates[dates.length - 1])}`}` : "";
  const named = used.size && used.size <= 3 ? `: ${[...used].map((d) => short(d.title || d.id, 70)).join("; ")}` : "";
  return `Source: ${plural(drawnNow.length, "statement")} in ${plural(used.size, "document")}${named}${when}. Read by entente ${told.version}, whose rules can be wrong.`;
}

// What stands below the picture, from a height on, and how high that is.
function svgFoot(wide, from) {
  const parts = [];
  let [x, y] = [20, from + 24];
  for (const [drawing, label] of legendPieces()) {
    const width = 42 + textWidth(label, PIECE) + 22;
    if (x > 20 && x + width > wide) [x, y] = [20, y + 22];
    parts.push(draw("g", { transform: `translate(${tidy(x)} ${y - 4})` }, ...drawing), svgText(label, { x: tidy(x + 42), y, fill: palette.ink, "font-size": PIECE }));
    x += width;
  }
  const lines = wrapped(sourceNote(), wide - 40, 12, 4);
  lines.forEach((line, i) => parts.push(svgText(line, { x: 20, y: y + 24 + i * 16, fill: palette.soft, "font-size": 12 })));
  return { parts, high: y + 24 + lines.length * 16 - from };
}

const svgString = (scale = 1) => new XMLSerializer().serializeToString(asSvg(true, scale));

async function asPng(scale) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgString(scale))}`;
  await picture.decode();
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [picture.width, picture.height];
  sheet.getContext("2d").drawImage(picture, 0, 0, sheet.width, sheet.height);
  return new Promise((resolve) => { sheet.toBlob(resolve, "image/png"); });
}

async function takePng(button) {
  const made = await asPng(Number(byId("scale").value));
  if (made) download(fileName("png"), "image/png", made);
  else sayFor(button, "Too large for this browser: choose a smaller size");
}
