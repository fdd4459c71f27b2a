"""Relations of one's own in the page: legend, filter, colour, dash and words, also with a space in the name."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from graph.data_files import File
from graph.kg import build_graph
from graph.project import Project

RELATIONS = """
[acquired]
about = "SOURCE buys TARGET"
denied = "did not acquire"
colour = "#8e4585"
line = "dashed"
["mediates between"]
about = "SOURCE brings TARGET to a table"
out = "Mediates between"
"""


@pytest.fixture
def companies(said: Any, make_reading: Any) -> nx.MultiDiGraph:
    """Give a graph of three statements, two of them in relations of one's own."""
    one, two, three = "Acme acquired Bolt.", "Delta mediates between Acme and Bolt.", "Acme accused Delta of lies."
    project = Project((File("own.toml", RELATIONS),))
    statements = (
        said(one, "Acme", "acquired", "Bolt", "acquired"),
        said(two, "Delta", "mediates between", "Acme", "mediates"),
        said(three, "Acme", "opposed", "Delta", "accused"),
    )
    return build_graph([make_reading(*statements)], project=project)


def test_legend_filter_and_evidence_know_them(companies: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(companies)
    page = opened.page
    assert page.locator("#relations label .what").all_inner_texts() == [
        "allied", "opposed", "visited", "acquired", "mediates between",
    ]  # fmt: skip
    page.get_by_role("checkbox", name="acquired").uncheck()
    assert opened.hidden_edges() == {"Acme acquired Bolt"}
    page.get_by_role("checkbox", name="acquired").check()
    page.get_by_role("checkbox", name="mediates between").uncheck()
    assert opened.hidden_edges() == {"Delta mediates between Acme"}
    page.get_by_role("button", name="Clear filters").click()
    opened.click_edge("Acme acquired Bolt")
    assert page.locator("#panel mark.cue").inner_text() == "acquired"
    opened.click_node("Delta")
    assert "Mediates between" in page.locator("#panel h3").all_inner_texts()
    assert opened.complaints == []


def test_they_have_their_colours_and_lines(companies: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(companies)
    keys = opened.page.evaluate(
        """() => [...document.querySelectorAll("#relations .key")].map((key) => {
            const style = getComputedStyle(key);
            return [key.className, style.borderTopColor, style.borderTopStyle];
        })"""
    )
    assert keys[3] == ["key of-acquired", "rgb(142, 69, 133)", "dashed"]
    assert keys[4][0] == "key of-mediates-between"
    assert len({tuple(key[1:]) for key in keys}) == 5
    assert "purchases" not in opened.page.inner_text("footer")
    assert "acquired" in opened.page.inner_text("footer")
