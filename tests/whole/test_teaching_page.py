"""docs/teaching.md is true, and a relation of one's own goes all the way: text, graph, GraphML, queries, evaluation."""

import importlib.util
import json
import re
from pathlib import Path

import igraph
import networkx as nx
import pytest

from graph import build_graph, extract, read_documents, read_project, ties, write_graphml
from graph.balance import camps
from graph.evaluate import evaluate, read_gold
from graph.exports.formats import FORMATS, export, read_graph
from graph.kg.own import relations_of
from graph.query import sql, statements
from tests.paths import ROOT

TEACHING = ROOT / "docs" / "teaching"
PAGE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
EDGES = [
    ("Acme Robotics", "Bolt Motors", "acquired"),
    ("Acme Robotics", "Delta Freight", "partnered"),
    ("Bolt Motors", "Delta Freight", "sued"),
    ("Corvid Foods", "Delta Freight", "not acquired"),
    ("Zorvania", "Acme Robotics", "opposed"),
]


def test_answers_are_the_real_ones() -> None:
    spec = importlib.util.spec_from_file_location("teaching", ROOT / "scripts" / "teaching.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.fresh(PAGE) == PAGE


def test_every_file_of_the_folder_is_shown() -> None:
    shown = set(re.findall(r"^# ([\w.]+)$", PAGE, re.MULTILINE))
    assert shown == {path.name for path in TEACHING.iterdir()}


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    """Give the graph of the company news, read with the relations and names of the page."""
    project = read_project([TEACHING / "company.toml"], names=[TEACHING / "names.toml"])
    return build_graph(extract(read_documents([TEACHING / "company.txt"]), project=project), project=project)


def test_the_graph_has_the_own_relations_with_their_signs(kg: nx.MultiDiGraph) -> None:
    assert list(kg.edges(keys=True)) == EDGES
    assert [data["sign"] for *_, data in kg.edges(data=True)] == [0, 1, -1, 0, -1]
    assert [data["symmetric"] for *_, data in kg.edges(data=True)] == [False, True, False, False, False]
    assert kg.nodes["Acme Robotics"]["names"] == ("Acme Robotics", "Ackers")


def test_graphml_holds_the_own_relations_for_igraph_and_for_us(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "kg.graphml"
    write_graphml(kg, path)
    graph = igraph.Graph.Read_GraphML(str(path))
    names = graph.vs["label"]
    read = [(names[e.source], names[e.target], ("not " if e["negated"] else "") + e["relation"]) for e in graph.es]
    assert sorted(read) == EDGES
    again = read_graph(path)
    assert list(again.edges(keys=True, data="sign")) == list(kg.edges(keys=True, data="sign"))
    assert relations_of(again) == relations_of(kg)
    write_graphml(again, tmp_path / "again.graphml")
    assert (tmp_path / "again.graphml").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_acquired(kg: nx.MultiDiGraph, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"kg{FORMATS[name].suffix}"
    export(kg, path, name)
    files = [path] if path.is_file() else sorted(path.iterdir())
    assert any(b"acquired" in file.read_bytes().lower() for file in files)


def test_questions_know_the_own_relations(kg: nx.MultiDiGraph) -> None:
    (tie,) = ties(kg, "acquired", "Bolt Motors")
    assert (tie.other, tie.direction, tie.quotes) == (
        "Acme Robotics", "in", ("Acme Robotics acquired Bolt Motors on Monday.",),
    )  # fmt: skip
    assert [(t.other, t.negated) for t in ties(kg, "acquired", "Delta Freight").denied] == [("Corvid Foods", True)]
    assert [s.cue for s in statements(kg, relation="sued")] == ["sued"]
    rows = sql(kg, "select relation, count(*) as n from statements group by all order by 1")
    assert [(row["relation"], row["n"]) for row in rows] == [
        ("acquired", 2), ("opposed", 1), ("partnered", 1), ("sued", 1),
    ]  # fmt: skip
    (split, *_) = camps(kg)
    assert {split.one, split.other} == {("Acme Robotics", "Delta Freight"), ("Bolt Motors", "Zorvania")}


def test_own_relations_are_evaluated(tmp_path: Path) -> None:
    project = read_project([TEACHING / "company.toml"])
    row = {"source": "Acme Robotics", "relation": "acquired", "target": "Bolt Motors"}
    text = (TEACHING / "company.txt").read_text(encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "company.txt", "text": text, "statements": [row]}) + "\n")
    gold = read_gold(tmp_path / "gold.jsonl", project.schema)
    told = extract(read_documents([TEACHING / "company.txt"]), project=project)
    result = evaluate(gold, told, project.schema)
    assert (result.relation("acquired").found, result.relation("acquired").false) == (1, 1)
    assert result.to_dict()["sued"]["false"] == 1


def test_readme_and_page_are_linked() -> None:
    assert "docs/teaching.md" in (ROOT / "README.md").read_text(encoding="utf-8")
