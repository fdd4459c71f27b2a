"""Questions to the graph of the tale, with whole answers compared."""

from collections.abc import Iterable
from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg import build_graph
from graph.query import UnknownNameError, about, allies, between, opponents, visitors, visits
from graph.query.values import Tie
from graph.records import Modality, Reading, Source, Statement


def short(ties: Iterable[Tie]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(tie.other, tie.key, tie.direction, tie.quotes) for tie in ties]


def test_allies_come_from_both_ends_with_their_quotes(kg: nx.MultiDiGraph) -> None:
    answer = allies(kg, "Arland")
    assert (answer.question, answer.names, answer.denied) == ("allies", ("Arland",), ())
    assert short(answer) == [
        ("Borland", "allied", "both", ("Arland and Borland are allies.", "Borland backs Arland.")),
    ]  # fmt: skip
    assert (answer[0].weight, answer[0].actual, answer[0].first, answer[0].last) == (2, 2, "2024-05-01", "2024-06-02")


def test_what_is_denied_planned_or_possible_is_told_apart(kg: nx.MultiDiGraph) -> None:
    answer = allies(kg, "Cand")
    assert short(answer.ties) == [("Borland", "allied", "both", ("Borland and Cand signed a “treaty”.",))]
    assert short(answer.possible) == [
        ("Dole", "allied", "in", ("Dole may help Cand,\nArland said.",)),
    ]
    assert short(answer.denied) == [
        ("Borland", "not allied", "in", ("Ola Berg flew to Port Mira, and Borland did not back Cand.",)),
    ]  # fmt: skip
    assert answer.others == ("Borland",)
    assert answer.every == (*answer.ties, *answer.possible, *answer.denied)
    assert [tie.modality for tie in answer.possible] == ["possible"]
    assert [tie.other for tie in visits(kg, "Ola Berg").planned] == ["Cand"]


def test_a_tie_told_in_two_ways_stands_in_both_places() -> None:
    def said(modality: Modality, at: int) -> Statement:
        return Statement("A", "A", at, at + 1, "allied", "B", "B", at + 4, at + 5, "x", at + 2, at + 3, "A x B", at,
                         at + 5, False, False, modality, None, None, "d", "r", 1.0)  # fmt: skip

    answer = allies(build_graph([Reading(Source("d"), (), (said("actual", 0), said("possible", 6)))]), "A")
    assert [(tie.other, tie.weight) for tie in answer.ties] == [("B", 1)]
    assert [(tie.other, tie.weight) for tie in answer.possible] == [("B", 1)]


def test_only_what_is_said_as_a_fact(kg: nx.MultiDiGraph) -> None:
    assert [tie.other for tie in allies(kg, "Cand", modality="actual").every] == ["Borland", "Borland"]
    assert [tie.other for tie in allies(kg, "Cand", modality="possible").every] == ["Dole"]
    assert allies(kg, "Cand", modality="planned").every == ()


@pytest.mark.parametrize(
    ("filters", "others"),
    [
        ({"since": "2024-06"}, [("Borland", 1)]),
        ({"until": "2024-05"}, [("Borland", 1)]),
        ({"since": "2024-05-01", "until": "2024"}, [("Borland", 2)]),
        ({"document": "tale/2"}, [("Borland", 1)]),
        ({"confidence": 0.99}, []),
        ({"past": "only"}, []),
        ({"negated": True}, []),
        ({"speaker": "Dole"}, []),
        ({"relation": "opposed"}, []),
    ],
)
def test_answers_take_the_filters_of_statements(
    kg: nx.MultiDiGraph, filters: dict[str, Any], others: list[tuple[str, int]]
) -> None:
    assert [(tie.other, tie.weight) for tie in allies(kg, "Arland", **filters)] == others


