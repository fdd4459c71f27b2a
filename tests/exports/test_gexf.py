"""GEXF: the whole file of a small graph, and its days."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from graph.exports.gexf import write_gexf
from graph.kg import build_graph
from tests.exports.tales import readings, tale
from tests.paths import TESTS


def test_the_gexf_file_of_a_small_graph(tmp_path: Path) -> None:
    one = readings()[0]
    statement = replace(one.statements[1], sentence="A & < B\n<b>", attributed_to="Zed")
    kg = build_graph([replace(one, statements=(statement,))])
    kg.nodes["Arland"].update({"x": 1, "y": 2.5})
    write_gexf(kg, tmp_path / "one.gexf", colours={"country": "#0102ff", "opposed": "#d55e00"})
    wanted = (TESTS / "data" / "one.gexf").read_text(encoding="utf-8")
    assert (tmp_path / "one.gexf").read_text(encoding="utf-8") == wanted


def test_gexf_has_the_days_of_each_node_and_edge(tmp_path: Path) -> None:
    write_gexf(tale(), tmp_path / "kg.gexf")
    root = ElementTree.parse(tmp_path / "kg.gexf").getroot()
    graph = next(root.iter("{http://gexf.net/1.3}graph"))
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    span = {e.get("id"): (e.get("start"), e.get("end")) for e in root.iter() if e.tag.endswith(("}node", "}edge"))}
    assert span["Arland"] == ("2024-05-01", "2024-06-02")
    assert span["Cand:opposed:Arland"] == ("2024-06-02", "2024-06-02")
    assert span["Borland:opposed:Dole"] == (None, None)
