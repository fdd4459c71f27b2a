// The choice of the reader ⇄ the part of the address after "#", so that a link shows the same view again.

const documentIds = new Map(documents.map((d, i) => [d.id, i]));
const nodeByName = new Map(nodes.map((n) => [n.name, n]));
const edgeByEnds = new Map(edges.map((e) => [JSON.stringify([e.source.name, e.key, e.target.name]), e]));

const SETS = [["relation", RELATIONS], ["polarity", POLARITIES], ["modality", MODALITIES], ["tense", TENSES], ["kind", KINDS]];

function toHash() {
  const parts = new URLSearchParams();
  for (const [name, all] of SETS) if (state[name].size < all.length) parts.set(name, [...state[name]].join("."));
  if (state.weight > 1) parts.set("weight", state.weight);
  if (state.confidence > 0) parts.set("confidence", state.confidence);
  if (state.document >= 0) parts.set("document", documents[state.document].id);
  if (state.pace !== PACES[0]) parts.set("time", state.pace);
  if (state.from > 0) parts.set("from", isoOf(state.from));
  if (state.to < span) parts.set("to", isoOf(state.to));
  if (state.contested) parts.set("contested", "yes");
  if (state.node) parts.set("name", state.node.name);
  if (state.edge) parts.set("line", JSON.stringify([state.edge.source.name, state.edge.key, state.edge.target.name]));
  if (state.path) parts.set("path", JSON.stringify([...state.path.ends.map((n) => n.name), ...(state.path.along ? ["along"] : [])]));
  if (state.scope) parts.set("only", scopeText());
  writeDrawn(parts);
  if (state.view) parts.set("view", [state.view.x, state.view.y, state.view.scale].join("_"));
  return parts.toString();
}

function fromHash(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const chosen = fresh();
  for (const [name, all] of SETS) {
    if (parts.has(name)) chosen[name] = new Set(parts.get(name).split(".").filter((one) => all.includes(one)));
  }
  chosen.weight = number(parts.get("weight"), 1, 1e6, 1);
  chosen.confidence = number(parts.get("confidence"), 0, 1, 0);
  chosen.document = documentIds.get(parts.get("document")) ?? -1;
  const days = (name, otherwise) => number(String(dayOf(parts.get(name)) - firstDay), 0, span, otherwise);
  [chosen.from, chosen.to] = [days("from", 0), days("to", span)].sort((a, b) => a - b);
  chosen.pace = PACES.includes(parts.get("time")) ? parts.get("time") : PACES[0];
  if (chosen.pace !== PACES[0]) Object.assign(chosen, periodAt(chosen.pace, chosen.from));
  chosen.contested = parts.get("contested") === "yes";
  chosen.node = nodeByName.get(parts.get("name")) ?? null;
  chosen.edge = edgeByEnds.get(parts.get("line")) ?? null;
  chosen.ends = pathEnds(parts.get("path"));
  chosen.scope = scopeFrom(parts.get("only"));
  readDrawn(parts, chosen);
  const [x, y, scale] = (parts.get("view") || "").split("_").map(Number);
  if (Number.isFinite(x + y) && scale > 0 && scale < 100) chosen.view = { x, y, scale };
  return chosen;
}

function number(text, least, most, otherwise) {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : otherwise;
}

function pathEnds(text) {
  try {
    const [from, to, along] = JSON.parse(text);
    const ends = [from, to].map((name) => nodeByName.get(name));
    return ends.every(Boolean) ? [...ends, along === "along"] : null;
  } catch {
    return null;
  }
}

let written = "";
function writeAddress() {
  written = toHash();
  remember(written);
}

let [readFrom, reading] = [null, false];
function readAddress(hash = location.hash) {
  readFrom = hash;
  const { ends, ...chosen } = fromHash(hash);
  state = chosen;
  reading = true;
  change(ends ? { path: connect(...ends) } : {});
  reading = false;
}
