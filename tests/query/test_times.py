"""Which statements a choice of time leaves, and what stands by default without the past."""

from dataclasses import replace

import networkx as nx
import pytest

from graph.balance import bridges, camps, changes, polarisation, triads, with_camps
from graph.errors import UsageError
from graph.kg import build_graph
from graph.query import allies, contested, in_time, of_the_past, statements, timed, timeline
from graph.query.pairs import signed_pairs
from graph.records import Reading, Source, Statement
from tests.balance.worlds import said
from tests.query.shortly import short


def told(*each: tuple[str, bool, str | None]) -> nx.MultiDiGraph:
    """Return the graph of statements written short, each past or not and at a time or at none."""
    found = [replace(said(text), past=past, when=when) for text, past, when in each]
    return build_graph(Reading(Source(s.document, s.date), (), (s,)) for s in found)


WORLD = [
    ("2025-07-02 A+B", False, None),
    ("2025-07-03 A-B", True, "1772"),
    ("2025-07-04 B+C", True, None),
    ("2025-07-05 C-A", False, "2024/.."),
]


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    return told(*WORLD)


@pytest.mark.parametrize(
    ("past", "when", "found"),
    [
        ("with", None, ["A allied B", "A opposed B", "B allied C", "C opposed A"]),
        ("without", None, ["A allied B", "C opposed A"]),
        ("only", None, ["A opposed B", "B allied C"]),
        ("with", "1700/1800", ["A opposed B"]),
        ("with", "2025-07", ["C opposed A"]),
        ("without", "1772", []),
    ],
)
def test_a_choice_of_time(kg: nx.MultiDiGraph, past: str, when: str | None, found: list[str]) -> None:
    assert short(statements(kg, past=past, when=when)) == found  # type: ignore[arg-type]  # because they are words here
    part = timed(kg, past, when)  # type: ignore[arg-type]
    assert short(statements(part)) == found
    assert set(part) == set(kg)


def test_what_is_no_choice_is_refused(kg: nx.MultiDiGraph) -> None:
    none: tuple[Statement, ...] = ()
    with pytest.raises(UsageError, match='no past "long"; there are with, without, only'):
        list(in_time(none, "long"))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="when soon: is not a time"):
        statements(kg, when="soon")


@pytest.mark.parametrize(
    ("since", "until", "advice"),
    [
        ("01/05/2009", None, "since 01/05/2009: is not a date; write the year first"),
        (None, "tomorrow", "until tomorrow: is not a date"),
        ("2025-07", "2025-06", "until 2025-06 comes before since 2025-07"),
    ],
)
def test_what_is_no_date_is_refused(kg: nx.MultiDiGraph, since: str | None, until: str | None, advice: str) -> None:
    with pytest.raises(UsageError, match=advice):
        statements(kg, since=since, until=until)


def test_since_and_until_may_be_the_same_day_month_or_year(kg: nx.MultiDiGraph) -> None:
    assert short(statements(kg, since="2025-07-04", until="2025-07-04")) == ["B allied C"]
    assert len(statements(kg, since="2025-07-04", until="2025-07")) == 2
    assert len(statements(kg, since="2025", until="2025")) == 4


def test_a_graph_of_which_nothing_is_left_out_stays_itself(kg: nx.MultiDiGraph) -> None:
    assert timed(kg) is kg
    assert of_the_past(kg) == 2
    assert of_the_past(timed(kg, "without")) == 0


def test_a_name_whose_statements_are_left_out_is_still_known(kg: nx.MultiDiGraph) -> None:
    assert allies(timed(kg, "only"), "A").ties == ()


def test_pairs_are_without_the_past(kg: nx.MultiDiGraph) -> None:
    assert [(p.one, p.other, p.sign) for p in signed_pairs(kg)] == [("A", "B", 1), ("A", "C", -1)]
    assert contested(kg) == ()
    assert [(p.one, p.other) for p in contested(kg, "with")] == [("A", "B")]
    assert [(p.one, p.other, p.sign) for p in signed_pairs(kg, "only")] == [("A", "B", -1), ("B", "C", 1)]


def test_camps_and_balance_are_without_the_past() -> None:
    kg = told(("A+B", False, None), ("B-C", False, None), ("A+C", True, None))
    assert [(split.one, split.other, split.upper) for split in camps(kg)] == [(("A", "B"), ("C",), 0)]
    assert [split.upper for split in camps(kg, past="with")] == [1]
    assert [polarisation(kg).triads, polarisation(kg, "with").triads] == [0, 1]
    assert [len(triads(kg)), len(triads(kg, past="with"))] == [0, 1]
    assert [bridges(kg), len(bridges(kg, past="with"))] == [(), 2]
    assert with_camps(kg).nodes["C"]["camp"] == "1B"


def test_a_timeline_is_without_the_past_or_has_it_in_its_own_time(kg: nx.MultiDiGraph) -> None:
    assert [(p.period, len(p.statements)) for p in timeline(kg, by="year")] == [("2025", 2)]
    assert [(p.period, short(p.statements)) for p in timeline(kg, by="year", past="only")] == [
        ("1772", ["A opposed B"]),
        ("2025", ["B allied C"]),
    ]
    until = told(("2025-07-02 A+B", True, "../1991"), ("2025-07-03 A+B", True, "1980/1989"))
    assert [p.period for p in timeline(until, by="month", past="with")] == ["1980", "1991"]


def test_a_change_needs_two_statements_of_now() -> None:
    kg = told(("2020-01-01 A-B", True, "1772"), ("2024-01-01 A+B", False, None))
    assert changes(kg) == ()
    assert [(change.since, change.period) for change in changes(kg, past="with")] == [("1772", "2024")]
