// The bar above the graph: back and forward, what the page is narrowed to, and the ways to narrow it.

let draft = [];

function buildFocus() {
  byId("back").addEventListener("click", () => goTrail(-1));
  byId("onward").addEventListener("click", () => goTrail(1));
  byId("widen").addEventListener("click", () => { widen(); byId("only").querySelector("summary").focus(); });
  byId("only").addEventListener("toggle", buildOnly, { once: true });
  closeOnLeave(byId("only"));
  network.on("doubleClick", ({ pointer }) => {
    const n = nodeUnder(pointer.DOM);
    if (n) canExpand(n) ? expand(n) : aroundName(n);
  });
  onChange(showFocus);
}

// The ways to narrow the page, made when somebody opens them.
function buildOnly() {
  const list = make("ul", { class: "plain chosen", "aria-label": "Names chosen" });
  const take = [0, 1].map((hops) => make("button", { type: "button", onclick: () => narrowByList(hops) }, hops ? "These and their neighbours" : "Only these"));
  const show = () => {
    list.replaceChildren(...draft.map((n) => make("li", {}, words(short(n.name, 50)), " ", make("button", { type: "button", "aria-label": `Remove ${short(n.name, 50)}`, onclick: () => { draft = draft.filter((m) => m !== n); show(); } }, "×"))));
    for (const button of take) button.disabled = !draft.length;
  };
  byId("only-list").append(
    make("p", {}, make("strong", {}, "Names of a list")), namePicker("Add a name", (n) => { draft = [...new Set([...draft, n])]; show(); }), list, make("p", { class: "acts" }, take),
    make("p", {}, make("strong", {}, "Names in an area")), make("p", { class: "acts" }, make("button", { type: "button", id: "lasso", onclick: startLasso }, "Draw around them")),
    ...GROUPS.map(groupButtons).filter(Boolean));
  show();
}

function narrowByList(hops) {
  narrowTo({ centres: draft, hops, also: [] }, { node: null });
  byId("only").open = false;
  byId("only").querySelector("summary").focus();
}

// A list of camps or communities; both are inferred, and named by their strongest names.
function groupButtons(group) {
  const values = [...new Set(nodes.map((n) => n[group]).filter((value) => value !== null && value !== undefined).map(String))];
  const sizes = values.map((value) => [value, nodes.filter((n) => String(n[group]) === value).length]).filter(([, size]) => size > 2).sort((a, b) => b[1] - a[1]).slice(0, 8);
  if (!sizes.length || values.length < 2) return null;
  return make("div", {}, make("p", {}, make("strong", {}, group === "camp" ? "A camp (inferred)" : "A community (inferred)")),
    make("ul", { class: "plain" }, sizes.map(([value, size]) => make("li", {}, make("button", { type: "button", class: "name", onclick: () => { narrowTo({ group, value }, { node: null }); byId("only").open = false; } }, words(sayGroup(group, value)), ` (${size})`)))));
}

function closeOnLeave(menu) {
  document.addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || event.defaultPrevented) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.preventDefault();
  });
}

function showFocus() {
  byId("scope").textContent = sayScope();
  byId("widen").hidden = !state.scope;
  byId("strongest").hidden = Boolean(state.scope) || nodes.length <= FIRST;
  byId("hops").replaceChildren(...hopButtons());
}

// How far around the chosen names the page reaches.
function hopButtons() {
  const { scope } = state;
  if (!scope?.centres) return [];
  return [0, 1, 2].filter((hops) => hops || scope.centres.length > 1).map((hops) => make("button", {
    type: "button", "aria-pressed": String(scope.hops === hops), onclick: () => {
      narrowTo({ ...scope, hops, also: hops ? scope.also : [] }, { node: state.node });
      [...byId("hops").children].find((button) => button.getAttribute("aria-pressed") === "true")?.focus();
    },
  }, ["alone", "1 step", "2 steps"][hops]));
}

// What can be done with a chosen name: its neighbours alone, more of them, the way to another.
function focusActs(n) {
  const only = state.scope?.centres?.length === 1 && state.scope.centres[0] === n && state.scope.hops;
  const act = (text, onclick) => make("button", { type: "button", onclick }, text);
  return make("p", { class: "acts focus-acts" },
    only ? null : act("Only its neighbours", () => aroundName(n)),
    canExpand(n) ? act(`Add its ${plural(beyond(n), "other neighbour")}`, () => expand(n)) : null,
    act("Connection to …", () => {
      const more = panel.querySelector(".more");
      more.open = true;
      more.querySelector("input").focus();
    }),
    ...GROUPS.filter((group) => n[group] !== null && n[group] !== undefined && nodes.some((m) => m !== n && m[group] === n[group]))
      .map((group) => act(`Only its ${group}`, () => narrowTo({ group, value: String(n[group]) }, { node: n }))));
}
