// A box to type a name in, with the names and aliases that fit; and what a choice there does.

// Letters as somebody types them who has not got them: "lodz" finds Łódź.
const PLAIN = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøđðıßæœþ]/g, (letter) => PLAIN[letter]);

const findable = nodes.flatMap((n) => [...new Set([n.name, ...n.names, ...n.aliases])].map((name) => ({
  node: n, name: clean(name), key: folded(clean(name)), own: name === n.name,
})));

// Names that begin with the words first, then those in which a word does, then the rest; strong names first.
function fitting(typed, most = 12) {
  const key = folded(typed.trim());
  if (!key) return [];
  const wordStart = new RegExp(`[\\s\\p{P}]${key.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}`, "u");
  const rank = (k) => (k === key ? 0 : k.startsWith(key) ? 1 : wordStart.test(k) ? 2 : k.includes(key) ? 3 : 9);
  const found = findable.map((k) => ({ ...k, rank: rank(k.key) })).filter((k) => k.rank < 9);
  found.sort((a, b) => a.rank - b.rank || b.own - a.own || a.node.index - b.node.index);
  const seen = new Set();
  return found.filter((k) => !seen.has(k.node) && seen.add(k.node)).slice(0, most);
}

let boxes = 0;
// Make a text box a combobox: arrow keys go through the list, Enter or a click takes one.
function combobox(input, onTake) {
  const id = `list-${(boxes += 1)}`;
  const list = make("ul", { id, role: "listbox", class: "options", "aria-label": "Names", hidden: true });
  let [options, active] = [[], -1];
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id], ["aria-expanded", "false"]]) input.setAttribute(name, value);
  input.after(list);

  function show() {
    options = fitting(input.value);
    active = options.length ? 0 : -1;
    list.replaceChildren(...options.map((option, i) => make("li", {
      id: `${id}-${i}`, role: "option", onclick: () => take(i),
    }, words(short(option.node.name, 50)), option.own ? null : make("span", { class: "as" }, " as ", words(short(option.name, 40))))));
    if (!options.length && input.value.trim()) list.replaceChildren(make("li", { class: "none", role: "option", "aria-disabled": "true" }, "No such name here"));
    list.hidden = !input.value.trim();
    mark();
  }
  function mark() {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === active ? "true" : "false"));
    input.setAttribute("aria-expanded", list.hidden ? "false" : "true");
    if (active >= 0 && !list.hidden) {
      input.setAttribute("aria-activedescendant", `${id}-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }
  function close() {
    list.hidden = true;
    mark();
  }
  function take(i) {
    const { node } = options[i];
    input.value = "";
    close();
    onTake(node);
  }
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value.trim()) show(); });
  input.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== input) close(); }, 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (options.length) active = (active + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      mark();
    } else if (event.key === "Enter") {
      if (active >= 0 && !list.hidden) take(active);
    } else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function namePicker(label, onTake) {
  const id = `pick-${boxes + 1}`;
  const input = make("input", { id, type: "text", autocomplete: "off", spellcheck: "false" });
  const box = make("div", { class: "find" }, make("label", { for: id }, label), input);
  combobox(input, onTake);
  return box;
}
