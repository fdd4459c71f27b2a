// The evidence: what is said of the chosen name, line or way, quote by quote, with cue and names marked.

const panel = byId("panel");
const QUOTES_A_LINE = 3;
const QUOTES_IN_ALL = 60;

// Words of the sentence that name somebody by other words ("Baku"), or that stand outside of it, are explained.
function meant(s) {
  return [[s.source, s.source_text, s.source_start], [s.target, s.target_text, s.target_start]]
    .filter(([node, text]) => text !== node.name)
    .map(([node, text, start]) => make("span", {}, words(`“${short(text, 50)}”`),
      start < s.start || start >= s.end ? " elsewhere in the text" : "", " is ", words(short(node.name, 50))));
}

function origin(s) {
  const { title, id, url } = s.document;
  const name = words(short(title || id, 140));
  const link = safeLink(url);
  return make("cite", {}, link ? make("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, name) : name);
}

const joined = (parts) => parts.flatMap((part, i) => (i ? [" · ", part] : [part]));

function facts(s) {
  const said = [s.negated ? "denied" : "stated", MODALITY_LABEL[s.modality], s.past ? "past" : ""].filter(Boolean).join(", ");
  const speaker = s.attributed_to ? make("span", {}, "according to ", words(short(s.attributed_to, 60))) : null;
  const when = s.when ? make("span", { class: "when" }, "when: ", words(short(s.when, 40))) : null;
  return joined([said, when, speaker, ...meant(s), `confidence ${s.confidence.toFixed(2)}`, make("span", {}, "rule ", words(short(s.rule, 60)))].filter(Boolean));
}

function statementItem(s, grouped = false) {
  return make("li", { class: `statement${isWrong(s) ? " wrong" : ""}${grouped ? " grouped" : ""}`, "data-statement": s.index, tabindex: -1 },
    make("blockquote", {}, quote(s)),
    grouped ? null : make("p", { class: "origin" }, joined([origin(s), s.date ? sayDate(s.date) : null].filter(Boolean))),
    make("p", { class: "fine" }, facts(s)),
    make("p", { class: "acts" }, aroundButton(s), copyButton(s), rightButton(s), wrongButton(s)),
  );
}

const nameButton = (n) => make("button", { type: "button", class: "name", onclick: () => choose({ node: n }) }, words(short(n.name, 80)));
const article = (n, word) => (n.said ? word : "");
const lineButton = (e, text) => make("button", { type: "button", class: "name", onclick: () => choose({ edge: e }) }, text);

function besides(e) {
  const others = e.pair.edges.filter((other) => other !== e && other.visible);
  if (!others.length) return null;
  return make("p", { class: "besides" }, e.pair.contested ? make("strong", {}, "Contested. ") : null, "Between the two also: ",
    joined(others.map((other) => lineButton(other, words(short(`${sayEdge(other)} (${other.count})`, 140))))));
}

function showEdge(e) {
  const seen = e.statements.filter((s) => s.visible);
  const more = e.weight - e.statements.length;
  return [
    make("h2", {}, article(e.source, "The "), nameButton(e.source), " ", keyOf(e.relation, e.negated), verb(e), " ", article(e.target, "the "), nameButton(e.target)),
    make("p", { class: "fine" }, plural(seen.length, "statement"), more > 0 ? `; ${more.toLocaleString("en")} more are counted but not quoted in this page` : ""),
    besides(e),
    pairChart(e.pair),
    byDocument(seen),
    seen.length ? null : make("p", {}, "Its statements are hidden by the filters."),
  ];
}

function showNode(n) {
  const aliases = n.names.filter((name) => name !== n.name).slice(0, 12).map((name) => short(name, 40));
  const seen = n.statements.filter((s) => s.visible).length;
  return [
    make("h2", {}, words(short(n.name, 200))),
    make("p", { class: "fine" }, joined([told.look.kinds[n.kind].label, plural(seen, "statement"), aliases.length ? make("span", {}, "also called ", words(aliases.join(", "))) : null].filter(Boolean))),
    n.camp ? make("p", { class: "fine camp" }, `Camp ${n.camp}: inferred from who is with and against whom, not stated by a text`) : null,
    focusActs(n),
    ...groups(n),
    make("details", { class: "more" }, make("summary", {}, "Connection and corrections"),
      namePicker("Shortest connection to", (to) => choose({ path: connect(n, to) })),
      namePicker("Is the same as", (other) => markSame(n, other))),
  ];
}

// The headings under which a name's lines stand, in order.
function headingOf(n, e) {
  const here = told.look.relations[e.relation][e.symmetric || e.source === n ? "out" : "in"];
  return e.negated ? `Denied: ${here.toLowerCase()}` : here;
}

function groups(n) {
  const byHeading = new Map();
  for (const negated of [false, true]) {
    for (const relation of RELATIONS) {
      for (const out of [true, false]) {
        for (const e of n.edges) {
          if (!e.visible || e.negated !== negated || e.relation !== relation || (e.symmetric || e.source === n) !== out) continue;
          const heading = headingOf(n, e);
          if (!byHeading.has(heading)) byHeading.set(heading, []);
          byHeading.get(heading).push(e);
        }
      }
    }
  }
  let room = QUOTES_IN_ALL;
  return [...byHeading].map(([heading, lines]) => make("section", { class: "group" },
    make("h3", {}, keyOf(lines[0].relation, lines[0].negated), heading),
    lines.sort((a, b) => b.count - a.count || a.index - b.index).map((e) => {
      const seen = e.statements.filter((s) => s.visible).slice(0, Math.max(0, Math.min(QUOTES_A_LINE, room)));
      room -= seen.length;
      return lineBlock(n, e, seen);
    })));
}

function lineBlock(n, e, seen) {
  const other = e.source === n ? e.target : e.source;
  return make("div", { class: "line" },
    make("h4", {}, lineButton(e, words(short(other.name, 80)))),
    make("ol", { class: "statements" }, seen.map((s) => statementItem(s))),
    e.count > seen.length ? lineButton(e, seen.length ? `${e.count - seen.length} more` : `read ${plural(e.count, "statement")}`) : null);
}

function showPath(path) {
  const { ends: [from, to], nodes: stops, edges: lines } = path;
  return [
    make("h2", {}, "From ", nameButton(from), " to ", nameButton(to)),
    make("p", { class: "fine" }, sayWay(path)),
    pathActs(path),
    ...lines.map((e, i) => make("section", { class: "group" },
      make("h3", {}, keyOf(e.relation, e.negated), lineButton(e, words(short(sayEdge(e), 120)))),
      make("ol", { class: "statements" }, e.statements.filter((s) => s.visible).slice(0, 1).map((s) => statementItem(s))),
      i < lines.length - 1 ? make("p", { class: "fine" }, "then from ", words(short(stops[i + 1].name, 80))) : null)),
    alsoBetween(path),
  ];
}

function showNothing() {
  const strong = nodes.filter((n) => n.visible).sort((a, b) => b.now - a.now || a.index - b.index).slice(0, 6);
  const disputed = contestedPairs.filter(contestedNow);
  return [
    make("h2", {}, "Who says so?"),
    make("p", {}, "Select a line to read the sentences that support it, or a name to read everything said about it."),
    strong.length ? make("h3", {}, "Most mentioned") : null,
    make("ul", { class: "tally" }, strong.map((n) => make("li", {}, nameButton(n), make("span", { class: "count" }, n.now.toLocaleString("en"))))),
    strong.length ? make("h3", {}, "Strongest lines") : null,
    make("ul", { class: "tally" }, edges.filter((e) => e.visible).sort((a, b) => b.now - a.now || a.index - b.index).slice(0, 7)
      .map((e) => make("li", {}, keyOf(e.relation, e.negated), lineButton(e, words(short(sayEdge(e), 120))), make("span", { class: "count" }, e.now.toLocaleString("en"))))),
    disputed.length ? make("h3", {}, "Contested") : null,
    disputed.length ? make("ul", { class: "plain" }, disputed.slice(0, 12).map((pair) => make("li", {},
      lineButton(pair.edges.find((e) => e.visible && told.look.relations[e.relation].sign < 0 && !e.negated), words(short(`${pair.edges[0].source.name} and ${pair.edges[0].target.name}`, 120)))))) : null,
  ];
}

let lastShown;
function drawPanel() {
  const parts = state.path ? showPath(state.path) : state.edge ? showEdge(state.edge) : state.node ? showNode(state.node) : showNothing();
  const back = state.path || state.edge || state.node
    ? make("button", { type: "button", class: "close", "aria-label": "Close this evidence", onclick: () => { choose({}); graph.focus({ preventScroll: true }); } }, "Close") : null;
  const hadFocus = panel.contains(document.activeElement) && document.activeElement !== panel;
  panel.replaceChildren(...[back, ...withChanges(parts), suggestionsBox(), correctionsBox()].flat().filter(Boolean));
  const now = state.path || state.edge || state.node;
  if (now !== lastShown) panel.scrollTop = 0;
  if (hadFocus) panel.focus({ preventScroll: true });
  lastShown = now;
}
