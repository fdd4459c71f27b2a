"""The page in a real browser: what it asks for, what it shows, what a click and a filter do."""

import copy
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

import viz
from graph.kg import build_graph
from graph.store import write_readings
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
    opened.page.locator("#sources li").first.wait_for()  # the list is filled when it has opened
    assert opened.page.locator("#sources li").all_inner_texts() == [
        "A pact of islands · 5 January 2024 · 1 statement",
        "A quarrel · 20 May 2024 · 1 statement",
        "Attack on Cesk · 7 February 2024 · 2 statements",
        "d3 · 2 statements",
    ]


def test_the_bytes_do_not_depend_on_the_process(island_readings: Any, tmp_path: Path) -> None:
    write_readings(island_readings, tmp_path / "readings.jsonl")
    code = (
        "from graph.store import read_readings; from graph.kg.build import build_graph; from viz import write_page;"
        "write_page(build_graph(read_readings('readings.jsonl')), 'page.html', nodes=4)"
    )
    pages = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(viz.__file__).parent.parent)}
        subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, env=environment)
        pages.append((tmp_path / "page.html").read_bytes())
    assert pages[0] == pages[1]
    assert b"Arland" in pages[0]


def test_labels_never_lie_on_each_other(open_page: Callable[..., Any], make_reading: Any, said: Any) -> None:
    texts = [f"Arland backs Friend number {i}." for i in range(90)]
    lines = [said(t, "Arland", "allied", t[13:-1], "backs", document=f"d{i}") for i, t in enumerate(texts)]
    opened = open_page(build_graph([make_reading(line, id=line.document) for line in lines]))
    boxes = [label["box"] for label in opened.page.evaluate("() => entente.labels()")]
    assert len(boxes) > 40
    for i, (x1, y1, x2, y2) in enumerate(boxes):
        assert all(x2 <= a or x1 >= c or y2 <= b or y1 >= d for a, b, c, d in boxes[:i])


def test_controls_and_labels_say_what_is_drawn(islands: Any, open_page: Callable[..., Any]) -> None:
    """Relations differ by colour and dash, denials are struck through, arrows only stand on directed lines."""
    opened = open_page(islands)
    looks = opened.page.evaluate("() => entente.looks()")
    assert {say: (look["dashes"], look["arrow"], look["strikes"]) for say, look in looks.items()} == {
        "Arland allied with Borland": (False, False, 0),
        "Arland opposed to Borland": (True, True, 0),
        "Arland opposed to Cesk": (True, True, 0),
        "Borland not allied with Cesk": (False, True, 2),
        "Mira Dol opposed to Cesk": (True, True, 0),
        "Mira Dol visited Port Ode": (True, True, 0),
    }
    opacity = {say: look["opacity"] for say, look in looks.items()}
    assert opacity["Mira Dol visited Port Ode"] < opacity["Arland opposed to Cesk"]  # planned
    assert opacity["Borland not allied with Cesk"] < opacity["Arland allied with Borland"]  # denied
    assert len({look["colour"] for look in looks.values()}) == 3