def test_what_is_no_filter_is_told(kg: nx.MultiDiGraph) -> None:
    wrong: dict[str, Any] = {"sinse": "2024"}
    with pytest.raises(UsageError, match='no filter "sinse"; there are relation, negated, modality, speaker, since'):
        allies(kg, "Arland", **wrong)
    with pytest.raises(UsageError, match="is not a date"):
        between(kg, "Arland", "Dole", since="soon")


def test_answers_and_ties_say_shortly_what_they_are(kg: nx.MultiDiGraph) -> None:
    answer = allies(kg, "Cand")
    assert repr(answer) == "<Answer allies Cand: Borland, 1 possible, 1 denied>"
    assert repr(answer[0]) == "<Tie Cand —allied— Borland: 1 statement>"
    assert repr(answer.possible[0]) == "<Tie Cand ←allied— Dole: 1 statement>"


def test_a_direction_is_never_turned(kg: nx.MultiDiGraph) -> None:
    assert [(tie.other, tie.direction) for tie in allies(kg, "Dole").possible] == [("Cand", "out")]
    assert [(tie.other, tie.direction) for tie in opponents(kg, "Borland")] == [("Cand", "out"), ("Dole", "both")]
    assert [(tie.other, tie.direction) for tie in opponents(kg, "Cand")] == [("Arland", "both"), ("Borland", "in")]


def test_opponents(kg: nx.MultiDiGraph) -> None:
    assert short(opponents(kg, "Dole")) == [("Borland", "opposed", "both", ("Dole is at war with Borland.",))]


def test_visits_are_of_the_traveller_and_visitors_of_the_place(kg: nx.MultiDiGraph) -> None:
    assert short(visits(kg, "Ola Berg")) == [
        ("Port Mira", "visited", "out", ("Ola Berg flew to Port Mira, and Borland did not back Cand.",)),
    ]  # fmt: skip
    assert short(visits(kg, "Ola Berg").planned) == [("Cand", "visited", "out", ("Ola Berg is to visit Cand.",))]
    assert short(visitors(kg, "Cand").planned) == [("Ola Berg", "visited", "in", ("Ola Berg is to visit Cand.",))]
    assert (visits(kg, "Cand").every, visitors(kg, "Ola Berg").every) == ((), ())
    assert [tie.other for tie in visits(kg, "Ola Berg", modality="planned").every] == ["Cand"]


def test_all_between_two(kg: nx.MultiDiGraph) -> None:
    answer = between(kg, "Cand", "Borland")
    assert [(tie.key, tie.direction) for tie in answer] == [("allied", "both"), ("opposed", "in")]
    assert [(tie.key, tie.direction) for tie in answer.denied] == [("not allied", "in")]
    assert answer.names == ("Cand", "Borland")
    assert len(between(kg, "Arland", "Dole")) == 0
    assert len(between(kg, "Arland", "Arland")) == 0


def test_about_gives_the_statements_of_a_name_and_those_it_makes(kg: nx.MultiDiGraph) -> None:
    assert [(s.document, s.source, s.relation, s.target) for s in about(kg, "Arland")] == [
        ("tale/1", "Arland", "allied", "Borland"), ("tale/1", "Arland", "opposed", "Cand"),
        ("tale/2", "Cand", "opposed", "Arland"), ("tale/2", "Borland", "allied", "Arland"),
        ("tale/2", "Dole", "allied", "Cand"),
    ]  # fmt: skip


def test_about_takes_filters(kg: nx.MultiDiGraph) -> None:
    assert [s.cue for s in about(kg, "Arland", since="2024-06", modality="possible")] == ["help"]


def test_about_knows_those_who_only_speak() -> None:
    said = Statement("A", "A", 0, 1, "allied", "B", "B", 4, 5, "x", 2, 3, "A x B", 0, 5, False, False, "actual",
                     "Zed", None, "d", "r", 1.0)  # fmt: skip
    kg = build_graph([Reading(Source("d"), (), (said,))])
    assert about(kg, "Zed") == (said,)
    with pytest.raises(UnknownNameError):
        about(kg, "Yvonne")
