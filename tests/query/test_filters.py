"""The graph of the statements that pass filters."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg.own import project_of
from graph.query import UnknownNameError, allies, filter_graph, statements


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


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"negated": "yes"}, 'no negated "yes"; there are True, False'),
        ({"document": "tale/9"}, 'no document "tale/9" in this graph; did you mean "tale/'),
        ({"document": "qqqq"}, 'no document "qqqq" in this graph; one is "tale/1"'),
        ({"speaker": "Arlnd"}, 'no "Arlnd" in this graph; did you mean "Arland"?'),
        ({"speaker": "Qqqq"}, 'no "Qqqq" in this graph: no statement is about it'),
        ({"since": 2024}, 'since takes a text, such as "2009" or "2009-05", or a date, not int'),
        ({"until": "soon"}, "until soon: is not a date"),
    ],
)
def test_what_the_graph_does_not_have_is_told_and_no_empty_answer(
    filters: dict[str, Any], told: str, kg: nx.MultiDiGraph
) -> None:
    with pytest.raises(UsageError) as raised:
        statements(kg, **filters)
    assert str(raised.value).startswith(told)


def test_a_day_may_be_a_date(kg: nx.MultiDiGraph) -> None:
    assert statements(kg, since=date(2024, 5, 2)) == statements(kg, since="2024-05-02") != ()
    assert statements(kg, until=datetime(2024, 5, 2, 10)) == statements(kg, until="2024-05-02") != ()


def test_a_speaker_may_be_called_as_the_texts_call_it(kg: nx.MultiDiGraph) -> None:
    assert [s.cue for s in statements(kg, speaker="the arlanders")] == [s.cue for s in statements(kg, speaker="Arland")]
    assert [s.cue for s in statements(kg, speaker="Arland")] == ["help"]
    assert statements(kg, speaker="Dole") == ()


@pytest.mark.parametrize("asked", [statements, lambda given: allies(given, "Arland")])
def test_what_is_no_graph_is_told_with_what_gives_one(asked: Callable[[Any], object]) -> None:
    with pytest.raises(UsageError, match=r"this takes a graph, not str; build_graph\(…\) or read_graph"):
        asked("out")


def test_what_is_no_name_is_told(kg: nx.MultiDiGraph) -> None:
    with pytest.raises(UsageError, match="a name is a text, not NoneType"):
        allies(kg, None)  # type: ignore[arg-type]
