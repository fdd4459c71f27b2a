// A corrections file, or what the browser kept of one → marks. Both may hold anything: every entry is checked against
// the form of the file and against what the page shows, and its words reach the page as text alone.

const LARGEST_FILE = 5_000_000;
const MOST_ENTRIES = 20_000;
const LONGEST_TEXT = 20_000;

const isText = (value) => typeof value === "string" && value.length <= LONGEST_TEXT;
const isTexts = (value) => Array.isArray(value) && value.length > 0 && value.length <= MOST_ENTRIES && value.every(isText);
const isFlag = (value) => typeof value === "boolean";
const isPlace = (value) => Number.isSafeInteger(value) && value >= 0;
const CHOICE = { name: isText, document: isText, source: isText, relation: isText, target: isText, negated: isFlag, cue_start: isPlace };
const REMARKS = { note: isText, date: isText };
// What an entry of each kind must say, and what it may.
const ENTRIES = {
  merge: [{ names: isTexts, into: isText }, REMARKS],
  split: [{ name: isText, into: isText, documents: isTexts }, REMARKS],
  rename: [{ name: isText, to: isText }, REMARKS],
  drop: [{}, { ...CHOICE, ...REMARKS }],
  right: [{}, { ...CHOICE, ...REMARKS }],
};

class Unfit extends Error {}

// The entries of a file, as fresh objects with the fields we know and no others; throws Unfit, saying what is wrong.
function checkEntries(values) {
  if (values === null || typeof values !== "object" || Array.isArray(values)) throw new Unfit("it holds no lists of corrections");
  const found = { merge: [], split: [], rename: [], drop: [], right: [] };
  for (const [how, list] of Object.entries(values)) {
    if (!Object.keys(ENTRIES).includes(how) || !Array.isArray(list)) throw new Unfit(`“${short(how, 40)}” is no list of corrections`);
    if (list.length > MOST_ENTRIES) throw new Unfit(`it holds more than ${MOST_ENTRIES.toLocaleString("en")} entries`);
    found[how] = list.map((entry, i) => checkEntry(how, entry, `${how} ${i + 1}`));
  }
  return found;
}

function checkEntry(how, entry, where) {
  const [must, may] = ENTRIES[how];
  if (entry === null || typeof entry !== "object") throw new Unfit(`${where} is no entry`);
  const known = { ...must, ...may };
  for (const [field, value] of Object.entries(entry)) {
    if (!Object.keys(known).includes(field)) throw new Unfit(`${where} says “${short(field, 40)}”, which means nothing there`);
    if (!known[field](value)) throw new Unfit(`“${field}” of ${where} cannot be read`);
  }
  for (const field of Object.keys(must)) if (!Object.keys(entry).includes(field)) throw new Unfit(`${where} does not say “${field}”`);
  return { ...entry };
}

const markOf = ({ note, date }) => ({ note: note ? note.slice(0, 500) : "", date: /^\d{4}-\d\d-\d\d$/.test(date ?? "") ? date : today() });
const keyOfStatement = (one) => JSON.stringify([one.document, one.source, one.relation, one.negated, one.target, one.cue_start]);

// Put entries that were checked among the marks; what is about nothing here is kept as it is. Returns both counts.
function takeEntries(found) {
  const count = { taken: 0, other: 0 };
  const put = (taken, how, entry) => {
    if (taken) count.taken += 1;
    else if (!others[how].some((one) => JSON.stringify(one) === JSON.stringify(entry))) others[how].push(entry);
    if (!taken) count.other += 1;
  };
  const byKey = new Map();
  if (found.drop.length || found.right.length) for (const s of statements) {
    const key = keyOfStatement(entryOf(s));
    if (byKey.has(key)) byKey.get(key).push(s); else byKey.set(key, [s]);
  }
  const takeStatement = (entry, mine, other) => {
    const meant = "name" in entry ? [] : byKey.get(keyOfStatement(entry)) || [];
    for (const s of meant) {
      mine.set(s, markOf(entry));
      other.delete(s);
    }
    return meant.length > 0;
  };
  const takeSame = (name, into, documents, entry) => {
    const [one, other] = [nodeByName.get(name), nodeByName.get(into)];
    return Boolean(one && other) && addSame({ one, other, documents, ...markOf(entry) });
  };
  for (const entry of found.drop) put(takeStatement(entry, wrong, right), "drop", entry);
  for (const entry of found.right) put(takeStatement(entry, right, wrong), "right", entry);
  for (const { names, ...rest } of found.merge) {
    for (const name of names) put(takeSame(name, rest.into, null, rest), "merge", { names: [name], ...rest });
  }
  for (const entry of found.split) put(takeSame(entry.name, entry.into, entry.documents, entry), "split", entry);
  for (const entry of found.rename) put(false, "rename", entry);
  return count;
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unfit("it is no JSON; this page reads the file that it saves, corrections.json");
  }
}

function loadCorrections(name, text) {
  const called = `“${short(name, 60)}”`;
  try {
    const { taken, other } = takeEntries(checkEntries(readJson(text)));
    if (taken + other) marked();
    const rest = other ? ` ${plural(other, "entry", "entries")} about nothing on this page ${other === 1 ? "is" : "are"} kept and saved again.` : "";
    sayKept(`${plural(taken, "correction")} read from ${called}.${rest}`);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    sayKept(`${called} is not a corrections file: ${error.message}. Nothing was changed.`);
  }
}

function loadFile(file) {
  if (file.size > LARGEST_FILE) {
    sayKept(`“${short(file.name, 60)}” is too large for a corrections file. Nothing was changed.`);
    return;
  }
  const reader = new FileReader();
  reader.addEventListener("load", () => loadCorrections(file.name, reader.result));
  reader.addEventListener("error", () => sayKept(`“${short(file.name, 60)}” cannot be read.`));
  reader.readAsText(file);
}
