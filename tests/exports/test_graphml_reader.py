"""Write and read back: the same graph, evidence included; what is not ours is refused with a reason."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.exports.graphml import write_graphml
from graph.exports.graphml_reader import read_graphml
from graph.kg import build_graph
from graph.records import Entity, Reading, Source
from tests.paths import TALE


def readings() -> list[Reading]:
    return [Reading.from_dict(json.loads(line)) for line in TALE.read_text(encoding="utf-8").splitlines()]


def whole(kg: nx.MultiDiGraph) -> tuple[Any, ...]:
    return list(kg.nodes(data=True)), list(kg.edges(keys=True, data=True)), list(kg.graph["sources"].items())


@pytest.mark.parametrize("strict", [False, True])
def test_the_same_graph_comes_back(tmp_path: Path, strict: bool) -> None:
    kg = build_graph(readings())
    kg.nodes["Arland"].update({"camp": 1, "x": 2.5, "y": -1.0})
    write_graphml(kg, tmp_path / "kg.graphml", strict, positions={"Cand": (0, 1)}, colours={"allied": "#000000"})
    read = read_graphml(tmp_path / "kg.graphml")
    assert whole(read) == whole(kg)
    write_graphml(read, tmp_path / "again.graphml", strict, positions={"Cand": (0, 1)}, colours={"allied": "#000000"})
    assert (tmp_path / "again.graphml").read_bytes() == (tmp_path / "kg.graphml").read_bytes()


TEXT = st.text(st.characters(), min_size=1, max_size=8) | st.sampled_from(
    ["?>", "]]>", "&lt;", "\r\n", "\ud800", "\x00"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, str]]) -> None:
    statement = readings()[0].statements[0]
    kg = build_graph(
        Reading(
            Source(f"{number}{c}", None, b, a),
            (Entity(a, "country", (c, b), 1), Entity(b, "place", (a,), 2)),
            (replace(statement, source=a, target=b, sentence=c, cue=a, attributed_to=b, document=f"{number}{c}"),),
        )
        for number, (a, b, c) in enumerate(texts)
    )
    path = tmp_path_factory.mktemp("any") / "kg.graphml"
    write_graphml(kg, path)
    assert whole(read_graphml(path)) == whole(kg)


def test_an_edge_that_was_deleted_elsewhere_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "kg.graphml"
    write_graphml(build_graph(readings()), path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r' <edge id="Ola_Berg:.*?</edge>\n', "", text, flags=re.DOTALL), encoding="utf-8")
    read = read_graphml(path)
    assert sorted(read) == ["Arland", "Borland", "Cand", "Dole"]
    assert read.number_of_edges() == 9


BOMB = '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><graphml>&b;</graphml>'
THEFT = '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/hostname">]><graphml>&x;</graphml>'
NO_EVIDENCE = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d" for="edge" attr.name="evidence_json"/>'
    '<graph><edge source="a" target="b"><data key="d">{}</data></edge></graph></graphml>'
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "it has a DOCTYPE, which is refused"),
        (THEFT, "it has a DOCTYPE, which is refused"),
        ('<!DOCTYPE graphml><graphml xmlns="http://graphml.graphdrawing.org/xmlns"/>', "it has a DOCTYPE"),
        ("", "no element found"),
        ("<graphml>", "no element found"),
        ('<?entente-source {"id":1,"no":2}?><graphml/>', "id cannot be 1"),
        (NO_EVIDENCE.replace("{}", "[{}]"), "'source'"),
        (NO_EVIDENCE.replace("{}", "[" * 100_000), ""),
    ],
)
def test_what_is_not_ours_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.graphml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="is not a GraphML file that entente wrote") as raised:
        read_graphml(path)
    assert reason in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        read_graphml(tmp_path / "none.graphml")
    assert str(raised.value) == f"cannot read {tmp_path / 'none.graphml'}: No such file or directory"
