// The time line: how many statements each stretch holds, handles to choose one, and a button that lets time pass.

const PACE_LABEL = {
  range: "Between two dates", lasting: "Lines from first to last statement", month: "Month by month", quarter: "Quarter by quarter", year: "Year by year",
};
const SPEEDS = [["slow", 1500], ["normal", 500], ["fast", 180]];
let speed = 500;
let timer = null;

function buildTime() {
  if (!span) return;
  byId("time").hidden = false;
  const play = make("button", { type: "button", class: "play", onclick: () => (timer ? stopTime() : startTime()) }, "Play");
  const handles = make("div", { class: "handles" });
  byId("time").append(play, make("div", { class: "stretch" }, bars(), handles),
    make("div", { class: "pacing" }, paceChoice(), make("p", { class: "range" }), speedChoice()), make("p", { class: "fine aside", hidden: true }));
  const two = [
    timeHandle(handles, "From", "from", () => span, (value) => ({ from: Math.min(value, state.to) })),
    timeHandle(handles, "To", "to", () => span, (value) => ({ to: Math.max(value, state.from) })),
  ];
  const one = timeHandle(handles, "Period", "one", () => periodsOf(state.pace).length - 1, (value) => periodsOf(state.pace)[value]);
  onChange(() => showTime(two, one));
}

function paceChoice() {
  const select = make("select", { id: "pace", "aria-label": "Time is shown", onchange: () => change(periodAt(select.value, 0)) },
    PACES.filter(isOffered).map((pace) => make("option", { value: pace }, PACE_LABEL[pace])));
  onChange(() => { select.value = state.pace; });
  return select;
}

function speedChoice() {
  const select = make("select", { id: "speed", "aria-label": "Speed of playing", onchange: () => {
    speed = Number(select.value);
    if (timer) startTime();
  } }, SPEEDS.map(([label, value]) => make("option", { value, selected: value === speed }, label)));
  return select;
}

function timeHandle(place, label, name, most, values) {
  const input = make("input", { type: "range", class: name, "aria-label": label, min: 0, max: span, step: 1, oninput: () => change(values(Number(input.value))) });
  input.mostNow = most;
  place.append(input);
  return input;
}

function showTime(two, one) {
  const stepwise = state.pace !== PACES[0];
  const said = sayPeriod(state.pace, state);
  one.hidden = !stepwise;
  for (const input of two) input.hidden = stepwise;
  for (const [input, name] of [[two[0], "from"], [two[1], "to"]]) {
    input.value = state[name];
    input.setAttribute("aria-valuetext", sayDate(isoOf(state[name])));
  }
  if (stepwise) {
    one.max = one.mostNow();
    one.value = placeOf(state.pace, state.from);
    one.setAttribute("aria-valuetext", said);
  }
  byId("time").querySelector(".range").textContent = said;
  sayAside(byId("time").querySelector(".aside"));
  paintBars();
}

// What has no place in the time that is shown, and why.
function sayAside(place) {
  const off = statements.filter((s) => s.fits && !Number.isFinite(s.day));
  const past = off.filter((s) => s.past).length;
  const parts = [[off.length - past, "without a date"], [past, "about an earlier time"]].filter(([n]) => n).map(([n, how]) => `${plural(n, "statement")} ${how}`);
  const notes = [];
  if (state.pace === "lasting") notes.push("A line is shown from its first to its last statement, with all of them.");
  if (parts.length) notes.push(`Not on this time line: ${parts.join(", ")}.`);
  if (statements.some((s) => s.past)) notes.push("What is said of the past counts at its own time, not at the date of the text.");
  place.hidden = isWhole() || !notes.length;
  place.textContent = notes.join(" ");
}

function stopTime() {
  clearInterval(timer);
  timer = null;
  byId("time").querySelector(".play").textContent = "Play";
}

function startTime() {
  clearInterval(timer);
  if (state.to >= span) change(state.pace === PACES[0] ? { to: state.from } : periodAt(state.pace, 0));
  byId("time").querySelector(".play").textContent = "Pause";
  timer = setInterval(() => {
    change(nextTime());
    if (state.to >= span) stopTime();
  }, speed);
}

function nextTime() {
  if (state.pace === PACES[0]) return { to: Math.min(state.to + Math.max(1, Math.round(span / PARTS)), span) };
  return periodAt(state.pace, state.to + 1);
}

const barList = [];
const barOf = (day) => Math.min(barList.length - 1, Math.floor((day * barList.length) / (span + 1)));

function bars() {
  barList.push(...Array.from({ length: Math.min(span + 1, 90) }, () => make("span")));
  const counts = barList.map(() => 0);
  for (const s of statements) if (Number.isFinite(s.day)) counts[barOf(s.day)] += 1;
  const most = Math.max(...counts);
  counts.forEach((n, i) => { barList[i].style.height = `${n ? 8 + (92 * n) / most : 0}%`; });
  return make("div", { class: "bars", "aria-hidden": "true" }, barList);
}

function paintBars() {
  barList.forEach((bar, i) => bar.classList.toggle("out", i < barOf(state.from) || i > barOf(state.to)));
}
