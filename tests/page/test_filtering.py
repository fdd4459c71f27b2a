"""Filtering: each filter hides what it says, the count says so, one button undoes it, the address keeps it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from tests.page.conftest import island_news

ALL = {
    "Arland allied with Borland", "Arland opposed to Borland", "Arland opposed to Cesk", "Borland not allied with Cesk",
    "Mira Dol opposed to Cesk", "Mira Dol visited Port Ode",
}  # fmt: skip

HIDDEN = {
    "polarity=stated": {"Borland not allied with Cesk"},
    "polarity=denied": ALL - {"Borland not allied with Cesk"},
    "modality=planned": ALL - {"Mira Dol visited Port Ode"},
    "kind=country": {"Mira Dol opposed to Cesk", "Mira Dol visited Port Ode"},
    "confidence=0.7": {"Mira Dol opposed to Cesk"},
    "weight=2": ALL,
    "document=d1": ALL - {"Arland allied with Borland"},
    "to=2024-01-31": ALL - {"Arland allied with Borland"},
    "from=2024-02-01&to=2024-03-01": ALL - {"Arland opposed to Cesk", "Borland not allied with Cesk"},
    "contested=yes": ALL - {"Arland allied with Borland", "Arland opposed to Borland"},
    "relation=visited&modality=actual": ALL,
    "relation=nonsense": ALL,
    "weight=x&confidence=&document=none&from=nonsense&view=1_2": set(),
}


def test_the_address_sets_the_filter(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    found = {}
    for hash, hidden in HIDDEN.items():
        opened.page.evaluate("hash => { location.hash = hash }", hash)
        opened.page.wait_for_function("hash => entente.readFrom === '#' + hash", arg=hash)
        found[hash] = opened.hidden_edges()
        assert opened.page.locator("#reset").is_visible() == bool(hidden)
    assert found == HIDDEN
    assert opened.complaints == []


def test_controls_write_the_address_and_reset_clears_it(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    page.get_by_role("checkbox", name="denied").uncheck()
    page.get_by_role("checkbox", name="planned").uncheck()
    page.get_by_role("checkbox", name="place").uncheck()
    page.get_by_role("slider", name="Confidence").fill("0.7")
    page.get_by_role("combobox", name="Document").select_option(label="A pact of islands")
    assert page.evaluate("() => location.hash") == (
        "#polarity=stated&modality=actual.possible"
        "&kind=country.territory.bloc.people.person.organisation.unknown&confidence=0.7&document=d1"
    )
    assert opened.hidden_edges() == ALL - {"Arland allied with Borland"}
    assert page.inner_text("#status") == "Hidden: 5 statements, 5 lines, 3 names"
    page.get_by_role("button", name="Clear filters").click()
    assert opened.hidden_edges() == set()
    assert page.evaluate("() => location.hash") == ""
    assert page.inner_text("#status") == "No filters active"


def test_a_link_shows_the_same_view_again(islands: Any, open_page: Callable[..., Any]) -> None:
    first = open_page(islands)
    first.page.get_by_role("checkbox", name="visited").uncheck()
    first.click_edge("Borland not allied with Cesk")
    first.page.get_by_role("button", name="Zoom in").click()
    hash = first.page.evaluate("() => location.hash")
    again = open_page(islands, hash=hash)
    assert again.page.inner_text("#panel h2") == first.page.inner_text("#panel h2")
    assert again.hidden_edges() == {"Mira Dol visited Port Ode"}
    assert again.page.evaluate("() => entente.scale()") == pytest.approx(
        first.page.evaluate("() => entente.scale()"), abs=0.01
    )
    again.page.evaluate("() => { location.hash = '#name=Cesk' }")
    again.page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Cesk'")
    assert again.hidden_edges() == set()


def test_a_path_is_in_the_address(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, hash='#path=["Borland","Mira Dol"]')
    assert opened.page.inner_text("#panel h2") == "From Borland to Mira Dol"


def test_the_time_handles_hide_what_lies_outside(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    assert page.inner_text("#time .range") == "5 January 2024 – 20 May 2024"
    page.get_by_role("slider", name="To").fill("33")
    assert page.inner_text("#time .range") == "5 January 2024 – 7 February 2024"
    assert opened.hidden_edges() == {
        "Arland opposed to Borland", "Mira Dol opposed to Cesk", "Mira Dol visited Port Ode",
    }  # fmt: skip
    page.get_by_role("slider", name="From").fill("100")
    assert page.inner_text("#time .range") == "7 February 2024 – 7 February 2024"


def test_play_lets_time_pass_and_stops_at_the_end(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, go=False)
    opened.page.clock.install()
    opened.go()
    opened.page.clock.pause_at("2100-01-01")  # from here on time passes only when it is told to
    play = opened.page.locator("#time .play")
    play.click()
    assert play.inner_text() == "Pause"
    assert opened.page.inner_text("#time .range") == "5 January 2024 – 5 January 2024"
    opened.page.clock.run_for(1_000)
    assert opened.page.inner_text("#time .range") == "5 January 2024 – 11 January 2024"
    opened.page.clock.run_for(60_000)
    assert play.inner_text() == "Play"
    assert opened.hidden_edges() == set()


def test_without_several_dates_there_is_no_time_to_choose(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    from graph.kg import build_graph

    text = "Arland backs Borland."
    one = said(text, "Arland", "allied", "Borland", "backs", date="2024-01-05")
    opened = open_page(build_graph([make_reading(one)]))
    assert not opened.page.locator("#time").is_visible()


def test_filters_work_together_with_the_table(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.page.get_by_role("checkbox", name="opposed").uncheck()
    rows = opened.page.locator("#table tbody tr")
    assert rows.count() == 3
    assert opened.page.inner_text("#rows") == "3 of 6 statements"


def history() -> nx.MultiDiGraph:
    """Return the island news, in which Arland's quarrel with Borland is of 1772, and the pact of May."""
    told = []
    for one in island_news():
        times: dict[str, dict[str, Any]] = {"d4": {"past": True, "when": "1772"}, "d1": {"when": "2024-01"}}
        said = (replace(s, **times.get(one.id, {})) for s in one.statements)
        told.append(replace(one, statements=tuple(said)))
    return build_graph(told)


def test_the_past_is_pale_told_and_can_be_hidden(open_page: Callable[..., Any]) -> None:
    opened = open_page(history())
    page = opened.page
    looks = page.evaluate("() => entente.looks()")
    assert looks["Arland opposed to Borland"]["opacity"] == pytest.approx(0.35)
    assert looks["Arland allied with Borland"]["opacity"] == 1
    assert "1 about the past" in page.inner_text("#summary")
    page.get_by_role("checkbox", name="about the past").uncheck()
    assert opened.hidden_edges() == {"Arland opposed to Borland"}
    assert page.evaluate("() => location.hash") == "#tense=present"
    page.get_by_role("checkbox", name="about the past").check()
    page.get_by_role("checkbox", name="current").uncheck()
    assert opened.hidden_edges() == ALL - {"Arland opposed to Borland"}
    opened.click_edge("Arland opposed to Borland")
    assert "stated, fact, past · when: 1772" in page.inner_text("#panel")
    assert "past, 1772" in page.inner_text("#table")
    assert opened.complaints == []


def test_a_quarrel_of_the_past_contests_nothing(open_page: Callable[..., Any]) -> None:
    opened = open_page(history())
    assert opened.page.get_by_role("checkbox", name="contested").count() == 0


def test_without_a_past_there_is_no_filter_for_it(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    assert not opened.page.locator("#tenses").is_visible()
    assert "about the past" not in opened.page.inner_text("#summary")
