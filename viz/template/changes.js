// What changed in the time that is shown, against the time before: lines that are new, pairs that turned, lines that are
// not said again. Named in words in the panel, marked on the graph.

const LISTED = 12;
const MARKED = 150;
const GHOSTS = 24;
const APART = 19;
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
  changes.gone = edges.filter((e) => e.last >= earlier.from && e.last <= earlier.to);
  for (const pair of pairs.values()) {
    const now = stanceIn(pair, state.from, state.to);
    const before = now && stanceBefore(pair, state.from);
    if (before && before.sign !== now.sign) changes.turned.push({ pair, before, now });
  }
  changes.fresh.sort((a, b) => b.count - a.count || a.index - b.index);
}

const pairEdge = (pair) => pair.edges.find((e) => e.visible) || pair.edges[0];

function changeList(badge, label, things, item, most = MARKED) {
  if (!things.length) return null;
  return make("section", { "data-change": label },
    make("h3", {}, make("span", { class: "badge", "aria-hidden": "true" }, badge), `${label} (${things.length.toLocaleString("en")})`),
    things.length > most ? make("p", { class: "fine" }, "Too many to be marked on the graph.") : null,
    make("ul", { class: "tally" }, things.slice(0, LISTED).map((thing) => make("li", {}, item(thing))),
      things.length > LISTED ? make("li", { class: "fine" }, `and ${(things.length - LISTED).toLocaleString("en")} more`) : null));
}

function changesBox() {
  if (!changes || state.node || state.edge || state.path) return null;
  const edgeItem = (e) => [keyOf(e.relation, e.negated), lineButton(e, words(short(sayEdge(e), 120)))];
  const lists = [
    changeList("+", "New", changes.fresh, edgeItem),
    changeList("⇄", "Turned", changes.turned, ({ pair, before, now }) => [
      make("span", {}, lineButton(pairEdge(pair), words(short(`${pair.edges[0].source.name} and ${pair.edges[0].target.name}`, 120))),
        `: ${before.said} (last on ${sayDate(isoOf(before.last))}), now ${now.said}`)]),
    changeList("×", "Not said again", changes.gone, (e) => [...edgeItem(e), make("span", { class: "count" }, SHORT_DATE.format(new Date(isoOf(e.last))))], GHOSTS),
  ].filter(Boolean);
  const against = state.pace === PACES[0] ? `before ${sayDate(isoOf(state.from))}` : sayPeriod(state.pace, timeBefore());
  return make("section", { class: "changes", "aria-label": "What changed" }, make("h2", {}, "What changed"),
    make("p", { class: "fine" }, `${sayPeriod(state.pace, state)}, against ${against}. New is what these texts say for the first time; not said again, what they said then for the last time.`),
    lists.length ? lists : make("p", {}, "Nothing."));
}

// A sign in the middle of each line that is new or turned; where a line is not said again, its ghost.
function drawChanges(pen) {
  if (!changes) return;
  const pixel = 1 / network.getScale();
  const turnedEdges = new Set(changes.turned.map(({ pair }) => pairEdge(pair)));
  const ghosts = changes.gone.length > GHOSTS ? [] : changes.gone.filter((e) => !e.visible && middle(e));
  pen.save();
  for (const e of ghosts) drawGhost(pen, e, pixel);
  const spots = [];
  const badge = (e, sign) => {
    const spot = middle(e);
    if (!spot || spots.some((one) => Math.hypot(one.x - spot.x, one.y - spot.y) < APART * pixel)) return;
    spots.push(spot);
    drawBadge(pen, spot, sign, pixel);
  };
  for (const e of turnedEdges) badge(e, "⇄");
  if (changes.fresh.length <= MARKED) for (const e of changes.fresh) if (!turnedEdges.has(e)) badge(e, "+");
  for (const e of ghosts) badge(e, "×");
  if (ghosts.length <= GHOST_NAMES) drawGhostNames(pen, ghosts, pixel);
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

function drawGhostNames(pen, ghosts, pixel) {
  pen.font = `500 ${12 * pixel}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = palette.soft;
  const gone = new Set(ghosts.flatMap((e) => [e.source, e.target]).filter((n) => !n.visible));
  for (const n of gone) pen.fillText(short(n.name, 26), at(n).x, at(n).y);
}

function drawBadge(pen, spot, sign, pixel) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(spot.x, spot.y, 8 * pixel, 0, 2 * Math.PI);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.lineWidth = 1.5 * pixel;
  pen.strokeStyle = palette.ink;
  pen.stroke();
  pen.fillStyle = palette.ink;
  pen.font = `700 ${12 * pixel}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(sign, spot.x, spot.y + 0.5 * pixel);
}
