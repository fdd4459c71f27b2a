"""The page in a real browser: what it asks for, what it shows, what a click and a filter do."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from viz import write_page


def test_only_the_file_is_asked_for_and_nothing_is_complained_of(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    assert opened.requests == [opened.path.as_uri()]
    assert opened.complaints == []


def test_every_edge_is_drawn_and_every_name_labelled(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    labels = opened.page.evaluate("() => entente.labels().map(l => l.text)")
    assert sorted(labels) == ["Arland", "Borland", "Cesk", "Mira Dol", "Port Ode"]
    assert opened.hidden_edges() == set()


def test_unticking_a_relation_hides_its_edges_and_counts_them(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.page.get_by_role("checkbox", name="opposed").uncheck()
    assert opened.hidden_edges() == {
        "Arland opposed to Cesk",
        "Arland opposed to Borland",
        "Mira Dol opposed to Cesk",
    }
    assert opened.page.inner_text("#status") == "Hidden: 3 statements, 3 lines"
    opened.page.click("#reset")
    assert opened.hidden_edges() == set()


def test_a_click_on_an_edge_shows_its_quote_with_marks(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_edge("Borland not allied with Cesk")
    panel = opened.page.locator("#panel")
    assert panel.locator("q").all_inner_texts() == [
        "Arland attacked Cesk, the Borland Times wrote 🙂, and Borland did not back Cesk."
    ]
    assert panel.locator("mark").all_inner_texts() == ["did not back"]
    assert panel.locator(".mention").all_inner_texts() == ["Cesk", "Borland"]
    assert "Attack on Cesk · 7 February 2024" in panel.inner_text()
    assert panel.locator("cite a").count() == 0  # its address was javascript:


def test_a_document_with_a_web_address_is_linked(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_edge("Arland allied with Borland")
    link = opened.page.locator("#panel cite a")
    assert link.get_attribute("href") == "https://news.example/pact?a=1&b=2"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_same_graph_gives_the_same_bytes_and_stays_as_it_was(islands: Any, tmp_path: Path) -> None:
    before = copy.deepcopy(islands)
    write_page(islands, tmp_path / "one.html")
    write_page(islands, tmp_path / "two.html")
    one = (tmp_path / "one.html").read_bytes()
    assert one == (tmp_path / "two.html").read_bytes()
    assert b"\r" not in one and one.startswith(b"<!DOCTYPE html>")
    assert nx.utils.graphs_equal(islands, before)
    assert islands.graph == before.graph


def test_an_empty_graph_has_a_page_too(open_page: Callable[..., Any]) -> None:
    opened = open_page(nx.MultiDiGraph())
    assert opened.complaints == []
    assert "0 statements" in opened.page.text_content("#summary")


def test_the_sources_are_listed_with_their_dates_and_counts(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.page.get_by_text("Sources: 4 documents").click()
    assert opened.page.locator("#sources li").all_inner_texts() == [
        "A pact of islands · 5 January 2024 · 1 statement",
        "A quarrel · 20 May 2024 · 1 statement",
        "Attack on Cesk · 7 February 2024 · 2 statements",
        "d3 · 2 statements",
    ]
