// What changed in the time that is shown, against the time before: lines that are new, pairs that turned, lines that are
// not said again. Named in words in the panel, marked on the graph.

const LISTED = 12;
const MARKED = 60;
const GHOSTS = 24;
const APART = 17;
const GHOST_NAMES = 12;
const SHORT_DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
let changes = null;

// Against which days the days shown are compared; null where nothing lies before.
function timeBefore() {
  if (isWhole() || state.from <= 0) return null;
  if (state.pace === PACES[0]) return { from: 0, to: state.from - 1 };
  return periodsOf(state.pace)[placeOf(state.pace, state.from) - 1];
}

const isStance = (e) => !e.negated && told.look.relations[e.relation].sign !== 0;

// How the statements of some days set a pair: 1, −1, or 0 for both, and by which relations; null where they do not.
function stanceIn(pair, from, to) {
  const held = pair.edges.filter((e) => isStance(e) && e.first <= to && e.last >= from
    && e.statements.some((s) => s.fits && !s.past && s.day >= from && s.day <= to));
  if (!held.length) return null;
  const signs = new Set(held.map((e) => told.look.relations[e.relation].sign));
  return { sign: signs.size > 1 ? 0 : [...signs][0], said: RELATIONS.filter((r) => held.some((e) => e.relation === r)).map((r) => told.look.relations[r].label).join(" and ") };
}

// How a pair stood when it was last spoken of before a day, and when that was.
function stanceBefore(pair, day) {
  const days = pair.edges.filter(isStance).flatMap((e) => e.statements.filter((s) => s.fits && !s.past && s.day < day).map((s) => s.day));
  if (!days.length) return null;
  const last = Math.max(...days);
  const { from, to } = state.pace === PACES[0] ? { from: 0, to: last } : periodsOf(state.pace)[placeOf(state.pace, last)];
  return { ...stanceIn(pair, from, Math.min(to, day - 1)), last };
}

function findChanges() {
  const earlier = timeBefore();
  changes = earlier && { fresh: [], turned: [], gone: [] };
  if (!changes) return;
  changes.fresh = edges.filter((e) => e.visible && e.first >= state.from && e.first <= state.to);
  changes.gone = edges.filter((e) => inScope(e) && e.fitting >= state.weight && e.last >= earlier.from && e.last <= earlier.to);
  for (const pair of pairs.values()) {
    if (!inScope(pair.edges[0])) continue;
    const now = stanceIn(pair, state.from, state.to);
    const before = now && stanceBefore(pair, state.from);
    if (before && before.sign !== now.sign) changes.turned.push({ pair, before, now });
  }
  changes.fresh.sort((a, b) => b.count - a.count || a.index - b.index);
}

const pairEdge = (pair) => pair.edges.find((e) => e.drawn) || pair.edges.find((e) => e.visible) || pair.edges[0];

// Lists that the reader wants whole.
const shownWhole = new Set();
function unfold(label, count) {
  return make("button", { type: "button", onclick: () => {
    shownWhole.add(label);
    drawPanel();
    panel.querySelectorAll(`[data-change="${label}"] li`)[LISTED]?.querySelector("button").focus();
  } }, `Show all ${count.toLocaleString("en")}`);
}

function changeList(badge, label, things, item, marked = MARKED) {
  if (!things.length) return null;
  const most = shownWhole.has(label) ? things.length : LISTED;
  return make("section", { "data-change": label },
    make("h3", {}, make("span", { class: "badge", "aria-hidden": "true" }, badge), `${label} (${things.length.toLocaleString("en")})`),
    things.length > marked ? make("p", { class: "fine" }, "Too many to be marked on the graph.") : null,
    make("ul", { class: "tally" }, things.slice(0, most).map((thing) => make("li", {}, item(thing))),
      most < things.length ? make("li", {}, unfold(label, things.length)) : null));
}

// The changes about a chosen name, or all.
function changesOf(n) {
  const about = (e) => !n || e.source === n || e.target === n;
  return { fresh: changes.fresh.filter(about), turned: changes.turned.filter(({ pair }) => about(pair.edges[0])), gone: changes.gone.filter(about) };
}

function changesBox() {
  if (!changes || state.edge || state.path) return null;
  const { fresh, turned, gone } = changesOf(state.node);
  const edgeItem = (e) => [keyOf(e.relation, e.negated), lineButton(e, words(short(sayEdge(e), 120)))];
  const lists = [
    changeList("+", "New", fresh, edgeItem),
    changeList("⇄", "Turned", turned, ({ pair, before, now }) => [
      make("span", {}, lineButton(pairEdge(pair), words(short(`${pair.edges[0].source.name} and ${pair.edges[0].target.name}`, 120))),
        `: ${before.said} (last on ${sayDate(isoOf(before.last))}), now ${now.said}`)]),
    changeList("×", "Not said again", gone, (e) => [...edgeItem(e), make("span", { class: "count" }, SHORT_DATE.format(new Date(isoOf(e.last))))], GHOSTS),
  ].filter(Boolean);
  const against = state.pace === PACES[0] ? `before ${sayDate(isoOf(state.from))}` : sayPeriod(state.pace, timeBefore());
  return make("section", { class: "changes", "aria-label": "What changed" }, make(state.node ? "h3" : "h2", {}, "What changed"),
    make("p", { class: "fine" }, `${sayPeriod(state.pace, state)}, against ${against}. New is what these texts say for the first time; not said again, what they said then for the last time.`),
    lists.length ? lists : make("p", {}, "Nothing."));
}

