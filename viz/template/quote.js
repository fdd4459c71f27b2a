// A quote: the sentence with its cue and the words that name the two ends marked, and, asked for, what stands around it.

const withContext = new Set();

// Where the marks of a statement lie in a text that begins at `start`. Offsets count characters, not halves of them; words
// that are not the ones which the statement names are not marked.
function marksIn(s, letters, start) {
  const parts = [["source", s.source_start, s.source_end, s.source_text], ["target", s.target_start, s.target_end, s.target_text], ["cue", s.cue_start, s.cue_end, s.cue]];
  return parts.map(([part, from, to, text]) => ({ part, from: from - start, to: to - start, text }))
    .filter(({ from, to, text }) => from >= 0 && from < to && to <= letters.length && letters.slice(from, to).join("") === text);
}

// A text cut where its marks begin and end.
function withMarks(s, text, start) {
  const letters = Array.from(text);
  const marks = marksIn(s, letters, start);
  const cuts = [...new Set([0, letters.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const piece = letters.slice(cuts[i], to).join("");
    const over = marks.filter((m) => m.from <= cuts[i] && m.to >= to).map((m) => m.part);
    if (over.includes("cue")) return make("mark", { class: `cue ${told.look.relations[s.relation].slug}` }, piece);
    return over.length ? make("span", { class: "mention" }, piece) : piece;
  });
}

function quote(s) {
  const sentence = make("q", { dir: "auto" }, withMarks(s, s.sentence, s.start));
  if (!withContext.has(s)) return [sentence];
  const beside = (text, start) => (text ? make("span", { class: "around", dir: "auto" }, withMarks(s, text, start)) : null);
  return [beside(s.before, s.start - Array.from(s.before).length), sentence, beside(s.after, s.end)].filter(Boolean);
}

// Whether a word stands in what is shown of the text, if only around the sentence.
const outside = (s, start) => start < s.start || start >= s.end;

function aroundButton(s) {
  if (!s.before && !s.after) return null;
  return make("button", { type: "button", "aria-expanded": String(withContext.has(s)), "data-around": "", onclick: () => {
    if (withContext.has(s)) withContext.delete(s); else withContext.add(s);
    const item = panel.querySelector(`[data-statement="${s.index}"]`);
    item.replaceWith(statementItem(s, item.classList.contains("grouped")));
    panel.querySelector(`[data-statement="${s.index}"] [data-around]`).focus();
  } }, withContext.has(s) ? "Hide context" : "Context");
}

// Quotes of several statements of one text stand under its name, the oldest text first, undated ones last.
function byDocument(seen) {
  const groups = new Map();
  for (const s of seen) {
    if (!groups.has(s.document)) groups.set(s.document, []);
    groups.get(s.document).push(s);
  }
  if (groups.size < 2 || groups.size === seen.length) return make("ol", { class: "statements" }, seen.map((s) => statementItem(s)));
  const order = [...groups].sort(([a], [b]) => (a.date || "9999").localeCompare(b.date || "9999") || documents.indexOf(a) - documents.indexOf(b));
  return order.map(([d, said]) => make("section", { class: "document" },
    make("h3", {}, joined([origin({ document: d }), d.date ? sayDate(d.date) : null, said.length > 1 ? plural(said.length, "statement") : null].filter(Boolean))),
    make("ol", { class: "statements" }, said.map((s) => statementItem(s, true)))));
}

// By keys: n and p go to the next and the previous quote, c shows what stands around it.
function stepQuote(by) {
  const items = [...panel.querySelectorAll(".statement")];
  if (!items.length) return;
  const here = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[here < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(here + by, 0), items.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

const QUOTE_KEYS = {
  n: () => stepQuote(1), p: () => stepQuote(-1),
  c: () => document.activeElement.closest(".statement")?.querySelector("[data-around]")?.click(),
};

function watchQuotes() {
  for (const place of [panel, graph]) {
    place.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(input|select|textarea)$/i.test(event.target.tagName)) return;
      if (!Object.hasOwn(QUOTE_KEYS, event.key)) return;
      event.preventDefault();
      QUOTE_KEYS[event.key]();
    });
  }
}
