// The statements as a table, in step with the graph: what the filter hides or the focus leaves out is not in it.

const ROWS = 50;
const order = { column: null, down: false };
let page = 0;
let sieve = "";

const sayTime = (s) => [s.past ? "past" : "", s.when || ""].filter(Boolean).join(", ");
const spoken = statements.some((s) => s.attributed_to);
const COLUMNS = [
  { name: "Source", value: (s) => s.source.name, cell: (s) => nameButton(s.source), kind: "wide" },
  { name: "Relation", value: (s) => verb(s.edge), cell: (s) => [keyOf(s.relation, s.negated), lineButton(s.edge, verb(s.edge))], kind: "whole" },
  { name: "Target", value: (s) => s.target.name, cell: (s) => nameButton(s.target), kind: "wide" },
  { name: "Trigger words", value: (s) => s.cue, cell: (s) => words(short(s.cue, 60)), kind: "wide" },
  { name: "Stated as", value: (s) => MODALITIES.indexOf(s.modality), cell: (s) => MODALITY_LABEL[s.modality], kind: "whole" },
  { name: "Speaker", value: (s) => s.attributed_to || "", cell: (s) => (s.attributed_to ? words(short(s.attributed_to, 50)) : ""), kind: "wide", off: !spoken },
  { name: "When", value: (s) => s.when || "", cell: (s) => (sayTime(s) ? words(short(sayTime(s), 40)) : ""), kind: "whole", off: !statements.some((s) => s.past || s.when) },
  { name: "Date", value: (s) => s.date || "", cell: (s) => (s.date ? words(short(s.date, 20)) : ""), kind: "whole", off: !known.length },
  { name: "Document", value: (s) => s.document.title || s.document.id, cell: (s) => origin(s), kind: "wide", off: documents.length < 2 },
  { name: "Confidence", value: (s) => s.confidence, cell: (s) => s.confidence.toFixed(2), kind: "number" },
].filter((column) => !column.off);

function tableRows() {
  const key = folded(sieve.trim());
  const text = (s) => folded([s.source.name, verb(s.edge), s.target.name, s.sentence, s.attributed_to || "", s.document.title || ""].join(" "));
  const rows = statements.filter((s) => inFocus(s) && (!key || text(s).includes(key)));
  if (order.column === null) return rows;
  const { value } = COLUMNS[order.column];
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
  return rows.sort((a, b) => (order.down ? -1 : 1) * compare(value(a), value(b)) || a.index - b.index);
}

function sortBy(column) {
  order.down = order.column === column && !order.down;
  order.column = column;
  page = 0;
  drawTable();
  byId("table").querySelectorAll("th button")[column].focus();
}

function head() {
  return make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, COLUMNS.map((column, i) => {
    const sorted = order.column === i ? (order.down ? "descending" : "ascending") : "none";
    return make("th", { scope: "col", role: "columnheader", "aria-sort": sorted, class: column.kind === "number" ? "number" : null },
      make("button", { type: "button", onclick: () => sortBy(i) }, column.name, make("span", { "aria-hidden": "true" }, { ascending: " ▲", descending: " ▼", none: "" }[sorted])));
  })));
}

function drawTable(all = false) {
  const rows = tableRows();
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  page = Math.min(page, pages - 1);
  const part = all ? rows.slice(0, 2000) : rows.slice(page * ROWS, (page + 1) * ROWS);
  const body = make("tbody", { role: "rowgroup" }, part.map((s) => make("tr", { role: "row", class: isWrong(s) ? "wrong" : null },
    COLUMNS.flatMap((column) => [make("td", { class: column.kind, role: "cell" }, column.cell(s)), " "])))); // the blanks part words that are copied from a phone
  byId("table").replaceChildren(head(), body);
  byId("table-title").textContent = state.path ? "Statements on the path" : state.edge || state.node ? "Statements in focus" : "All statements";
  byId("rows").textContent = rows.length === statements.length ? plural(rows.length, "statement") : `${rows.length.toLocaleString("en")} of ${plural(statements.length, "statement")}`;
  byId("pages").replaceChildren(...(pages > 1 ? [pageButton("Previous", -1, page > 0), make("span", {}, `page ${page + 1} of ${pages}`), pageButton("Next", 1, page < pages - 1)] : []));
}

function pageButton(label, by, can) {
  return make("button", { type: "button", disabled: !can, onclick: () => {
    page += by;
    drawTable();
    byId("table").scrollIntoView({ block: "nearest" });
  } }, label);
}

function buildTable() {
  const input = byId("sieve");
  input.addEventListener("input", () => {
    sieve = input.value;
    page = 0;
    drawTable();
  });
  byId("sources-title").textContent = `Sources: ${plural(documents.length, "document")}${documents.length > SOURCES ? ", the first 1,000 listed" : ""}`;
  byId("sources-title").parentElement.addEventListener("toggle", listSources, { once: true });
}

// The list of documents is long and seldom read: made when somebody opens it, or prints.
const SOURCES = 1000;
function listSources() {
  if (byId("sources").childElementCount) return;
  fillSources();
}