// At rest before all else; beside a name before its statements.
function withChanges(parts) {
  const box = changesBox();
  if (!box) return parts;
  const place = state.node ? parts.findIndex((part) => part?.classList?.contains("group")) : 0;
  return [...parts.slice(0, place < 0 ? parts.length : place), box, ...parts.slice(place < 0 ? parts.length : place)];
}

// What is marked on the graph: ghosts of lines that are not said again, and signs in the middle of lines, where they do
// not lie on one another.
function changeMarks() {
  if (!changes) return { ghosts: [], badges: [] };
  const pixel = 1 / network.getScale();
  const turned = new Set(changes.turned.map(({ pair }) => pairEdge(pair)));
  const near = (e) => !focused || focused.edges.has(e) || e.source === state.node || e.target === state.node;
  const few = (list, most) => (list.length > most ? [] : list);
  const ghosts = few(changes.gone.filter(near), GHOSTS).filter((e) => !e.drawn && middle(e));
  const fresh = few(changes.fresh.filter(near), MARKED).filter((e) => e.drawn && !turned.has(e));
  const badges = [];
  const mark = (e, sign) => {
    const spot = middle(e);
    if (spot && !badges.some((one) => Math.hypot(one.spot.x - spot.x, one.spot.y - spot.y) < APART * pixel)) badges.push({ spot, sign });
  };
  for (const e of turned) if (e.drawn && near(e)) mark(e, "⇄");
  for (const e of fresh) mark(e, "+");
  for (const e of ghosts) mark(e, "×");
  return { ghosts, badges };
}

// The names at the ends of ghosts, where they are not drawn and there are few of them.
const ghostNames = (ghosts) => (ghosts.length > GHOST_NAMES ? [] : [...new Set(ghosts.flatMap((e) => [e.source, e.target]).filter((n) => !n.drawn))]);

function drawChanges(pen) {
  if (!changes) return;
  const pixel = 1 / network.getScale();
  const { ghosts, badges } = changeMarks();
  pen.save();
  for (const e of ghosts) drawGhost(pen, e, pixel);
  for (const { spot, sign } of badges) drawBadge(pen, spot, sign, pixel);
  drawGhostNames(pen, ghostNames(ghosts), pixel);
  pen.restore();
}

function drawGhost(pen, e, pixel) {
  const [a, b, via] = [at(e.source), at(e.target), bow(e)];
  pen.setLineDash([2 * pixel, 5 * pixel]);
  pen.lineWidth = 1.5 * pixel;
  pen.strokeStyle = palette.soft;
  pen.beginPath();
  pen.moveTo(a.x, a.y);
  pen.quadraticCurveTo(via.x, via.y, b.x, b.y);
  pen.stroke();
}

function drawGhostNames(pen, names, pixel) {
  pen.font = `500 ${12 * pixel}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = palette.soft;
  for (const n of names) pen.fillText(short(n.name, 26), at(n).x, at(n).y);
}

function drawBadge(pen, spot, sign, pixel) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(spot.x, spot.y, 6.5 * pixel, 0, 2 * Math.PI);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.lineWidth = 1.2 * pixel;
  pen.strokeStyle = palette.ink;
  pen.stroke();
  pen.fillStyle = palette.ink;
  pen.font = `700 ${10.5 * pixel}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(sign, spot.x, spot.y + 0.5 * pixel);
}

// Above lines and marks, below the labels: where vis-network would paint arrows.
function paintChangesToo() {
  const { renderer } = network;
  const strikesToo = renderer._drawArrows;
  renderer._drawArrows = (pen) => { strikesToo(pen); drawChanges(pen); };
}

// The same in a picture.
function svgChanges(spot) {
  const { ghosts, badges } = changeMarks();
  const paths = ghosts.map((e) => {
    const [a, b, via] = [at(e.source), at(e.target), bow(e)].map(spot);
    return draw("path", { d: `M${tidy(a.x)} ${tidy(a.y)}Q${tidy(via.x)} ${tidy(via.y)} ${tidy(b.x)} ${tidy(b.y)}`, fill: "none", stroke: palette.soft, "stroke-width": 1.5, "stroke-dasharray": "2 5" });
  });
  const centred = { "text-anchor": "middle", "dominant-baseline": "central" };
  const names = ghostNames(ghosts).map((n) => svgText(short(n.name, 26), { x: tidy(spot(at(n)).x), y: tidy(spot(at(n)).y), fill: palette.soft, "font-size": 12, ...centred }));
  return draw("g", {}, ...paths, ...badges.map((one) => svgBadge(spot(one.spot), one.sign)), ...names);
}

function svgBadge({ x, y }, sign) {
  return draw("g", {}, draw("circle", { cx: tidy(x), cy: tidy(y), r: 6.5, fill: palette.ground, stroke: palette.ink, "stroke-width": 1.2 }),
    svgText(sign, { x: tidy(x), y: tidy(y), fill: palette.ink, "font-size": 10.5, "font-weight": 700, "text-anchor": "middle", "dominant-baseline": "central" }));
}

// What the signs mean, for the legend of a picture.
const CHANGE_LABEL = new Map([["+", "new"], ["⇄", "turned"], ["×", "not said again"]]);
function changePieces() {
  const signs = new Set(changeMarks().badges.map(({ sign }) => sign));
  return [...CHANGE_LABEL].filter(([sign]) => signs.has(sign)).map(([sign, label]) => [[svgBadge({ x: 24, y: 0 }, sign)], label]);
}
