"""The GraphML file as other programs read it: nothing lost, nothing merged, nothing half written."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest

from graph.errors import UsageError
from graph.exports.graphml import write_graphml
from graph.kg import build_graph
from graph.records import Reading
from tests.paths import TALE, TESTS

NS = "{http://graphml.graphdrawing.org/xmlns}"
NMTOKEN = re.compile(r"[-.:\w]+")
KINDS = ["allied", "opposed", "visited"]
EDGES = [
    ("Arland", "Borland", "allied"), ("Arland", "Cand", "opposed"), ("Borland", "Arland", "allied"),
    ("Borland", "Cand", "allied"), ("Borland", "Cand", "not allied"), ("Borland", "Cand", "opposed"),
    ("Borland", "Dole", "opposed"), ("Cand", "Arland", "opposed"), ("Dole", "Cand", "allied"),
    ("Ola Berg", "Cand", "visited"), ("Ola Berg", "Port Mira", "visited"),
]  # fmt: skip

GRAPHOLOGY = """
const {MultiDirectedGraph} = require('graphology'), graphml = require('graphology-graphml');
const graph = graphml.parse(MultiDirectedGraph, require('fs').readFileSync(process.argv[1], 'utf8'));
console.log(JSON.stringify(graph.export()));
"""


def readings() -> list[Reading]:
    return [Reading.from_dict(json.loads(line)) for line in TALE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def kg() -> nx.MultiDiGraph:
    return build_graph(readings())


def spoilt(name: str) -> nx.MultiDiGraph:
    """Return the graph with `name` in the place of Cand, in names, cues, sentences and titles."""

    def put(text: str) -> str:
        return text.replace("Cand", name)

    return build_graph(
        replace(
            reading,
            source=replace(reading.source, title=name),
            entities=tuple(replace(e, name=put(e.name), names=tuple(map(put, e.names))) for e in reading.entities),
            statements=tuple(
                replace(s, source=put(s.source), target=put(s.target), sentence=put(s.sentence), cue=name)
                for s in reading.statements
            ),
        )
        for reading in readings()
    )


def data(element: ElementTree.Element) -> dict[str | None, str | None]:
    return {datum.get("key"): datum.text for datum in element}


def gephi(path: Path) -> list[tuple[str | None, str | None, str | None, float]]:
    """Read `path` by Gephi's two rules: an edge id seen before is dropped; parallel edges of one kind are merged."""
    seen: set[str | None] = set()
    merged: dict[tuple[str | None, str | None, str | None], float] = {}
    for edge in ElementTree.parse(path).iter(f"{NS}edge"):
        if edge.get("id") not in seen:
            seen.add(edge.get("id"))
            kind = (edge.get("source"), edge.get("target"), edge.get("label"))
            merged[kind] = merged.get(kind, 0) + float(data(edge)["edge_weight"] or 0)
    return [(*kind, weight) for kind, weight in merged.items()]


def test_the_whole_file_of_a_small_graph(tmp_path: Path) -> None:
    first = readings()[0]
    source = replace(first.source, title="A & B?>", url=None)
    statement = replace(first.statements[1], sentence="A & < B\n<b>", attributed_to="Zed")
    colours = {"country": "#0102ff", "opposed": "#d55e00"}
    write_graphml(
        build_graph([replace(first, source=source, statements=(statement,))]),
        tmp_path / "one.graphml",
        positions={"Arland": (1, 2.5)},
        colours=colours,
    )
    expected = (TESTS / "data" / "one.graphml").read_text(encoding="utf-8")
    assert (tmp_path / "one.graphml").read_text(encoding="utf-8") == expected


def test_ids_are_unique_and_the_same_whatever_else_is_in_the_graph(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    write_graphml(kg, tmp_path / "all.graphml")
    write_graphml(build_graph(readings()[1:]), tmp_path / "some.graphml")
    ids = {}
    for name in ("all", "some"):
        root = ElementTree.parse(tmp_path / f"{name}.graphml").getroot()
        ids[name] = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids[name]) == len(set(ids[name]))
    assert set(ids["some"]) < set(ids["all"])


