"""Filters, chains, common enemies, contested pairs, periods, frames and SQL on the graph of the tale."""

import json
from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg import build_graph
from graph.query import common_enemies, contested, path, sql, statements, timeline, to_frame
from graph.query.pairs import pairs_of, signed_pairs
from graph.records import Reading, Statement
from tests.paths import TALE


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    return build_graph(Reading.from_dict(json.loads(line)) for line in TALE.read_text(encoding="utf-8").splitlines())


def short(found: tuple[Statement, ...]) -> list[str]:
    return [f"{s.source} {s.key} {s.target}" for s in found]


ALL = [
    "Arland allied Borland", "Arland opposed Cand", "Ola Berg visited Port Mira", "Borland not allied Cand",
    "Cand opposed Arland", "Borland allied Arland", "Dole allied Cand", "Borland allied Cand", "Borland opposed Cand",
    "Ola Berg visited Cand", "Dole opposed Borland",
]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, range(11)),
        ({"name": "dole"}, [6, 10]),
        ({"name": "Cand", "relation": "allied"}, [3, 6, 7]),
        ({"negated": True}, [3]),
        ({"negated": False, "relation": "allied"}, [0, 5, 6, 7]),
        ({"modality": "planned"}, [9]),
        ({"speaker": "ARLAND"}, [6]),
        ({"since": "2024-05-02"}, [4, 5, 6, 7, 8]),
        ({"since": "2024-06"}, [4, 5, 6, 7, 8]),
        ({"until": "2024-05"}, [0, 1, 2, 3]),
        ({"since": "2024-05-01", "until": "2024"}, range(9)),
        ({"document": "tale/3"}, [9, 10]),
        ({"confidence": 0.91}, []),
        ({"relation": "visited", "modality": "actual", "until": "2024-05-01"}, [2]),
    ],
)
def test_filters(kg: nx.MultiDiGraph, filters: dict[str, Any], numbers: Any) -> None:
    assert short(statements(kg, **filters)) == [ALL[number] for number in numbers]


def test_a_filter_that_cannot_be_is_told(kg: nx.MultiDiGraph) -> None:
    told = []
    wrong: list[Any] = [{"relation": "ally"}, {"modality": "sure"}]
    for filters in wrong:
        with pytest.raises(UsageError) as raised:
            statements(kg, **filters)
        told.append(str(raised.value))
    assert told == [
        'no relation "ally"; there are allied, opposed, visited',
        'no modality "sure"; there are actual, planned, possible',
    ]


def test_a_chain_carries_the_quotes_of_each_step(kg: nx.MultiDiGraph) -> None:
    chains = path(kg, "Port Mira", "Dole")
    assert [(c.names, [[(t.key, t.direction) for t in step] for step in c.steps]) for c in chains] == [
        (("Port Mira", "Ola Berg", "Cand", "Dole"),
         [[("visited", "in")], [("visited", "out")], [("allied", "in")]]),
    ]  # fmt: skip
    assert chains[0].steps[0][0].quotes == ("Ola Berg flew to Port Mira, and Borland did not back Cand.",)


def test_chains_of_one_relation(kg: nx.MultiDiGraph) -> None:
    assert [c.names for c in path(kg, "Arland", "Dole", relation="allied")] == [("Arland", "Borland", "Cand", "Dole")]
    assert [c.names for c in path(kg, "Arland", "Dole")] == [("Arland", "Borland", "Dole"), ("Arland", "Cand", "Dole")]
    assert [c.names for c in path(kg, "Arland", "Dole", limit=1)] == [("Arland", "Borland", "Dole")]
    assert path(kg, "Arland", "Port Mira", relation="opposed") == ()
    assert [c.names for c in path(kg, "Arland", "Arland")] == [("Arland",)]


def test_a_denied_relation_is_no_step() -> None:
    reading = Reading.from_dict(json.loads(TALE.read_text(encoding="utf-8").splitlines()[0]))
    denied = Reading(reading.source, reading.entities, (reading.statements[3], reading.statements[0]))
    kg = build_graph([denied])
    assert kg.has_edge("Borland", "Cand", "not allied")
    assert path(kg, "Arland", "Cand") == ()


def test_common_enemies_carry_both_quotes(kg: nx.MultiDiGraph) -> None:
    found = common_enemies(kg, "Arland", "Borland")
    assert [(e.name, e.one.quotes, e.other.quotes) for e in found] == [
        (
            "Cand",
            ("The Arlanders condemned Cand & < its friends over the raid.", "Cand accused Arland of lies."),
            ("Borland denounced Cand.",),
        )
    ]
    assert common_enemies(kg, "Arland", "Cand") == ()
    assert common_enemies(kg, "Arland", "Borland", modality="possible") == ()


def test_a_contested_pair_is_not_netted(kg: nx.MultiDiGraph) -> None:
    assert [(p.one, p.other, short(p.positive), short(p.negative), p.sign, p.contested) for p in contested(kg)] == [
        ("Borland", "Cand", ["Borland allied Cand"], ["Borland opposed Cand"], 0, True),
    ]
    assert contested(kg)[0].quotes == ("Borland and Cand signed a “treaty”.", "Borland denounced Cand.")


def test_a_sign_needs_a_fact_that_is_not_denied(kg: nx.MultiDiGraph) -> None:
    assert [(p.one, p.other, p.sign) for p in signed_pairs(kg)] == [
        ("Arland", "Borland", 1), ("Arland", "Cand", -1), ("Borland", "Cand", 0), ("Borland", "Dole", -1),
    ]  # fmt: skip
    assert pairs_of(s for s in statements(kg) if s.negated or s.modality != "actual" or s.relation == "visited") == ()


def test_periods(kg: nx.MultiDiGraph) -> None:
    assert [(p.period, p.counts) for p in timeline(kg)] == [
        ("2024-05", {"allied": 1, "opposed": 1, "visited": 1, "denied": 1}),
        ("2024-06", {"allied": 3, "opposed": 2, "visited": 0, "denied": 0}),
        (None, {"allied": 0, "opposed": 1, "visited": 1, "denied": 0}),
    ]
    assert [(p.period, short(p.statements)) for p in timeline(kg, "Dole", by="year")] == [
        ("2024", ["Dole allied Cand"]), (None, ["Dole opposed Borland"]),
    ]  # fmt: skip
    assert [(p.period, short(p.statements)) for p in timeline(kg, "Arland", "Cand", by="day")] == [
        ("2024-05-01", ["Arland opposed Cand"]), ("2024-06-02", ["Cand opposed Arland"]),
    ]  # fmt: skip
    assert timeline(kg, "Arland", "Dole") == ()


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
