// What the reader chose, in one line of words: for pictures, paper and copies.

const SET_NAME = { relation: "relation", polarity: "", modality: "stated as", tense: "", kind: "kind" };
const SET_LABEL = {
  relation: (name) => told.look.relations[name].label, polarity: (name) => POLARITY_LABEL[name], modality: (name) => MODALITY_LABEL[name],
  tense: (name) => TENSE_LABEL[name], kind: (name) => told.look.kinds[name].label,
};

function filtersInWords() {
  const parts = [];
  for (const [name, all] of SETS) {
    if (state[name].size >= all.length) continue;
    const labels = all.filter((one) => state[name].has(one)).map(SET_LABEL[name]);
    parts.push(`${SET_NAME[name] ? `${SET_NAME[name]} ` : ""}${labels.join(", ") || "none"}`);
  }
  if (state.contested) parts.push("contested pairs");
  if (state.weight > 1) parts.push(`at least ${state.weight} statements per line`);
  if (state.confidence > 0) parts.push(`confidence at least ${state.confidence.toFixed(2)}`);
  if (state.document >= 0) parts.push(`document “${short(documents[state.document].title || documents[state.document].id, 70)}”`);
  if (!isWhole()) parts.push(`${state.pace === "lasting" ? "lines lasting in " : ""}${sayPeriod(state.pace, state)}`);
  return parts;
}

function focusInWords() {
  if (state.path) return `the connection from ${short(state.path.ends[0].name, 60)} to ${short(state.path.ends[1].name, 60)}`;
  if (state.edge) return short(sayEdge(state.edge), 140);
  return state.node ? `${short(state.node.name, 60)} and neighbours` : "";
}

function sayChoice() {
  const parts = [state.scope ? sayScope().replace(/^O/, "o") : "", focusInWords(), ...filtersInWords(), drawnInWords()].filter(Boolean);
  return parts.length ? `Shown: ${parts.join("; ")}.` : "Shown: all statements.";
}
