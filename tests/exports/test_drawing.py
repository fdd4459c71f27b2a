"""Every writer gives a picture its places and colours, whoever calls it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from graph.exports.drawing import KINDS, colours_of
from graph.exports.formats import FORMATS
from graph.exports.graphml import write_graphml
from graph.exports.layout import positions
from graph.schema import RELATIONS
from tests.exports.tales import tale


@pytest.mark.parametrize("write", [write_graphml, FORMATS["graphml"].write])
def test_graphml_has_places_and_colours(tmp_path: Path, write: Callable[..., Any]) -> None:
    write(tale(), tmp_path / "a")
    root = ElementTree.parse(tmp_path / "a").getroot()
    names = {"node": {"x", "y", "r", "g", "b"}, "edge": {"r", "g", "b"}}
    for kind, wanted in names.items():
        for element in root.iter(f"{{*}}{kind}"):
            assert wanted <= {data.attrib["key"].removeprefix(f"{kind}_") for data in element}


def test_gexf_has_places_and_colours(tmp_path: Path) -> None:
    FORMATS["gexf"].write(tale(), tmp_path / "a")
    text = (tmp_path / "a").read_text("utf-8")
    nodes, edges = text.count("<node id="), text.count("<edge id=")
    assert (text.count("<viz:position"), text.count("<viz:color")) == (nodes, nodes + edges)


def test_places_and_colours_can_be_left_out(tmp_path: Path) -> None:
    write_graphml(tale(), tmp_path / "a", positions={}, colours={})
    text = (tmp_path / "a").read_text("utf-8")
    assert "node_x" not in text
    assert "node_r" not in text


def test_places_of_nodes_come_first(tmp_path: Path) -> None:
    kg = tale()
    for name, (x, y) in positions(kg).items():
        kg.nodes[name]["x"], kg.nodes[name]["y"] = x + 1000, y
    write_graphml(kg, tmp_path / "moved")
    write_graphml(tale(), tmp_path / "drawn")
    assert (tmp_path / "moved").read_bytes() != (tmp_path / "drawn").read_bytes()


def test_every_relation_and_kind_has_a_colour() -> None:
    assert set(colours_of(tale(), None)) == {*KINDS, *RELATIONS, *(f"not {name}" for name in RELATIONS)}
    assert colours_of(tale(), {}) == {}
