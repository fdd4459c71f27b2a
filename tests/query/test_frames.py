"""The graph as tables: frames and SQL."""

from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.query import allies, sql, statements, to_frame
from graph.records import Reading, Source
from tests.query.test_statements import ALL


def test_frames_have_types(kg: nx.MultiDiGraph) -> None:
    frame = to_frame(kg)
    assert list(frame.source + " " + frame.relation + " " + frame.target) == [line.replace("not ", "") for line in ALL]
    assert [str(frame[c].dtype) for c in ("source", "start", "negated", "confidence")] == [
        "string", "Int64", "boolean", "float64",
    ]  # fmt: skip
    assert list(frame[frame.negated].cue) == ["back"]
    assert list(to_frame(kg, "nodes").label) == ["Arland", "Borland", "Cand", "Dole", "Ola Berg", "Port Mira"]
    assert len(to_frame(kg, "edges")) == kg.number_of_edges()
    with pytest.raises(UsageError, match='no table "edge"; there are nodes, edges, statements, sources'):
        to_frame(kg, "edge")  # type: ignore[arg-type]


def test_days_are_days(kg: nx.MultiDiGraph) -> None:
    frame = to_frame(kg)
    assert str(frame.date.dtype).startswith("datetime64")
    assert [int(frame.date.isna().sum()), str(frame.date.min().date())] == [2, "2024-05-01"]
    assert str(to_frame(kg, "edges")["last"].dtype).startswith("datetime64")


def test_frames_of_answers_readings_and_statements(kg: nx.MultiDiGraph) -> None:
    assert list(to_frame(allies(kg, "Cand")).cue) == ["treaty", "help", "back"]
    some = statements(kg, relation="visited")
    reading = Reading(Source("d"), (), some)
    assert list(to_frame(some).cue) == list(to_frame([reading]).cue) == ["flew", "visit"]
    assert list(to_frame([]).columns) == list(to_frame(kg).columns)
    with pytest.raises(UsageError, match='there is no table "nodes"; give the graph for that'):
        to_frame(some, "nodes")
    odd: Any
    for odd in ("out", 5, ["Cand"]):
        with pytest.raises(UsageError, match=r"a graph, an answer, readings or statements make a table, not (str|int)"):
            to_frame(odd)


def test_sql(kg: nx.MultiDiGraph) -> None:
    query = """SELECT s.source, count(*) AS n FROM statements s JOIN nodes ON nodes.id = s.source
               WHERE nodes.kind = 'country' AND NOT s.negated GROUP BY ALL ORDER BY n DESC, s.source"""
    assert sql(kg, query) == ({"source": "Borland", "n": 3}, {"source": "Arland", "n": 2}, {"source": "Cand", "n": 1})


@pytest.mark.parametrize(
    "query", ["SELECT 1 FROM nowhere", "SELECT * FROM read_csv('/etc/hostname')", "COPY nodes TO 'x.csv'", "SELEC",
     "SELECT * FROM kg"],
)  # fmt: skip
def test_sql_sees_only_the_graph(kg: nx.MultiDiGraph, query: str) -> None:
    with pytest.raises(UsageError, match="this SQL cannot be answered"):
        sql(kg, query)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("selct 1", 'syntax error at or near "selct", at “selct 1”'),
        ("select * from statements where", 'syntax error at or near "where", at “where”'),
        ("select 'é' from nowhere", 'Table with name nowhere does not exist; Did you mean "nodes"?, at “nowhere”'),
        ('select * from nodes where id = "Iran"', "“\"Iran\"”; text stands in single quotes: 'Iran'"),
        ("select 1; select 2", "give one question"),
        ("drop table nodes", "tables can be asked (select …), not changed"),
    ],
)
def test_a_fault_of_the_sql_is_told_with_its_place(kg: nx.MultiDiGraph, query: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        sql(kg, query)
    assert str(raised.value).startswith("this SQL cannot be answered: ")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
