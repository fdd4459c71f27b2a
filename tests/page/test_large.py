"""Large graphs: the page shows the strongest names, or those about somebody, and says what it left out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg import build_graph
from viz import LeftOut, write_page
from viz.payload import QUOTES, edges_of, quotes_of, statements_of


@pytest.fixture
def star(make_reading: Any, said: Any) -> nx.MultiDiGraph:
    """Give a graph of 41 names: Hub with forty friends, the first of them backed most often; each friend has a port."""
    lines = []
    for i in range(40):
        friend, port = f"Friend {i:02d}", f"Port {i:02d}"
        for j in range(40 - i):
            text = f"Hub backs {friend}."
            lines.append(said(text, "Hub", "allied", friend, "backs", document=f"d{i}-{j}"))
        text = f"{friend} went to {port}."
        lines.append(said(text, friend, "visited", port, "went to", document=f"p{i}"))
    return build_graph([make_reading(line, id=line.document) for line in lines])


def left(kg: nx.MultiDiGraph, tmp_path: Path, **choice: Any) -> LeftOut:
    return write_page(kg, tmp_path / "page.html", **choice)


def test_the_strongest_are_shown_and_what_is_left_out_is_said(
    star: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    opened = open_page(star, nodes=4)
    assert sorted(opened.page.evaluate("() => entente.labels().map(l => l.text)")) == [
        "Friend 00", "Friend 01", "Friend 02", "Hub",
    ]  # fmt: skip
    assert opened.page.inner_text("#left") == (
        "This page shows 4 of 81 names: the names with the most statements. 743 statements are left out."
    )


def test_all_is_shown_on_demand_and_nothing_said(star: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(star, nodes=None)
    assert opened.page.inner_text("#summary") == "860 statements · 81 names · 860 documents"
    assert not opened.page.locator("#left").is_visible()


def test_about_somebody_and_as_far_as_asked(star: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    opened = open_page(star, about=["Port 39"], hops=2)
    assert opened.page.inner_text("#left").startswith(
        "This page shows 3 of 81 names: the names up to 2 steps from Port 39."
    )
    assert sorted(opened.page.evaluate("() => entente.labels().map(l => l.text)")) == ["Friend 39", "Hub", "Port 39"]


def test_the_choice_is_returned(star: nx.MultiDiGraph, tmp_path: Path) -> None:
    assert left(star, tmp_path) == LeftOut(limit=500)
    assert left(star, tmp_path, nodes=4) == LeftOut(77, 743, 4)
    assert left(star, tmp_path, about="hub", hops=1) == LeftOut(40, 40, 500, ("Hub",), 1)
    assert left(star, tmp_path, about="Port 39", hops=0) == LeftOut(80, 860, 500, ("Port 39",), 0)
    assert left(star, tmp_path, about="Port 39", hops=3, nodes=2) == LeftOut(79, 859, 2, ("Port 39",), 3)


@pytest.mark.parametrize(
    ("choice", "advice"),
    [
        ({"about": "Hubb"}, 'no "Hubb" in this graph; did you mean "Hub"?'),
        ({"about": "Qqqq"}, 'no "Qqqq" in this graph: no statement is about it$'),
        ({"nodes": 0}, "nodes is 0; a page needs at least 1 name"),
        ({"about": "Hub", "hops": -1}, "hops is -1; give 0 or more"),
    ],
)
def test_a_choice_that_cannot_be_met_is_refused(
    choice: dict[str, Any], advice: str, star: nx.MultiDiGraph, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=advice):
        left(star, tmp_path, **choice)
    assert not (tmp_path / "page.html").exists()


def test_of_a_line_with_very_many_statements_a_part_is_quoted_and_that_is_said(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    lines = [
        said(f"Arland backs Borland {i}.", "Arland", "allied", "Borland", "backs", document=f"d{i:03d}")
        for i in range(200)
    ]
    opened = open_page(build_graph([make_reading(line, id=line.document) for line in lines]))
    assert "140 statements are counted but not quoted" in opened.page.inner_text("#left")
    opened.click_edge("Arland allied with Borland")
    assert opened.page.locator("#panel q").count() == QUOTES
    assert "60 statements; 140 more are counted but not quoted in this page" in opened.page.inner_text("#panel")
    assert opened.page.locator("#panel q").last.inner_text() == "Arland backs Borland 199."


@pytest.mark.parametrize(("in_all", "kept"), [(1000, 860), (860, 860), (859, 859), (858, 857), (80, 80), (3, 80)])
def test_a_page_holds_a_number_of_quotes_in_all(
    star: nx.MultiDiGraph, monkeypatch: pytest.MonkeyPatch, in_all: int, kept: int
) -> None:
    monkeypatch.setattr("viz.payload.IN_ALL", in_all)
    assert len(statements_of(star, quotes_of(star, edges_of(star)))["rows"]) == kept


def test_a_page_that_cannot_be_written_leaves_the_old_one(star: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    broken = star.copy()
    for *_, data in broken.edges(data=True):
        data["weight"] = float("nan")
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_page(broken, path)
    with pytest.raises(UsageError, match="cannot write"):
        write_page(star, tmp_path / "no folder" / "page.html")
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
