"""Every number follows the filters; a view that is empty says why, and offers to undo it."""

from collections.abc import Callable
from typing import Any

import pytest


def counts(page: Any, group: str) -> dict[str, str]:
    """Say what stands beside the ticks of a group."""
    labels = page.locator(f"#{group} label")
    return {
        labels.nth(i).locator(".what").inner_text(): labels.nth(i).locator(".count").inner_text()
        for i in range(labels.count())
    }


def test_numbers_follow_the_filters(islands: Any, open_page: Callable[..., Any]) -> None:
    page = open_page(islands).page
    page.get_by_text("Sources: 4 documents").click()
    assert counts(page, "relations") == {"allied": "2", "opposed": "3", "visited": "1", "contested": "1"}
    assert counts(page, "kinds") == {"country": "3", "person": "1", "place": "1"}
    assert page.inner_text("#panel .tally >> nth=0") == "Arland\n3\nBorland\n3\nCesk\n3\nMira Dol\n2\nPort Ode\n1"
    page.get_by_role("checkbox", name="denied").uncheck()
    page.get_by_role("slider", name="To").fill("33")
    assert counts(page, "relations") == {"allied": "1", "opposed": "1", "visited": "0", "contested": "0"}
    assert counts(page, "polarities") == {"stated": "2", "denied": "1"}  # what the tick would show, were it on
    assert counts(page, "kinds") == {"country": "3", "person": "0", "place": "0"}
    assert page.inner_text("#panel .tally >> nth=0") == "Arland\n2\nBorland\n1\nCesk\n1"
    assert "Contested" not in page.inner_text("#panel")
    assert page.inner_text("#summary") == (
        "2 of 6 statements · 3 of 5 names · 2 of 4 documents · 5 January 2024 to 7 February 2024"
    )
    assert page.inner_text("#rows") == "2 of 6 statements"
    assert page.locator("#sources li").all_inner_texts()[1] == "A quarrel · 20 May 2024 · none of it shown"
    page.get_by_role("button", name="Clear filters").click()
    assert page.inner_text("#summary").startswith("6 statements · 5 names · 4 documents")


def test_the_view_refits_after_a_filter_but_a_link_keeps_its_view(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, hash="#relation=allied.opposed&view=10_20_0.5")
    page = opened.page
    assert page.evaluate("() => entente.scale()") == pytest.approx(0.5)
    page.get_by_role("checkbox", name="opposed").uncheck()
    assert page.evaluate("() => entente.scale()") > 0.5
    assert "view=" not in page.evaluate("() => location.hash")
    box = page.locator("#graph").bounding_box()
    for name in ("Arland", "Borland", "Cesk"):
        x, y = page.evaluate("name => entente.whereIsNode(name)", name)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


def test_an_empty_view_says_which_filter_hides_everything(islands: Any, open_page: Callable[..., Any]) -> None:
    page = open_page(islands, hash="#confidence=0.95&polarity=denied").page
    empty = page.locator("#empty")
    assert "“Confidence: at least 0.95” hides all 6 statements." in empty.inner_text()
    empty.get_by_role("button", name="Undo “Confidence: at least 0.95” (shows 1 statement)").click()
    assert not empty.is_visible()
    assert page.inner_text("#status") == "Hidden: 5 statements, 5 lines, 3 names"
    page.get_by_role("slider", name="Confidence").fill("0.85")
    assert "Together the filters hide all 6 statements." in empty.inner_text()
    assert empty.get_by_role("button").all_inner_texts() == [
        "Undo “Stated or denied: only denied” (shows 1 statement)",
        "Undo “Confidence: at least 0.85” (shows 1 statement)", "Clear all filters",
    ]  # fmt: skip
    empty.get_by_role("button", name="Clear all filters").click()
    assert page.inner_text("#status") == "No filters active"


def test_lines_with_too_few_statements_are_told_as_well(islands: Any, open_page: Callable[..., Any]) -> None:
    page = open_page(islands, hash="#weight=2").page
    assert "“Statements per line: at least 2” hides all" in page.inner_text("#empty")
    page.get_by_role("button", name="Undo “Statements per line”").click()
    assert not page.locator("#empty").is_visible()


def test_without_a_filter_the_status_tells_what_the_page_was_cut_to(
    islands: Any, open_page: Callable[..., Any]
) -> None:
    page = open_page(islands, nodes=3).page
    assert page.inner_text("#status") == (
        "No filters active; the page itself holds 3 of the graph's 5 names: its strongest names"
    )
    page = open_page(islands, about="Mira Dol").page
    assert page.inner_text("#status").endswith("3 of the graph's 5 names: what is near Mira Dol")
