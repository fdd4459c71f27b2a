"""All text is hostile: whatever names, sentences, titles, ids and links say, nothing runs and nothing is loaded."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.kg import build_graph
from graph.records import Entity, Reading, Source, Statement

BEACON = "https://evil.example/beacon.png"
HOSTILE = {
    "end of script": "</script><script>window.ran=1</script>",
    "end of style": "</style><img src=x onerror=window.ran=1>",
    "end of title": "</title><svg onload=window.ran=1>",
    "image": f'<img src="{BEACON}" onerror="window.ran=1">',
    "link with href": '<a href="javascript:window.ran=1">href</a>',
    "attribute": '" onmouseover="window.ran=1" x="',
    "attribute, single": "' onfocus='window.ran=1' autofocus='",
    "template": "{{ 7*7 }}{% raw %}${window.ran=1}`",
    "comment": "<!--<script>--!>window.ran=1",
    "prototype": "__proto__",
    "constructor": "constructor",
    "line separators": "\u2028window.ran=1//\u2029",
    "bidi": "\u202e\u2066evil\u2069",
    "control": "a\x00b\x08c\x1b[31m\x7f",
    "half a character": "a\ud800b",
    "long": "Aa" * 5000,
    "css": f"}}body{{background:url({BEACON})}}",
    "entity": "&lt;script&gt;&#x0a;&amp;",
    "formula": '=HYPERLINK("https://evil.example")',
}


def hostile_graph(*evils: str) -> Any:
    """Return a graph that says each of `evils` in every place where a text can put words."""
    return build_graph([hostile_reading(evil) for evil in evils])


def hostile_reading(evil: str) -> Reading:
    """Return a document that says `evil` in every place."""
    other = f"Friend of {evil}"
    sentence = f"{evil} backs {other}."
    at = len(evil) + 1
    statement = Statement(
        source=evil, source_text=evil, source_start=0, source_end=len(evil), relation="allied",
        target=other, target_text=other, target_start=at + 6, target_end=at + 6 + len(other),
        cue="backs", cue_start=at, cue_end=at + 5, sentence=sentence, start=0, end=len(sentence),
        symmetric=False, negated=False, modality="actual", attributed_to=evil, date="2024-01-01",
        document=evil, rule=evil, confidence=0.5,
    )  # fmt: skip
    second = replace(statement, source=other, target=evil, relation="opposed", date=evil, cue=evil)
    entities = (Entity(evil, "person", (evil, f"alias {evil}"), 1), Entity(other, "place", (other,), 1))
    return Reading(Source(evil, "2024-01-01", evil, evil), entities, (statement, second))


@pytest.mark.parametrize("evil", HOSTILE.values(), ids=list(HOSTILE))
def test_nothing_runs_and_nothing_is_loaded(evil: str, open_page: Callable[..., Any]) -> None:
    kg = hostile_graph(evil)
    texts = {evil: f"{evil} backs Friend of {evil}. {evil} came."}
    opened = open_page(kg, title=evil, texts=texts)
    page = opened.page
    for i in (0, 1):
        page.evaluate("i => entente.chooseName(i)", i)
        page.get_by_role("button", name="Only its neighbours").click()
        page.evaluate("i => entente.chooseEdge(i)", i)
        assert page.locator("#panel q").count() == 1
        if page.locator("[data-around]").count():
            page.locator("[data-around]").click()
    connection(page)
    page.mouse.move(*page.evaluate("() => entente.whereIsEdgeNumber(0)"))
    page.wait_for_timeout(250)  # the tooltip waits as long
    assert page.evaluate("() => window.ran") is None
    assert page.evaluate("() => ({}).polluted") is None
    assert opened.requests == [opened.path.as_uri()]
    assert opened.complaints == []
    assert page.locator("img, iframe, object, embed, link, form, base").count() == 0
    assert page.locator("script").count() == 4
    assert all(not href.lower().startswith("javascript") for href in links(page))


def connection(page: Any) -> None:
    """Go from one name to the other, along the arrows, then to what is between them; open what narrows the page."""
    page.evaluate("() => { location.hash = '' }")
    page.evaluate("() => entente.chooseName(0)")
    page.get_by_role("button", name="Connection to …").click()
    page.locator("#panel .more input").first.fill("friend")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Along the arrows only").click()
    page.get_by_role("button", name="Show only what is between them").click()
    page.locator("#only summary").click()
    page.get_by_label("Add a name").fill("friend")
    page.keyboard.press("Enter")
    page.evaluate("() => { location.hash += '&confidence=0.99' }")
    page.locator("#empty").wait_for()


def two_camps(evil: str) -> Any:
    """Return a graph of twelve names that all say `evil`: two camps, and communities beside them."""
    kg = hostile_graph(evil)
    one = next(iter(kg.edges(data="evidence")))[2][0]
    said = []
    for side in "AB":
        for i in range(5):
            ends = {"source": f"{side}0 {evil}", "target": f"{side}{i + 1} {evil}"}
            said.append(replace(one, **ends, document=f"{side}{i}"))
    said.append(replace(one, source=f"A0 {evil}", target=f"B0 {evil}", relation="opposed", document="x"))
    return build_graph([Reading(Source(s.document), (), (s,)) for s in said])


@pytest.mark.parametrize("name", ["image", "link with href", "template", "prototype", "bidi", "long"])
def test_nothing_runs_in_the_legend_of_camps_and_communities(name: str, open_page: Callable[..., Any]) -> None:
    opened = open_page(two_camps(HOSTILE[name]))
    page = opened.page
    for tint in ("camp", "community"):
        page.get_by_role("radio", name=tint).check()
        assert page.locator("#tint li bdi").count() >= 2
    assert page.evaluate("() => window.ran") is None
    assert page.locator("#tint img, #tint a").count() == 0
    assert "\u202e" not in page.inner_text("#tint")
    assert opened.requests == [opened.path.as_uri()]
    assert opened.complaints == []


def links(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    return found


def test_hostile_words_are_shown_as_they_are_written(open_page: Callable[..., Any]) -> None:
    evil = HOSTILE["image"]
    opened = open_page(hostile_graph(evil), title=evil)
    opened.page.evaluate("() => entente.chooseEdge(0)")
    assert opened.page.inner_text("#panel q") == f"{evil} backs Friend of {evil}."
    assert opened.page.inner_text("h1") == evil
    assert opened.page.title() == evil


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("http://news.example/?q=<b>", "http://news.example/?q=%3Cb%3E"),
        ("javascript:window.ran=1", None),
        ("JaVaScRiPt:window.ran=1", None),
        ("\x01javascript:window.ran=1", None),
        ("data:text/html,<script>window.ran=1</script>", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("//evil.example/x", None),
        ("not an address", None),
    ],
)
def test_only_web_addresses_become_links(url: str, href: str | None, open_page: Callable[..., Any]) -> None:
    kg = hostile_graph("Someone")
    kg.graph["sources"] = {"Someone": Source("Someone", None, "A title", url)}
    opened = open_page(kg)
    opened.page.evaluate("() => entente.chooseEdge(0)")
    found = opened.page.eval_on_selector_all("#panel cite a", "all => all.map(a => a.getAttribute('href'))")
    assert found == ([href] if href else [])


def test_the_policy_stops_what_is_put_into_the_page_later(islands: Any, open_page: Callable[..., Any]) -> None:
    """Even if a way in were found: no string becomes HTML, no script is added, nothing is fetched."""
    opened = open_page(islands)
    tried = opened.page.evaluate("""async () => {
        const tried = [];
        const attempt = async (name, act) => { try { await act(); tried.push(name) } catch (error) { /* stopped */ } };
        await attempt("innerHTML", () => { document.body.innerHTML = "<img src=x onerror=window.ran=1>" });
        await attempt("fetch", () => fetch("https://evil.example/"));
        const script = document.createElement("script");
        await attempt("script", () => { script.text = "window.ran=1"; document.body.append(script) });
        return tried;
    }""")
    assert tried == []
    assert opened.page.evaluate("() => window.ran") is None
    assert opened.requests == [opened.path.as_uri()]
