"""Reading: lines as sentences of English, the words around a quote, quotes by keys, and marks where they belong."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph


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