def test_gephi_keeps_every_edge(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    write_graphml(kg, tmp_path / "kg.graphml")
    assert gephi(tmp_path / "kg.graphml") == [
        (source.replace(" ", "_"), target.replace(" ", "_"), key, float(kg.edges[source, target, key]["weight"]))
        for source, target, key in EDGES
    ]


def test_gephi_is_told_numbers_as_it_wants_them(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    colours = {"country": "#0072b2", "allied": "#009e73"}
    write_graphml(kg, tmp_path / "kg.graphml", colours=colours, positions={"Arland": (10, -20), "Cand": (0.1234567, 7)})
    root = ElementTree.parse(tmp_path / "kg.graphml").getroot()
    arland = data(next(n for n in root.iter(f"{NS}node") if n.get("id") == "Arland"))
    cand = data(next(n for n in root.iter(f"{NS}node") if n.get("id") == "Cand"))
    allied = data(next(e for e in root.iter(f"{NS}edge") if e.get("label") == "allied"))
    opposed = data(next(e for e in root.iter(f"{NS}edge") if e.get("label") == "opposed"))
    assert [arland[f"node_{c}"] for c in "xyrgb"] == ["10.0", "20.0", "0", "114", "178"]
    assert [cand[f"node_{c}"] for c in "xy"] == ["0.123", "-7.0"]
    assert [allied[f"edge_{c}"] for c in "rgb"] == ["0", "158", "115"]
    assert [opposed.get(f"edge_{c}") for c in "rgb"] == [None] * 3


def test_networkx_reads_all(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    write_graphml(kg, tmp_path / "kg.graphml")
    read = nx.read_graphml(tmp_path / "kg.graphml", force_multigraph=True)
    label = read.nodes(data="label")
    assert [(label[u], label[v], data["label"]) for u, v, data in read.edges(data=True)] == EDGES
    assert read["Borland"]["Cand"]["Borland:not_allied:Cand"]["negated"] is True
    assert (read.nodes["Arland"]["latitude"], read.nodes["Arland"]["mentions"]) == (40.5, 5)


def test_igraph_reads_all(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    write_graphml(kg, tmp_path / "kg.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "kg.graphml"))
    label = read.vs["label"]
    assert [(label[e.source], label[e.target], e["label"]) for e in read.es] == EDGES
    assert json.loads(read.es[5]["evidence_json"])[0]["sentence"] == "Borland denounced Cand."
    assert read.es[1]["evidence"] == "The Arlanders condemned Cand & < its friends over the raid."


def test_graphology_reads_all(kg: nx.MultiDiGraph, tmp_path: Path, node: Callable[..., Any]) -> None:
    write_graphml(kg, tmp_path / "kg.graphml", colours={"country": "#0072b2"}, positions={"Arland": (1, 2)})
    read = node(GRAPHOLOGY, tmp_path / "kg.graphml")
    label = {n["key"]: n["attributes"]["label"] for n in read["nodes"]}
    assert [(label[e["source"]], label[e["target"]], e["attributes"]["label"]) for e in read["edges"]] == EDGES
    arland = read["nodes"][0]["attributes"]
    assert (arland["color"], arland["x"], arland["y"]) == ("#0072b2", 1, -2)
    assert read["edges"][1]["attributes"]["evidence"] == "The Arlanders condemned Cand & < its friends over the raid."


HOSTILE = [
    "NUL \x00 BS \x08 VT \x0b", "\ufffe and \uffff", "lone \ud800 half", "]]> and & \t < \n &", "\"'<script>alert(1)",
    "?> <?php", "Ə𝔸 Łódź\u2028", "a_b:c.d-e f", " | ¶ ", "x" * 10_000, "\r\n", "__proto__",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:12]))
def test_no_text_breaks_the_file(name: str, tmp_path: Path) -> None:
    kg = spoilt(name)
    path = tmp_path / "kg.graphml"
    write_graphml(kg, path)
    root = ElementTree.parse(path).getroot()
    told = [json.loads(data(e)["edge_evidence_json"] or "") for e in root.iter(f"{NS}edge")]
    assert [[s["sentence"] for s in edge] for edge in told] == [
        [s.sentence for s in edge["evidence"]] for _, _, edge in kg.edges(data=True)
    ]
    assert json.loads(data(next(root.iter(f"{NS}node")))["node_entity_json"] or "")["names"] == list(
        next(iter(kg.nodes.values()))["names"]
    )
    assert len(gephi(path)) == kg.number_of_edges()
    assert len(nx.read_graphml(path, force_multigraph=True).edges) == kg.number_of_edges()
    assert igraph.Graph.Read_GraphML(str(path)).ecount() == kg.number_of_edges()


def test_graphology_survives_every_text(tmp_path: Path, node: Callable[..., Any]) -> None:
    for name in HOSTILE:
        kg = spoilt(name)
        write_graphml(kg, tmp_path / "kg.graphml")
        assert len(node(GRAPHOLOGY, tmp_path / "kg.graphml")["edges"]) == kg.number_of_edges()


def test_different_names_have_different_ids(tmp_path: Path) -> None:
    tricky = ["a b", "a_b", "a:20:b", "a:b", "A b", "a\u00a0b"]
    statement = readings()[1].statements[1]
    kg = build_graph([
        replace(readings()[1], statements=tuple(replace(statement, source=a, target=b) for a in tricky for b in tricky))
    ])  # fmt: skip
    write_graphml(kg, tmp_path / "kg.graphml")
    assert len(gephi(tmp_path / "kg.graphml")) == len(tricky) ** 2


def test_strict_differs_by_the_label_only(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    write_graphml(kg, tmp_path / "kg.graphml")
    write_graphml(kg, tmp_path / "strict.graphml", strict=True)
    text = (tmp_path / "kg.graphml").read_text(encoding="utf-8")
    strict = (tmp_path / "strict.graphml").read_text(encoding="utf-8")
    assert text != strict
    assert re.sub(r'(<edge [^>]*) label="[^"]*"', r"\1", text) == strict
    tokens = [e.get(a) or "" for e in ElementTree.fromstring(strict).iter() for a in ("id", "attr.name") if e.get(a)]
    assert [token for token in tokens if not NMTOKEN.fullmatch(token)] == []


def test_what_others_put_on_nodes_is_a_column(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    kg.nodes["Arland"].update({"camp": 1, "my share": 0.5, "x": 3, "y": 4})
    write_graphml(kg, tmp_path / "kg.graphml")
    root = ElementTree.parse(tmp_path / "kg.graphml").getroot()
    assert [(k.get("id"), k.get("attr.type")) for k in root.iter(f"{NS}key")][14:18] == [
        ("node_camp", "int"), ("node_my:20:share", "double"), ("node_x", "double"), ("node_y", "double"),
    ]  # fmt: skip
    told = data(next(root.iter(f"{NS}node")))
    assert [told[k] for k in ("node_camp", "node_my:20:share", "node_x", "node_y")] == ["1", "0.5", "3.0", "-4.0"]


def test_the_same_graph_gives_the_same_bytes_and_stays_as_it_was(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    before = json.dumps(nx.node_link_data(kg, edges="edges"), default=repr)
    write_graphml(kg, tmp_path / "a.graphml")
    write_graphml(build_graph(reversed(readings())), tmp_path / "b.graphml")
    assert (tmp_path / "a.graphml").read_bytes() == (tmp_path / "b.graphml").read_bytes()
    assert json.dumps(nx.node_link_data(kg, edges="edges"), default=repr) == before


def test_a_failure_leaves_the_earlier_file(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "kg.graphml"
    write_graphml(kg, path)
    before = path.read_bytes()
    kg.nodes["Port Mira"]["note"] = object()
    with pytest.raises(TypeError):
        write_graphml(kg, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_that_cannot_be_written_is_named(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        write_graphml(kg, tmp_path / "nowhere" / "kg.graphml")
    assert str(raised.value) == (
        f"cannot write {tmp_path / 'nowhere' / 'kg.graphml'}: No such file or directory; "
        "name a file in a folder that exists and is yours"
    )
