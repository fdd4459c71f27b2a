"""Reading: lines as sentences of English, the words around a quote, quotes by keys, and marks where they belong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from tests.page.test_excerpt import copy_of


@pytest.fixture
def powers(said: Any, make_reading: Any) -> nx.MultiDiGraph:
    """Give a graph of names that take an article or a plural verb, and of what is planned, possible, past."""
    us, people = "United States", "Palestinians"
    one, two = "Iran criticised the United States.", "Palestinians may back Iran."
    three, four = "The United States will visit Kabul.", "In 1772 the Palestinians did not back the United States."
    return build_graph([
        make_reading(
            said(one, "Iran", "opposed", us, "criticised"),
            said(two, people, "allied", "Iran", "back", modality="possible"),
            said(three, us, "visited", "Kabul", "visit", modality="planned"),
            said(four, people, "allied", us, "back", negated=True, past=True),
            kinds={people: "people", "Kabul": "place"},
        )
    ])  # fmt: skip


def test_lines_are_sentences_of_english(powers: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    page = open_page(powers).page
    assert sorted(page.locator("#panel .tally").nth(1).locator("button").all_inner_texts()) == [
        "Iran opposes the United States", "The Palestinians did not side with the United States",
        "The Palestinians may side with Iran", "The United States is to visit Kabul",
    ]  # fmt: skip
    page.get_by_role("button", name="Iran opposes the United States").click()
    assert page.inner_text("#panel h2") == "Iran opposes the United States"
    assert page.inner_text("#announce") == "Iran opposes the United States: 1 statement"
    page.locator("#panel h2").get_by_role("button", name="United States").click()
    assert page.inner_text("#panel h2") == "United States"


PERSON = {"Mira Dol": "person"}
TEXT = (
    "The islands are far away. Arland backs Borland. She will come, a spokesman of Arland said.\n"
    "Arland praised Borland twice. Nobody knows why."
)


@pytest.fixture
def told(said: Any, make_reading: Any) -> nx.MultiDiGraph:
    """Give a graph of two texts; the first, whose text is known, has two statements of one line."""

    def at(sentence: str, *words: str, document: str, text: str, **given: Any) -> Any:
        one = said(sentence, *words, document, **given)
        by = text.index(sentence)
        moved = {name: getattr(one, name) + by for name in one.__slots__ if name.endswith(("start", "end"))}
        return one.from_dict({**{name: getattr(one, name) for name in one.__slots__}, **moved})

    pair = ("Arland", "allied", "Borland")
    first = at("Arland backs Borland.", *pair, "backs", document="d1", text=TEXT, date="2024-01-05", confidence=0.9)
    again = at("Arland praised Borland twice.", *pair, "praised", document="d1", text=TEXT, date="2024-01-05")
    other = at("Arland helps Borland.", *pair, "helps", document="d2", text="Arland helps Borland.", date="2023-03-01")
    elsewhere = "She will come, a spokesman of Arland said."
    visit = at(elsewhere, "She", "visited", "Arland", "come", document="d1", text=TEXT, source_name="Mira Dol")
    start = TEXT.index("Borland")
    visit = visit.from_dict({
        **{name: getattr(visit, name) for name in visit.__slots__},
        "source_text": "Borland", "source_start": start, "source_end": start + 7, "cue": "not the words",
    })  # fmt: skip
    return build_graph([
        make_reading(first, again, visit, id="d1", title="Far islands", date="2024-01-05", kinds=PERSON),
        make_reading(other, id="d2", title="Help", date="2023-03-01"),
    ])  # fmt: skip


def test_the_sentences_around_a_quote_are_shown_on_demand(told: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(told, texts={"d1": TEXT})
    page = opened.page
    page.get_by_role("button", name="Arland sides with Borland").click()
    assert page.locator(".around").count() == 0
    first = page.locator("#panel .statement", has_text="backs")
    first.get_by_role("button", name="Context").click()
    assert first.locator(".around").all_inner_texts() == [
        "The islands are far away.", "She will come, a spokesman of Arland said.",
    ]  # fmt: skip
    assert first.locator("q").inner_text() == "Arland backs Borland."
    assert page.locator("#panel .statement", has_text="helps").get_by_text("Context").count() == 0
    first.get_by_role("button", name="Hide context").click()
    assert page.locator(".around").count() == 0
    assert opened.complaints == []


def test_quotes_stand_under_their_text_and_are_walked_by_keys(
    told: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(told, texts={"d1": TEXT}, hash='#line=["Arland","allied","Borland"]').page
    assert page.locator("#panel .document > h3").all_inner_texts() == [
        "Help · 1 March 2023", "Far islands · 5 January 2024 · 2 statements",
    ]  # fmt: skip
    page.focus("#graph")
    here = "() => document.activeElement.querySelector('q')?.textContent"
    seen = []
    for key in ("n", "n", "n", "n", "p"):
        page.keyboard.press(key)
        seen.append(page.evaluate(here).split()[1])
    assert seen == ["helps", "backs", "praised", "praised", "backs"]
    page.keyboard.press("c")
    assert page.locator(".around").count() == 2
    page.fill("#search", "nc")  # in a field the keys write
    assert page.locator(".around").count() == 2


def test_only_what_is_the_mention_is_shaded_and_around_a_quote_as_well(
    told: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(told, texts={"d1": TEXT}, hash='#line=["Mira Dol","visited","Arland"]').page
    panel = page.locator("#panel")
    assert panel.locator("mark").count() == 0  # the words there are others than those that the statement names
    assert panel.locator(".mention").all_inner_texts() == ["Arland"]
    assert "“Borland” elsewhere in the text is Mira Dol" in panel.inner_text()
    panel.get_by_role("button", name="Context").click()
    assert panel.locator(".around .mention").all_inner_texts() == ["Borland"]


def test_a_page_that_cannot_hold_all_says_so(
    told: nx.MultiDiGraph, open_page: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viz.context.BUDGET", 80)
    page = open_page(told, texts={"d1": TEXT, "d2": "Arland helps Borland."}).page
    assert "The sentences around a quote are in this page for 1 of 4 quotes." in page.inner_text("#left")


def test_a_copy_holds_no_more_than_its_own_sentences(
    told: nx.MultiDiGraph, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(told, texts={"d1": TEXT}, hash='#line=["Mira Dol","visited","Arland"]')
    copy = copy_of(opened, tmp_path)
    assert "The islands are far away" in opened.path.read_text(encoding="utf-8")
    assert "The islands are far away" not in copy.path.read_text(encoding="utf-8")
    copy.page.evaluate("() => entente.chooseEdge(0)")
    copy.page.get_by_role("button", name="Context").click()
    assert copy.page.locator(".around").all_inner_texts() == [
        "Arland backs Borland.", "Arland praised Borland twice.",
    ]  # fmt: skip
