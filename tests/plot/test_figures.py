"""The figures: they show what is in the graph, the same every time, and refuse what they cannot draw."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg import build_graph
from graph.plot import plot_graph, plot_timeline
from graph.records import Reading
from tests.paths import TALE

SVG = "{http://www.w3.org/2000/svg}"


def readings() -> list[Reading]:
    return [Reading.from_dict(json.loads(line)) for line in TALE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    return build_graph(readings())


def comments(path: Path) -> list[str]:
    """Return the texts of a figure: matplotlib draws letters as shapes and puts the text beside them as a comment."""
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.parse(path, parser).getroot()
    return [(e.text or "").strip() for e in root.iter() if callable(e.tag)]  # a comment's tag is a function


def dashes(path: Path) -> int:
    """Return how many lines of a figure, without the heads of arrows, are dashed or dotted."""
    styles = [e.get("style") or "" for e in ElementTree.parse(path).getroot().iter(f"{SVG}path")]
    return sum(style.startswith("fill: none; stroke-dasharray") for style in styles)


def test_the_graph_names_everybody(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    plot_graph(kg, tmp_path / "kg.svg")
    assert sorted(comments(tmp_path / "kg.svg")) == sorted([*kg, "allied", "opposed", "visited"])


def test_relations_differ_by_their_lines(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    plot_graph(kg, tmp_path / "kg.svg")
    allied = kg.edge_subgraph([e for e in kg.edges(keys=True) if e[2] in ("allied", "not allied")])
    plot_graph(allied, tmp_path / "allied.svg")
    assert dashes(tmp_path / "allied.svg") == 2  # the two in the legend
    assert dashes(tmp_path / "kg.svg") == 2 + 6


def test_only_the_most_mentioned_are_drawn(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    plot_graph(kg, tmp_path / "kg.svg", most=2, positions={"Cand": (0, 0), "Borland": (1, 1)})
    assert sorted(comments(tmp_path / "kg.svg")) == [
        "Borland", "Cand", "allied", "opposed", "the 2 of 6 names mentioned most", "visited",
    ]  # fmt: skip


def test_a_timeline(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    plot_timeline(kg, tmp_path / "t.svg", "Cand", by="year")
    texts = comments(tmp_path / "t.svg")
    assert "2024" in texts
    assert "statements about Cand; 1 without a date are not shown" in texts


def test_names_are_never_read_as_formulas(tmp_path: Path) -> None:
    one = readings()[0]
    statement = replace(one.statements[0], source="$\\frac{$", target="شي$^")
    plot_graph(build_graph([replace(one, statements=(statement,))]), tmp_path / "kg.svg")
    assert "$\\frac{$" in comments(tmp_path / "kg.svg")


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_graph_gives_the_same_file(kg: nx.MultiDiGraph, tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        plot_graph(kg, tmp_path / f"{name}{suffix}", colours={"allied": "#0072b2"})
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_what_cannot_be_drawn_is_told(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'no picture format ".gif"'):
        plot_graph(kg, tmp_path / "kg.gif")
    with pytest.raises(UsageError, match="no statement here has a date"):
        plot_timeline(build_graph(readings()[2:]), tmp_path / "t.png")
    assert list(tmp_path.iterdir()) == []
