"""Time: lines appear and vanish by period or as long as they last, changes are named, a pair has its chart."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from tests.page.test_safety import HOSTILE, hostile_graph
from tests.page.test_taking import SVG, take

ALL = {"Arland allied with Borland", "Arland opposed to Borland", "Borland opposed to Cesk", "Cesk visited Arland"}


@pytest.fixture
def years(said: Any, make_reading: Any) -> nx.MultiDiGraph:
    """Give a pact of 2021 that turns in 2023, a quarrel from 2021 to 2024, a visit, a war of 1772."""
    pact, quarrel, visit = "Arland backs Borland.", "Borland criticised Cesk.", "Cesk went to Arland."
    told = [
        said(pact, "Arland", "allied", "Borland", "backs", "d1", date="2021-02-10"),
        said(pact, "Arland", "allied", "Borland", "backs", "d2", date="2021-11-20"),
        said(quarrel, "Borland", "opposed", "Cesk", "criticised", "d3", date="2021-05-01"),
        said(visit, "Cesk", "visited", "Arland", "went to", "d4", date="2022-07-05"),
        said("Arland attacked Borland.", "Arland", "opposed", "Borland", "attacked", "d5", date="2023-03-03"),
        said(quarrel, "Borland", "opposed", "Cesk", "criticised", "d6", date="2024-01-15"),
        said("In 1772 Arland attacked Borland.", "Arland", "opposed", "Borland", "attacked", "d7", date="2022-01-01",
             past=True, when="1772"),
        said("In 2022 Cesk went to Arland.", "Cesk", "visited", "Arland", "went to", "d8", date="2024-01-02",
             past=True, when="2022-03"),
        said(visit, "Cesk", "visited", "Arland", "went to", "d9"),
    ]  # fmt: skip
    return build_graph([make_reading(s, id=s.document, date=s.date) for s in told])


def shown(opened: Any) -> set[str]:
    """Say which lines are drawn now."""
    hidden: set[str] = opened.hidden_edges()
    return ALL - hidden


def counts(opened: Any) -> dict[str, str]:
    """Return the numbers of the lists of changes."""
    found: dict[str, str] = opened.page.eval_on_selector_all(
        ".changes [data-change]",
        "all => Object.fromEntries(all.map(s => [s.dataset.change, [...s.querySelectorAll('li')].map(l => l.innerText)"
        ".join(' | ').replaceAll('\\n', ' ')]))",
    )
    return found


def test_year_by_year_lines_appear_and_vanish_and_changes_are_named(
    years: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(years)
    page = opened.page
    page.get_by_role("combobox", name="Time is shown").select_option("year")
    period = page.get_by_role("slider", name="Period")
    seen = {}
    for i in range(4):
        period.fill(str(i))
        seen[page.inner_text("#time .range")] = (shown(opened), counts(opened))
    assert period.get_attribute("aria-valuetext") == "2024"
    assert seen == {
        "2021": ({"Arland allied with Borland", "Borland opposed to Cesk"}, {}),
        "2022": ({"Cesk visited Arland"}, {
            "New": "Cesk visited Arland", "Not said again": "Arland sides with Borland 20 Nov 2021",
        }),
        "2023": ({"Arland opposed to Borland"}, {
            "New": "Arland opposes Borland",
            "Turned": "Arland and Borland: allied (last on 20 November 2021), now opposed",
            "Not said again": "Cesk visited Arland 5 Jul 2022",
        }),
        "2024": ({"Borland opposed to Cesk"}, {"Not said again": "Arland opposes Borland 3 Mar 2023"}),
    }  # fmt: skip
    assert page.inner_text(".changes .fine").startswith("2024, against 2023.")
    assert opened.complaints == []


def test_a_period_stands_in_the_address(years: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(years, hash="#time=year&from=2022-06-01")
    assert opened.page.inner_text("#time .range") == "2022"
    assert opened.page.evaluate("() => location.hash") == "#time=year&from=2022-01-01&to=2022-12-31"
    assert opened.page.input_value("#pace") == "year"
    found = {}
    for hash in ("time=quarter&from=2023-02-01", "time=month&from=2021-11-11", "time=nonsense", "time=lasting"):
        opened.page.evaluate("hash => { location.hash = hash }", hash)
        opened.page.wait_for_function("hash => entente.readFrom === '#' + hash", arg=hash)
        found[hash] = opened.page.inner_text("#time .range")
    assert found == {
        "time=quarter&from=2023-02-01": "January to March 2023", "time=month&from=2021-11-11": "November 2021",
        "time=nonsense": "10 February 2021 – 15 January 2024", "time=lasting": "10 February 2021 – 8 March 2021",
    }  # fmt: skip
    opened.page.get_by_role("button", name="Clear filters").click()
    assert opened.page.evaluate("() => location.hash") == ""
    assert opened.hidden_edges() == set()


def test_a_line_lasts_from_its_first_to_its_last_statement(
    years: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(years, hash="#time=lasting&from=2021-08-01")
    assert shown(opened) == {"Arland allied with Borland", "Borland opposed to Cesk"}
    opened.click_edge("Borland opposed to Cesk")
    assert opened.page.locator("#panel q").count() == 2
    opened.page.get_by_role("slider", name="Period").fill("22")
    assert shown(opened) == {"Borland opposed to Cesk"}
    assert "A line is shown from its first to its last statement" in opened.page.inner_text("#time .aside")


def test_the_past_counts_at_its_own_time_or_not_at_all_and_that_is_said(
    years: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(years)
    page = opened.page
    assert not page.locator("#time .aside").is_visible()
    page.evaluate("() => { location.hash = '#from=2022-01-01&to=2022-12-31' }")
    page.wait_for_function("() => entente.readFrom.includes('2022')")
    assert shown(opened) == {"Cesk visited Arland"}  # not the war of 1772, told in 2022
    assert page.inner_text("#rows") == "2 of 9 statements"  # the visit of March, told in 2024, among them
    assert page.inner_text("#time .aside") == (
        "Not on this time line: 1 statement without a date, 1 statement about an earlier time. "
        "What is said of the past counts at its own time, not at the date of the text."
    )


def test_play_goes_from_period_to_period_at_the_speed_chosen(
    years: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(years, go=False)
    page = opened.page
    page.clock.install()
    opened.go("#time=year")
    page.clock.pause_at("2100-01-01")  # from here on time passes only when it is told to
    page.get_by_role("combobox", name="Speed").select_option("fast")
    page.locator("#time .play").click()
    page.clock.run_for(190)
    assert page.inner_text("#time .range") == "2022"
    page.get_by_role("combobox", name="Speed").select_option("slow")
    page.clock.run_for(1_400)
    assert page.inner_text("#time .range") == "2022"
    page.clock.run_for(200)
    assert page.inner_text("#time .range") == "2023"
    page.clock.run_for(3_000)
    assert (page.inner_text("#time .range"), page.inner_text("#time .play")) == ("2024", "Play")
    page.locator("#time .play").click()
    assert page.inner_text("#time .range") == "2021"


def test_between_two_dates_all_before_is_what_is_compared_with(
    years: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(years, hash="#from=2023-01-01")
    assert counts(opened) == {
        "New": "Arland opposes Borland",
        "Turned": "Arland and Borland: allied (last on 20 November 2021), now opposed",
        "Not said again": "Arland sides with Borland 20 Nov 2021 | Cesk visited Arland 5 Jul 2022",
    }
    opened.page.evaluate("() => { location.hash = '#from=2023-01-01&name=Cesk' }")
    opened.page.wait_for_function("() => entente.readFrom.includes('Cesk')")
    assert counts(opened) == {"Not said again": "Cesk visited Arland 5 Jul 2022"}
    opened.page.keyboard.press("Escape")
    opened.page.get_by_role("checkbox", name="allied").uncheck()
    assert "Turned" not in counts(opened)
    opened.page.get_by_role("button", name="Clear filters").click()
    assert opened.page.locator(".changes").count() == 0


def test_changes_are_those_of_what_the_page_is_narrowed_to(
    years: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(years, hash='#from=2023-01-01&only=["near",0,["Arland","Borland"],[]]')
    assert counts(opened) == {
        "New": "Arland opposes Borland",
        "Turned": "Arland and Borland: allied (last on 20 November 2021), now opposed",
        "Not said again": "Arland sides with Borland 20 Nov 2021",
    }


def test_a_pair_has_a_chart_in_bars_and_in_words(years: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(years)
    page = opened.page
    opened.click_edge("Arland opposed to Borland")
    assert page.locator(".chart li p").all_inner_texts() == [
        "Arland sides with Borland: 2 statements, February 2021 to November 2021, most in February 2021 (1)",
        "Arland opposes Borland: 1 statement, March 2023",
    ]
    assert [row.locator("rect").count() for row in page.locator(".chart li").all()] == [2, 1]
    assert page.inner_text(".chart .turns") == "Turned: allied; from March 2023 opposed."
    fills = page.eval_on_selector_all(".chart rect", "all => all.map(r => getComputedStyle(r).fill)")
    assert fills == ["rgb(0, 114, 178)", "rgb(0, 114, 178)", "rgb(213, 94, 0)"]
    page.get_by_role("checkbox", name="allied").uncheck()
    assert page.locator(".chart li").count() == 1


def test_without_dates_there_is_no_chart(open_page: Callable[..., Any], make_reading: Any, said: Any) -> None:
    one = said("Arland backs Borland.", "Arland", "allied", "Borland", "backs", date="2024-01-05")
    opened = open_page(build_graph([make_reading(one)]))
    opened.click_edge("Arland allied with Borland")
    assert opened.page.locator(".chart").count() == 0
    assert opened.page.locator("#time").is_hidden()


def test_changes_and_charts_are_text(open_page: Callable[..., Any]) -> None:
    kg = hostile_graph(*HOSTILE.values())
    for *_, data in kg.edges(data=True):
        march = data["relation"] == "opposed"
        data["evidence"] = tuple(replace(s, date="2024-03-01" if march else s.date) for s in data["evidence"])
    opened = open_page(kg, hash="#from=2024-02-01")
    page = opened.page
    assert {name: text.count("|") for name, text in counts(opened).items()} == dict.fromkeys(
        ("New", "Turned", "Not said again"), 12
    )
    page.get_by_role("button", name="Show all 19").first.click()
    assert counts(opened)["New"].count("|") == 18
    for i in range(kg.number_of_edges()):
        page.evaluate("i => entente.chooseEdge(i)", i)
        assert page.locator(".chart li").count() == 2
    assert page.evaluate("() => window.ran") is None
    assert [url.partition("#")[0] for url in opened.requests] == [opened.path.as_uri()]
    assert opened.complaints == []
    assert page.locator("img, iframe, object, embed, link, form, base").count() == 0


def test_changes_are_in_the_picture_too(years: nx.MultiDiGraph, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(years, hash="#time=year&from=2023-01-01")
    root = ET.fromstring(take(opened, "Drawing (SVG)", tmp_path))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert {"Shown: 2023.", "turned", "not said again", "⇄", "×"} <= set(texts)
    assert "new" not in texts  # the new line is the one that turned
