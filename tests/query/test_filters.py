"""The graph of the statements that pass filters."""

from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg.own import project_of
from graph.query import UnknownNameError, filter_graph, statements


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"since": "2024-06"},
        {"relation": "allied", "negated": False},
        {"name": "cand", "until": "2024-05"},
        {"modality": "actual", "past": "without"},
        {"confidence": 0.99},
    ],
)
def test_it_is_the_graph_of_the_statements_that_pass(kg: nx.MultiDiGraph, filters: dict[str, Any]) -> None:
    part, before = filter_graph(kg, **filters), kg.number_of_edges()
    assert isinstance(part, nx.MultiDiGraph)
    assert statements(part) == statements(kg, **filters)
    assert set(part) == {end for s in statements(part) for end in (s.source, s.target)}
    assert [data["weight"] for *_, data in part.edges(data=True)] == [
        len(d["evidence"]) for *_, d in part.edges(data=True)
    ]
    assert (part.graph["sources"], project_of(part)) == (kg.graph["sources"], project_of(kg))
    assert kg.number_of_edges() == before


def test_what_is_known_of_a_name_stays(kg: nx.MultiDiGraph) -> None:
    part = filter_graph(kg, relation="visited", modality="planned")
    assert list(part) == ["Cand", "Ola Berg"]
    assert part.nodes["Cand"]["names"] == kg.nodes["Cand"]["names"]


def test_a_filter_or_name_that_cannot_be_is_told(kg: nx.MultiDiGraph) -> None:
    wrong: dict[str, Any] = {"relations": "allied"}
    with pytest.raises(UsageError, match='no filter "relations"'):
        filter_graph(kg, **wrong)
    with pytest.raises(UnknownNameError):
        filter_graph(kg, "Atlantis")
