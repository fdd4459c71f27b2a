"""The graph as tables: frames and SQL."""

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.query import sql, to_frame
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
    with pytest.raises(UsageError, match='no table "edge"'):
        to_frame(kg, "edge")  # type: ignore[arg-type]


def test_sql(kg: nx.MultiDiGraph) -> None:
    query = """SELECT s.source, count(*) AS n FROM statements s JOIN nodes ON nodes.id = s.source
               WHERE nodes.kind = 'country' AND NOT s.negated GROUP BY ALL ORDER BY n DESC, s.source"""
    assert sql(kg, query) == ({"source": "Borland", "n": 3}, {"source": "Arland", "n": 2}, {"source": "Cand", "n": 1})


@pytest.mark.parametrize(
    "query", ["SELECT 1 FROM nowhere", "SELECT * FROM read_csv('/etc/hostname')", "COPY nodes TO 'x.csv'", "SELEC",
     "SELECT * FROM kg"],
)  # fmt: skip
def test_sql_sees_only_the_graph(kg: nx.MultiDiGraph, query: str) -> None:
    with pytest.raises(UsageError, match="this is no query that can be answered"):
        sql(kg, query)
