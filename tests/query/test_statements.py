"""Statements by filters."""

from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.query import statements
from tests.query.shortly import short

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
