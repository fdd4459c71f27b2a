"""What was said in which period."""

import networkx as nx

from graph.query import timeline
from tests.query.shortly import short


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
