// Time in steps: between two dates, or one month, quarter or year after another, or lines as long as they last.

const PACES = ["range", "lasting", "month", "quarter", "year"];
const MONTHS_OF = { month: 1, quarter: 3, year: 12 };
const MOST_PERIODS = 400;
const PARTS = 40;

const PERIOD_NAME = {
  month: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
  year: new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: "UTC" }),
};

// The periods of a pace, as first and last day; the first and the last may reach beyond what is dated.
const periodLists = new Map();
function periodsOf(pace) {
  if (!periodLists.has(pace)) periodLists.set(pace, pace === "lasting" ? stretches() : calendarPeriods(MONTHS_OF[pace]));
  return periodLists.get(pace);
}

function stretches() {
  const long = Math.max(1, Math.round(span / PARTS));
  return Array.from({ length: Math.ceil((span + 1) / long) }, (_, i) => ({ from: i * long, to: Math.min((i + 1) * long - 1, span) }));
}

function calendarPeriods(months) {
  const start = new Date(firstDay * DAY);
  const [year, month] = [start.getUTCFullYear(), Math.floor(start.getUTCMonth() / months) * months];
  const dayAt = (i) => Date.UTC(year, month + i * months, 1) / DAY - firstDay;
  const list = [];
  for (let i = 0; dayAt(i) <= span && i <= MOST_PERIODS; i++) list.push({ from: Math.max(0, dayAt(i)), to: Math.min(dayAt(i + 1) - 1, span) });
  return list;
}

// A pace is offered where it makes several periods, and not so many that nobody can go through them.
const isOffered = (pace) => pace === "range" || (periodsOf(pace).length > 1 && periodsOf(pace).length <= MOST_PERIODS);
const placeOf = (pace, day) => Math.max(0, periodsOf(pace).filter((p) => p.from <= day).length - 1);

// The state that shows one period: that which holds a day. Of a pace that is not offered, the whole.
function periodAt(pace, day) {
  if (!span || !isOffered(pace) || pace === "range") return { pace: "range", from: 0, to: span };
  return { pace, ...periodsOf(pace)[placeOf(pace, day)] };
}

function sayPeriod(pace, { from, to }) {
  if (pace === "month" || pace === "year") return PERIOD_NAME[pace].format(new Date(isoOf(to)));
  if (pace !== "quarter") return `${sayDate(isoOf(from))} – ${sayDate(isoOf(to))}`;
  const day = new Date(isoOf(to));
  return `${["January to March", "April to June", "July to September", "October to December"][Math.floor(day.getUTCMonth() / 3)]} ${day.getUTCFullYear()}`;
}

// When each line begins and ends: its first and last statement of those that the other filters leave, and how many these are.
function findLives() {
  for (const e of edges) [e.first, e.last, e.fitting] = [Infinity, -Infinity, 0];
  for (const s of statements) {
    s.edge.fitting += Number(s.fits);
    if (!s.fits || !Number.isFinite(s.day)) continue;
    s.edge.first = Math.min(s.edge.first, s.day);
    s.edge.last = Math.max(s.edge.last, s.day);
  }
}

const isWhole = () => state.pace === "range" && state.from === 0 && state.to === span;

// An undated statement is shown as long as the whole time is; all of a line's statements while the line lasts.
function inTime(s) {
  if (isWhole()) return true;
  if (state.pace === "lasting") return s.edge.first <= state.to && s.edge.last >= state.from;
  return s.day >= state.from && s.day <= state.to;
}
