// Names that may be the same, with what speaks for it: the reader accepts or refuses. Accepted ones go into the
// corrections file, refused ones are remembered.

const suggestionKey = (m) => JSON.stringify([m.one.name, m.other.name, m.documents]);
const suggestions = told.same.map(({ name, into, score, why, documents: where }) => ({ one: nodes[name], other: nodes[into], score, why, documents: where }));
const suggestionByKey = new Map(suggestions.map((m) => [suggestionKey(m), m]));
const refused = new Set();

const isAccepted = (m) => same.some((mark) => mark.one === m.one && mark.other === m.other && Boolean(mark.documents) === Boolean(m.documents));
const openSuggestions = (n = null) => suggestions.filter((m) => !refused.has(suggestionKey(m)) && !isAccepted(m) && (!n || m.one === n || m.other === n));

function answer(m, accepted) {
  const place = openSuggestions(state.node).indexOf(m);
  if (accepted) addSame({ one: m.one, other: m.other, documents: m.documents, date: today(), note: short(m.why.join("; "), 500) });
  else refused.add(suggestionKey(m));
  marked();
  const left = panel.querySelectorAll(".suggestion");
  (left[Math.min(place, left.length - 1)]?.querySelector("[data-answer]") || panel).focus({ preventScroll: true });
}

function suggestionItem(m) {
  const about = `${short(m.one.name, 60)} and ${short(m.other.name, 60)}`;
  const button = (text, accepted) => make("button", { type: "button", "data-answer": String(accepted), "aria-label": `${text}: ${about}`, onclick: () => answer(m, accepted) }, text);
  return make("li", { class: "suggestion" },
    make("p", {}, nameButton(m.one), " may be ", nameButton(m.other), m.documents ? ` in ${plural(m.documents.length, "document")}` : "", "?"),
    make("p", { class: "fine" }, words(short(m.why.join("; "), 300))),
    make("p", { class: "acts" }, button("Same", true), button("Not the same", false)));
}

// At rest all suggestions, folded; beside a name those about it.
let suggestionsOpen = false;
function suggestionsBox() {
  if (state.edge || state.path || !suggestions.length) return null;
  const list = openSuggestions(state.node);
  const no = state.node ? 0 : refused.size;
  if (!list.length && !no) return null;
  const back = no ? make("p", { class: "acts" }, make("button", { type: "button", onclick: () => { refused.clear(); marked(); } }, `Ask again about ${plural(no, "refused suggestion")}`)) : null;
  const box = make("details", { class: "more suggestions", open: suggestionsOpen || Boolean(state.node) },
    make("summary", {}, `Names that may be the same (${list.length})`), make("ul", { class: "plain" }, list.map(suggestionItem)), back);
  box.addEventListener("toggle", () => { if (!state.node) suggestionsOpen = box.open; });
  return box;
}

function showSuggestions() {
  byId("marks").open = false;
  suggestionsOpen = true;
  choose({});
  const box = panel.querySelector(".suggestions");
  const frame = [panel, panel.parentElement].find((one) => one.scrollHeight > one.clientHeight + 4 && getComputedStyle(one).overflowY !== "visible");
  if (frame && box) frame.scrollTop += box.getBoundingClientRect().top - frame.getBoundingClientRect().top - 12;
  else box?.scrollIntoView({ block: "start" });
  box?.querySelector("summary").focus({ preventScroll: true });
}
