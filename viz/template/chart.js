// One pair over time: how many statements each period holds, line by line, as bars and in words.

const MOST_BARS = 48;
const chartPace = () => ["month", "quarter", "year"].find((pace) => periodsOf(pace).length <= MOST_BARS) || "year";

function countsOf(e, list) {
  const counts = list.map(() => 0);
  for (const s of e.statements) if (s.fits && Number.isFinite(s.day)) counts[list.findIndex((p) => s.day <= p.to)] += 1;
  return counts;
}

// "3 statements, January 2024 to May 2024, most in March 2024 (2)"
function sayCounts(e, counts, list, pace) {
  const dated = counts.reduce((sum, n) => sum + n, 0);
  if (!dated) return plural(e.statements.filter((s) => s.fits).length, "statement") + " without a place on the time line";
  const [first, last] = [counts.findIndex((n) => n), counts.length - 1 - [...counts].reverse().findIndex((n) => n)];
  const most = counts.indexOf(Math.max(...counts));
  const when = first === last ? sayPeriod(pace, list[first]) : `${sayPeriod(pace, list[first])} to ${sayPeriod(pace, list[last])}, most in ${sayPeriod(pace, list[most])} (${counts[most]})`;
  return `${plural(dated, "statement")}, ${when}`;
}

function chartRow(e, list, pace, most) {
  const counts = countsOf(e, list);
  const ink = `var(--${told.look.relations[e.relation].slug})`;
  const bars = counts.map((n, i) => (n ? draw("rect", { x: i + 0.12, width: 0.76, y: 10 - (10 * n) / most, height: (10 * n) / most,
    ...(e.negated ? { fill: "none", stroke: ink, "stroke-width": 1.5, "vector-effect": "non-scaling-stroke" } : { fill: ink }) }) : "")).filter(Boolean);
  return make("li", {},
    make("p", {}, keyOf(e.relation, e.negated), lineButton(e, words(short(sayEdge(e), 120))), ": ", sayCounts(e, counts, list, pace)),
    draw("svg", { viewBox: `0 0 ${list.length} 10`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars));
}

// How a pair stood at first, and from when on otherwise, each with the words of the legend.
function turnsOf(pair, list, pace) {
  const turns = [];
  let before = null;
  for (const period of list) {
    const now = stanceIn(pair, period.from, period.to);
    if (!now || before?.sign === now.sign) continue;
    turns.push(before ? `from ${sayPeriod(pace, period)} ${now.said}` : now.said);
    before = now;
  }
  return turns;
}

function pairChart(pair) {
  if (!span) return null;
  const pace = chartPace();
  const list = periodsOf(pace);
  const most = Math.max(...pair.edges.flatMap((e) => countsOf(e, list)));
  if (!most || list.length < 2) return null;
  const turns = turnsOf(pair, list, pace);
  return make("figure", { class: "chart" },
    make("figcaption", {}, `Over time, ${{ month: "by month", quarter: "by quarter", year: "by year" }[pace]}`),
    make("ul", {}, pair.edges.filter((e) => e.statements.some((s) => s.fits)).map((e) => chartRow(e, list, pace, most))),
    make("p", { class: "ends", "aria-hidden": "true" }, make("span", {}, sayPeriod(pace, list[0])), make("span", {}, sayPeriod(pace, list[list.length - 1]))),
    turns.length > 1 ? make("p", { class: "turns" }, make("strong", {}, "Turned: "), `${turns.slice(0, 8).join("; ")}${turns.length > 8 ? "; and so on" : ""}.`) : null);
}
