"""The page's own code keeps to what Safari 16.0 knows (autumn 2022): its scripts, its style, its HTML.

WebKit on this machine is newer, so what it runs shows nothing; here the code is read. The lists hold what came later
and what one might write without thinking of it.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from graph.kg.own import relations_of
from viz import page, render_page

# What acorn makes of a script: syntax later than ES2021 is refused, the rest is named.
READ = """
const { parse } = require("acorn");
const { readFileSync } = require("node:fs");
const tree = parse(readFileSync(process.argv.at(-1), "utf8"), { ecmaVersion: 2021 });
const found = { names: new Set(), patterns: [], onIterators: [] };
const LISTS = ["values", "keys", "entries", "matchAll"];
(function walk(node) {
  if (!node || typeof node !== "object") return;
  if (node.type === "Identifier") found.names.add(node.name);
  if (node.regex) found.patterns.push([node.regex.pattern, node.regex.flags]);
  const called = node.type === "MemberExpression" && node.object.type === "CallExpression" && node.object.callee;
  const made = called && called.type === "MemberExpression" && called.object.name !== "Object" && called.property.name;
  if (LISTS.includes(made)) found.onIterators.push(node.property.name);
  for (const value of Object.values(node)) if (value && typeof value === "object") walk(value);
})(tree);
console.log(JSON.stringify({ ...found, names: [...found.names] }));
"""

LATER_NAMES = set(
    """
    fromAsync toReversed toSorted toSpliced groupBy withResolvers isWellFormed toWellFormed fromBase64 toBase64 fromHex
    union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom Iterator sumPrecise
    DurationFormat canParse showPopover hidePopover togglePopover startViewTransition requestIdleCallback scheduler
    checkVisibility adoptedStyleSheets OffscreenCanvas CompressionStream DecompressionStream setHTMLUnsafe setHTML
    parseHTMLUnsafe caretPositionFromPoint getComposedRanges userActivation showSaveFilePicker
    showOpenFilePicker EyeDropper moveBefore CloseWatcher Highlight highlights
    customElementRegistry CSSPropertyRule Temporal Float16Array
    """.split()
)
"""Names of objects and methods that Safari 16.0 does not have."""

LATER_PROPERTIES = set(
    """
    text-wrap-mode text-wrap-style field-sizing anchor-name position-anchor position-area interpolate-size text-wrap
    animation-timeline view-transition-name content-visibility contain-intrinsic-size backdrop-filter user-select
    scrollbar-width scrollbar-gutter scrollbar-color font-size-adjust margin-trim text-box transition-behavior
    line-clamp hyphenate-limit-chars corner-shape reading-flow overflow-anchor
    """.split()
)
LATER_RULES = {"property", "scope", "starting-style", "view-transition", "position-try", "function"}
LATER_WORDS = (
    "color-mix(", "light-dark(", "(from ", "linear(", "lh;", "if(", ":popover-open", ":user-valid", ":user-invalid",
    ":open", ":state(", ":dir(", "anchor(", "stretch;",
)  # fmt: skip

HARMLESS = {"text-wrap"}
"""What an older Safari passes over, and the page is as usable without."""

LATER_ATTRIBUTES = {"popover", "popovertarget", "command", "commandfor", "closedby", "writingsuggestions", "blocking"}
LATER_ELEMENTS = {"search", "selectedcontent", "fencedframe"}


@pytest.fixture
def parts(islands: Any) -> dict[str, str]:
    """Give our script and our style, whole."""
    made = page._parts(tuple(relations_of(islands).values()))
    return {"script": str(made["app_js"]), "style": str(made["style"])}


def later_scripts(script: str, node: Callable[..., Any], tmp_path: Any) -> list[str]:
    """Return what in a script Safari 16.0 does not know."""
    path = tmp_path / "app.js"
    path.write_text(script, encoding="utf-8")
    found = node(READ, path)
    later = sorted(LATER_NAMES & set(found["names"]))
    later += [pattern for pattern, flags in found["patterns"] if "(?<=" in pattern or "(?<!" in pattern or "v" in flags]
    return later + [f"iterator.{name}" for name in found["onIterators"] if name not in ("next", "return")]


def later_styles(style: str) -> list[str]:
    """Return what in a style Safari 16.0 does not know."""
    bare = re.sub(r'/\*.*?\*/|"[^"]*"', "", style, flags=re.DOTALL)
    later = [word for word in LATER_WORDS if word in bare]
    later += [f"@{name}" for name in re.findall(r"@([a-z-]+)", bare) if name in LATER_RULES]
    later += [media for media in re.findall(r"@media([^{]*)\{", bare) if "<" in media or ">" in media]
    open_rules: list[str] = []
    for before, mark in re.findall(r"([^{};]*)([{};])", bare):
        if mark == "{":
            if open_rules and not open_rules[-1].startswith("@"):
                later.append(f"{before.strip()} within {open_rules[-1]}")
            open_rules.append(before.strip())
        else:
            name = before.partition(":")[0].strip()
            if open_rules and name in LATER_PROPERTIES - HARMLESS:
                later.append(name)
            if mark == "}":
                open_rules.pop()
    return later


class Later(HTMLParser):
    """Collect elements and attributes that Safari 16.0 does not know."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] if tag in LATER_ELEMENTS else []
        self.found += [name for name, _ in attrs if name in LATER_ATTRIBUTES]


def test_the_scripts_keep_to_what_safari_16_knows(
    parts: dict[str, str], node: Callable[..., Any], tmp_path: Any
) -> None:
    assert later_scripts(parts["script"], node, tmp_path) == []


def test_the_style_keeps_to_what_safari_16_knows(parts: dict[str, str]) -> None:
    assert later_styles(parts["style"]) == []


def test_the_html_keeps_to_what_safari_16_knows(islands: Any) -> None:
    assert Later(render_page(islands)).found == []


@pytest.mark.parametrize(
    ("script", "later"),
    [
        ("a.toSorted(); Object.groupBy(a, b); new Set(a).union(b)", ["groupBy", "toSorted", "union"]),
        ("a.replace(/(?<=b)c/g, d)", ["(?<=b)c"]),
        ("new Map().values().map(f); Object.values(a).map(f); m.keys().next()", ["iterator.map"]),
        ("a?.b ?? c; a ||= structuredClone(b).findLast(c).at(-1)", []),
    ],
)
def test_later_scripts_are_found(script: str, later: list[str], node: Callable[..., Any], tmp_path: Any) -> None:
    assert later_scripts(script, node, tmp_path) == later


@pytest.mark.parametrize("script", ["class A { static { f() } }", "class A { #b = 1 }", "await f()"])
def test_later_syntax_is_refused(script: str, node: Callable[..., Any], tmp_path: Any) -> None:
    with pytest.raises(AssertionError, match="SyntaxError"):
        later_scripts(script, node, tmp_path)


@pytest.mark.parametrize(
    ("style", "later"),
    [
        ("a { color: red; b { color: blue } }", ["b within a"]),
        ("@media print { a { color: red } }", []),
        ("@media (width >= 40rem) { a { color: red } }", [" (width >= 40rem) "]),
        ("@supports (a: b) { a { scrollbar-width: thin; user-select: none } }", ["scrollbar-width", "user-select"]),
        ("@property --a { syntax: '*' }", ["@property"]),
        ("a { color: light-dark(red, blue); background: linear-gradient(red, blue) }", ["light-dark("]),
        ("a:has(b) { inset: 0; height: 50dvh; overscroll-behavior: contain }", []),
    ],
)
def test_later_styles_are_found(style: str, later: list[str]) -> None:
    assert later_styles(style) == later
