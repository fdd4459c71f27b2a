// What the reader holds to be wrong or right: statements to drop or to keep, names that are one. Kept here until saved as a file that
// `entente build --corrections FILE` applies.

const wrong = new Map();
const right = new Map();
const same = [];
let saved = true;

const isWrong = (s) => wrong.has(s);
const today = () => new Date().toISOString().slice(0, 10);

function marked() {
  saved = false;
  for (const listener of listeners) listener();
}

function markButton(s, mine, other, word) {
  const on = mine.has(s);
  return make("button", { type: "button", "aria-pressed": String(on), "data-mark": word, onclick: () => {
    if (on) mine.delete(s); else mine.set(s, today());
    other.delete(s);
    marked();
    panel.querySelector(`[data-statement="${s.index}"] [data-mark="${word}"]`)?.focus();
  } }, on ? `Marked as ${word}` : `Mark as ${word}`);
}
const wrongButton = (s) => markButton(s, wrong, right, "wrong");
const rightButton = (s) => markButton(s, right, wrong, "right");

function markSame(one, other) {
  if (one === other || same.some((m) => m.one === one && m.other === other)) return;
  same.push({ one, other, date: today() });
  marked();
}

function correctionsBox() {
  if (!wrong.size && !right.size && !same.length) return null;
  const undo = (act) => make("button", { type: "button", onclick: () => { act(); marked(); } }, "Undo");
  const note = make("input", { id: "note", type: "text", value: noteText, oninput: () => { noteText = note.value; } });
  return make("section", { class: "corrections", "aria-label": "Corrections" },
    make("h3", {}, "Corrections"),
    make("ul", { class: "plain" },
      [...wrong.keys()].map((s) => make("li", {}, "wrong: ", words(short(sayEdge(s.edge), 120)), " ", undo(() => wrong.delete(s)))),
      [...right.keys()].map((s) => make("li", {}, "right: ", words(short(sayEdge(s.edge), 120)), " ", undo(() => right.delete(s)))),
      same.map((m) => make("li", {}, words(short(m.one.name, 60)), " is the same as ", words(short(m.other.name, 60)), " ", undo(() => same.splice(same.indexOf(m), 1))))),
    make("p", {}, make("label", { for: "note" }, "Note (why)"), " ", note),
    make("p", {}, make("button", { type: "button", id: "corrections", onclick: saveCorrections }, "Save corrections file")),
    make("p", { class: "fine" }, "The graph changes when it is built with this file: entente build … --corrections FILE"));
}
let noteText = "";

const chosen = (marks, note) => [...marks].map(([s, date]) => ({
  document: s.document.id, source: s.source.name, relation: s.relation, negated: s.negated, target: s.target.name,
  cue_start: s.cue_start, ...note, date,
}));

function corrections() {
  const note = noteText ? { note: noteText } : {};
  return {
    merge: same.map(({ one, other, date }) => ({ names: [one.name], into: other.name, ...note, date })),
    drop: chosen(wrong, note),
    ...(right.size ? { right: chosen(right, note) } : {}),
  };
}

function saveCorrections() {
  download("corrections.json", "application/json", JSON.stringify(corrections(), null, 2) + "\n");
  saved = true;
}

addEventListener("beforeunload", (event) => {
  if (!saved && (wrong.size || right.size || same.length)) event.preventDefault();
});
