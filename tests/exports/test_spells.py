"""Edges in, their spells out."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.exports.gexf import write_gexf
from graph.exports.spells import joined, node_spells, spells_of
from graph.kg import build_graph
from graph.records import Reading
from tests.exports.tales import readings

GEXF = "{http://gexf.net/1.3}"


def told(*times: tuple[str | None, bool, str | None]) -> nx.MultiDiGraph:
    """Return a graph of one edge, said once for each (when, past, date)."""
    reading = readings()[0]
    one = reading.statements[1]
    said = [
        Reading(
            replace(reading.source, id=str(n), date=date),
            reading.entities,
            (replace(one, document=str(n), when=when, past=past, date=date),),
        )
        for n, (when, past, date) in enumerate(times)
    ]
    return build_graph(said)


def test_an_edge_has_the_times_of_its_sentences_and_the_days_of_the_others() -> None:
    kg = told(("1772", True, "2025-07-01"), (None, False, "2024-01-01"), (None, False, "2024-03-01"))
    [edge] = kg.edges(data=True)
    assert spells_of(edge[2]) == [("1772-01-01", "1772-12-31"), ("2024-01-01", "2024-03-01")]


def test_an_edge_whose_sentences_give_no_time_has_no_spells() -> None:
    kg = told((None, False, "2024-01-01"), (None, True, "2024-03-01"))
    assert [spells_of(edge) for *_, edge in kg.edges(data=True)] == [[]]
    assert node_spells(kg) == {}


def test_a_name_is_there_when_its_edges_are_and_when_texts_speak_of_it() -> None:
    kg = told(("1980/1988", True, "2025-07-01"))
    assert node_spells(kg)["Arland"] == [("1980-01-01", "1988-12-31"), ("2025-07-01", "2025-07-01")]


@pytest.mark.parametrize(
    ("spells", "found"),
    [
        ([("1990", "1992"), ("1980", "1991")], [("1980", "1992")]),
        ([("2014", None), ("2020", "2021")], [("2014", None)]),
        ([(None, "1991"), ("1990", "1995")], [(None, "1995")]),
        ([("1990", "1992"), ("1995", "1996")], [("1990", "1992"), ("1995", "1996")]),
    ],
)
def test_spells_that_overlap_are_one(
    spells: list[tuple[str | None, str | None]], found: list[tuple[str | None, str | None]]
) -> None:
    assert joined(spells) == found


def test_gexf_writes_spells_in_place_of_start_and_end(tmp_path: Path) -> None:
    write_gexf(told(("1772", True, "2025-07-01"), ("2014/..", False, None)), tmp_path / "kg.gexf")
    root = ElementTree.parse(tmp_path / "kg.gexf").getroot()
    [edge] = root.iter(f"{GEXF}edge")
    assert (edge.get("start"), edge.get("end")) == (None, None)
    assert [spell.attrib for spell in edge.iter(f"{GEXF}spell")] == [
        {"start": "1772-01-01", "end": "1772-12-31"},
        {"start": "2014-01-01"},
    ]
    assert nx.read_gexf(tmp_path / "kg.gexf").nodes["Arland"]["spells"][0] == ("1772-01-01", "1772-12-31")
