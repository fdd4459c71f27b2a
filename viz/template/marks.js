// What the reader holds to be wrong or right: statements to drop or to keep, names that are one; each with a note.
// Kept by keep.js and saved as a file that `entente build --corrections FILE` applies.

const wrong = new Map();
const right = new Map();
const same = [];
// Entries of a file that was loaded which are about nothing that this page shows: saved again as they came.
const others = { merge: [], split: [], rename: [], drop: [], right: [] };
let saved = true;

const isWrong = (s) => wrong.has(s);
const today = () => new Date().toISOString().slice(0, 10);
const countOthers = () => Object.values(others).reduce((sum, list) => sum + list.length, 0);
const countMarks = () => wrong.size + right.size + same.length + countOthers();

function marked() {
  saved = false;
  keep();
  for (const listener of listeners) listener();
}

function markButton(s, mine, other, word) {
  const on = mine.has(s);
  return make("button", { type: "button", "aria-pressed": String(on), "data-mark": word, onclick: () => {
    if (on) mine.delete(s); else mine.set(s, { date: today(), note: "" });
    other.delete(s);
    marked();
    panel.querySelector(`[data-statement="${s.index}"] [data-mark="${word}"]`)?.focus();
  } }, on ? `Marked as ${word}` : `Mark as ${word}`);
}
const wrongButton = (s) => markButton(s, wrong, right, "wrong");
const rightButton = (s) => markButton(s, right, wrong, "right");

// Where a name is said to lead, by what is marked so far.
function leadsTo(from, to) {
  const seen = new Set();
  for (let n = from; n && !seen.has(n); n = same.find((m) => m.one === n && !m.documents)?.other) {
    if (n === to) return true;
    seen.add(n);
  }
  return false;
}

// Note that a name is another one, everywhere or in some documents. A name cannot lead back to itself.
function addSame(mark) {
  const { one, other, documents } = mark;
  if (one === other || (!documents && leadsTo(other, one))) return false;
  const before = same.findIndex((m) => m.one === one && Boolean(m.documents) === Boolean(documents));
  if (before >= 0) same.splice(before, 1);
  same.push(mark);
  return true;
}

function markSame(one, other) {
  if (addSame({ one, other, documents: null, date: today(), note: "" })) marked();
  else byId("announce").textContent = `${short(other.name, 60)} is already marked as the same as ${short(one.name, 60)}`;
}

const saySame = ({ one, other, documents }) => [words(short(one.name, 60)), " is the same as ", words(short(other.name, 60)),
  documents ? ` in ${plural(documents.length, "document")}` : ""];

function markItem(mark, about, said, undo) {
  const note = make("input", { type: "text", class: "note", "aria-label": `Note on: ${about}`, placeholder: "Why? (a note)", maxlength: 500, oninput: () => {
    mark.note = note.value;
    saved = false;
    keep();
  } });
  note.value = mark.note;
  return make("li", {}, said, " ", make("button", { type: "button", class: "undo", onclick: () => { undo(); marked(); panel.focus({ preventScroll: true }); } }, "Undo"), note);
}

function statementMarks(marks, word) {
  return [...marks].map(([s, mark]) => markItem(mark, `${word}: ${short(sayEdge(s.edge), 120)}`,
    [`${word}: `, lineButton(s.edge, words(short(sayEdge(s.edge), 120)))], () => marks.delete(s)));
}

function correctionsBox() {
  if (!countMarks()) return null;
  return make("section", { class: "corrections", "aria-label": "Corrections" },
    make("h3", {}, "Corrections"),
    make("ul", { class: "plain" }, statementMarks(wrong, "wrong"), statementMarks(right, "right"),
      same.map((m) => markItem(m, `${short(m.one.name, 60)} is the same as ${short(m.other.name, 60)}`, saySame(m), () => same.splice(same.indexOf(m), 1)))),
    countOthers() ? make("p", { class: "fine" }, `${plural(countOthers(), "entry", "entries")} of the file you loaded ${countOthers() === 1 ? "is" : "are"} about nothing on this page; saved again as ${countOthers() === 1 ? "it" : "they"} came.`) : null,
    make("p", {}, make("button", { type: "button", id: "corrections", onclick: saveCorrections }, "Save corrections file")),
    make("p", { class: "fine" }, "The graph changes when it is built with this file: entente build … --corrections FILE"));
}

const remarks = ({ note, date }) => ({ ...(note ? { note } : {}), date });
const entryOf = (s) => ({ document: s.document.id, source: s.source.name, relation: s.relation, negated: s.negated, target: s.target.name, cue_start: s.cue_start });
const chosen = (marks) => [...marks].map(([s, mark]) => ({ ...entryOf(s), ...remarks(mark) }));

function corrections() {
  const [whole, parts] = [same.filter((m) => !m.documents), same.filter((m) => m.documents)];
  const found = {
    merge: [...whole.map((m) => ({ names: [m.one.name], into: m.other.name, ...remarks(m) })), ...others.merge],
    split: [...parts.map((m) => ({ name: m.one.name, into: m.other.name, documents: m.documents, ...remarks(m) })), ...others.split],
    rename: others.rename,
    drop: [...chosen(wrong), ...others.drop],
    right: [...chosen(right), ...others.right],
  };
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length));
}

function saveCorrections() {
  download("corrections.json", "application/json", JSON.stringify(corrections(), null, 2) + "\n");
  saved = true;
  showKept();
}

addEventListener("beforeunload", (event) => {
  if (!saved && keeping !== true && countMarks()) event.preventDefault();
});
