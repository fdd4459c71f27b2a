"""Files for neo4j-admin, and the script that loads them."""

import re
from pathlib import Path

import networkx as nx

from graph.exports.formats import export
from graph.kg import build_graph
from tests.exports.tales import readings
from tests.paths import TESTS


def test_the_neo4j_script_names_nothing_from_a_text(tmp_path: Path) -> None:
    kg = build_graph(readings())
    export(kg, tmp_path / "all", "neo4j")
    export(build_graph([]), tmp_path / "none", "neo4j")
    script = (tmp_path / "all" / "load.cypher").read_text(encoding="utf-8")
    assert script == (tmp_path / "none" / "load.cypher").read_text(encoding="utf-8")
    assert re.findall(r"MERGE \(a\)-\[r:(\w+)\]", script) == [
        "ALLIED", "NOT_ALLIED", "OPPOSED", "NOT_OPPOSED", "VISITED", "NOT_VISITED",
    ]  # fmt: skip
    assert script.startswith((TESTS / "data" / "load.cypher").read_text(encoding="utf-8"))


def test_no_cell_for_neo4j_has_a_backslash_before_a_quote(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    export(kg, tmp_path, "neo4j")
    cells = (tmp_path / "relationships.csv").read_text(encoding="utf-8")
    assert "\\u005c" in cells
    assert "\\u0022" in cells
    assert re.findall(r'\\"', cells + (tmp_path / "nodes.csv").read_text(encoding="utf-8")) == []
