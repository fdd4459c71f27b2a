// Marks survive a reload: the browser keeps them for this graph (its digest), on this machine alone. Where it refuses
// (a private window, a notebook), they live as long as the page, which says so once.

const STORE = `entente ${told.digest}`;
let keeping = null; // true: the browser keeps them; false: it refuses; null: nothing was tried yet
let toldSo = false;

const ON_THIS_MACHINE = "Kept in this browser, on this machine only; nothing is sent anywhere.";
const NOT_KEPT = "This browser keeps nothing for this page: save the corrections file before you close it.";

function inStore(act) {
  try {
    const found = act(localStorage);
    keeping = true;
    return found;
  } catch {
    keeping = false;
    return null;
  }
}

function keep() {
  const empty = !countMarks() && !refused.size;
  inStore((store) => (empty ? store.removeItem(STORE)
    : store.setItem(STORE, JSON.stringify({ corrections: corrections(), refused: [...refused] }))));
  if (!toldSo && !empty) sayKept(keeping ? ON_THIS_MACHINE : NOT_KEPT);
  toldSo = toldSo || !empty;
  showKept();
}

// What was kept is put among the marks; what cannot be read is left out, and that is said.
function recall() {
  const text = inStore((store) => store.getItem(STORE));
  if (!text) return;
  try {
    const kept = JSON.parse(text);
    takeEntries(checkEntries(kept.corrections));
    if (Array.isArray(kept.refused)) for (const key of kept.refused) if (suggestionByKey.has(key)) refused.add(key);
    if (countMarks()) sayKept(`${plural(countMarks(), "correction")} of an earlier visit ${countMarks() === 1 ? "is" : "are"} back. ${ON_THIS_MACHINE}`);
  } catch {
    sayKept("What this browser had kept of your corrections cannot be read and was left out.");
  }
  toldSo = true;
}

function forgetMarks() {
  for (const marks of [wrong, right, refused]) marks.clear();
  same.length = 0;
  for (const list of Object.values(others)) list.length = 0;
}

function forget() {
  forgetMarks();
  saved = true;
  keep();
  sayKept("All corrections are forgotten.");
  for (const listener of listeners) listener();
}

function sayKept(text) {
  byId("kept").textContent = text;
  byId("notice").classList.toggle("unseen", !text);
  byId("heard").hidden = !text;
}

function showKept() {
  const count = countMarks();
  const save = byId("save");
  save.hidden = !count;
  save.textContent = `Save ${plural(count, "correction")}`;
  byId("unsaved").textContent = `Corrections${count ? ` (${count.toLocaleString("en")})` : ""}`;
  byId("keeping").textContent = keeping === false ? NOT_KEPT : ON_THIS_MACHINE;
  byId("forget").hidden = !count && !refused.size;
  byId("forget").textContent = "Forget all corrections";
  byId("suggest").hidden = !openSuggestions().length;
  byId("suggest").textContent = `Names that may be the same (${openSuggestions().length})`;
}

// To forget all takes two presses of one button: the second, and the first too, can be seen for what they are.
function askToForget(button) {
  const ask = "Press again to forget them all";
  if (button.textContent === ask) forget(); else button.textContent = ask;
}

function watchKeeping() {
  recall();
  showKept();
  byId("save").addEventListener("click", saveCorrections);
  byId("forget").addEventListener("click", () => askToForget(byId("forget")));
  byId("suggest").addEventListener("click", showSuggestions);
  byId("heard").addEventListener("click", () => {
    sayKept("");
    graph.focus({ preventScroll: true });
  });
  const input = byId("load");
  input.addEventListener("change", () => {
    if (input.files[0]) loadFile(input.files[0]);
    input.value = "";
  });
  // Another tab with this graph: the marks made last hold in both.
  addEventListener("storage", ({ key }) => {
    if (key !== STORE) return;
    forgetMarks();
    recall();
    showKept();
    for (const listener of listeners) listener();
  });
}
