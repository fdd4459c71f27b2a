// What the reader holds to be wrong: statements to drop, names that are one. Kept here until saved as a file that
// `entente build --corrections FILE` applies.

const wrong = new Map();
const same = [];
let saved = true;

const isWrong = (s) => wrong.has(s);
const today = () => new Date().toISOString().slice(0, 10);

function marked() {
  saved = false;
  for (const listener of listeners) listener();
}

function wrongButton(s) {
  const on = isWrong(s);
  return make("button", { type: "button", "aria-pressed": String(on), onclick: () => {
    if (on) wrong.delete(s); else wrong.set(s, today());
    marked();
    panel.querySelector(`[data-statement="${s.index}"] [aria-pressed]`)?.focus();
  } }, on ? "Marked as wrong" : "Mark as wrong");
}

function markSame(one, other) {
  if (one === other || same.some((m) => m.one === one && m.other === other)) return;
  same.push({ one, other, date: today() });
  marked();
}

function correctionsBox() {
  if (!wrong.size && !same.length) return null;
  const undo = (act) => make("button", { type: "button", onclick: () => { act(); marked(); } }, "Undo");
  const note = make("input", { id: "note", type: "text", value: noteText, oninput: () => { noteText = note.value; } });
  return make("section", { class: "corrections", "aria-label": "Corrections" },
    make("h3", {}, "Corrections"),
    make("ul", { class: "plain" },
      [...wrong.keys()].map((s) => make("li", {}, "wrong: ", words(short(sayEdge(s.edge), 120)), " ", undo(() => wrong.delete(s)))),
      same.map((m) => make("li", {}, words(short(m.one.name, 60)), " is the same as ", words(short(m.other.name, 60)), " ", undo(() => same.splice(same.indexOf(m), 1))))),
    make("p", {}, make("label", { for: "note" }, "Note (why)"), " ", note),
    make("p", {}, make("button", { type: "button", id: "corrections", onclick: saveCorrections }, "Save corrections file")),
    make("p", { class: "fine" }, "The graph changes when it is built with this file: entente build … --corrections FILE"));
}
let noteText = "";

function corrections() {
  const note = noteText ? { note: noteText } : {};
  return {
    merge: same.map(({ one, other, date }) => ({ names: [one.name], into: other.name, ...note, date })),
    drop: [...wrong].map(([s, date]) => ({
      document: s.document.id, source: s.source.name, relation: s.relation, negated: s.negated, target: s.target.name,
      cue_start: s.cue_start, ...note, date,
    })),
  };
}

function saveCorrections() {
  download("corrections.json", "application/json", JSON.stringify(corrections(), null, 2) + "\n");
  saved = true;
}

addEventListener("beforeunload", (event) => {
  if (!saved && (wrong.size || same.length)) event.preventDefault();
});
