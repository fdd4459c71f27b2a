"""Names as they are asked for: any form, the world table, the last name; unknown and ambiguous ones."""

import networkx as nx
import pytest

from graph.kg import build_graph
from graph.query import AmbiguousNameError, UnknownNameError, allies, between, find, visits
from graph.query.names import edits, fold, nearest
from graph.records import Entity, Reading, Source, Statement


@pytest.mark.parametrize("text", ["Arland", "arland", "the  arlanders", "The Arlanders", "Árland", "ARLAND."])
def test_a_name_is_found_in_any_form(kg: nx.MultiDiGraph, text: str) -> None:
    assert find(kg, text) == ("Arland",)
    assert allies(kg, text) == allies(kg, "Arland")


def test_a_name_that_no_text_uses_is_found_by_the_world_table() -> None:
    said = Statement("United States", "American", 0, 8, "allied", "Turkey", "Turkish", 9, 16, "x", 8, 9,
                     "American x Turkish", 0, 16, False, False, "actual", None, None, "d", "r", 1.0)  # fmt: skip
    kg = build_graph([Reading(Source("d"), (), (said,))])
    assert [find(kg, text) for text in ("US", "us", "america", "Ankara", "Türkiye", "Turks", "China")] == [
        *[("United States",)] * 3, *[("Turkey",)] * 3, (),
    ]  # fmt: skip


def test_a_person_is_found_by_the_last_name(kg: nx.MultiDiGraph) -> None:
    assert (find(kg, "Berg"), find(kg, "Ola"), find(kg, "Mira"), find(kg, "")) == (("Ola Berg",), (), (), ())


def test_folding() -> None:
    assert fold("  U.S.  Türkiye's—ƏLİYEV Łódź ") == "us turkiyes eliyev lodz"


def test_an_unknown_name_tells_what_comes_near(kg: nx.MultiDiGraph) -> None:
    with pytest.raises(KeyError) as near:
        allies(kg, "Borlnd")
    with pytest.raises(UnknownNameError) as shared:
        visits(kg, "Mrs. Berg")
    with pytest.raises(UnknownNameError) as far:
        between(kg, "Arland", "Xyzzy")
    assert [str(e.value) for e in (near, shared, far)] == [
        'no "Borlnd" in this graph; did you mean "Borland"?',
        'no "Mrs. Berg" in this graph; did you mean "Ola Berg"?',
        'no "Xyzzy" in this graph: no statement is about it',
    ]


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("turkey", "turkey", 0), ("borlnd", "borland", 1), ("amrenia", "armenia", 1), ("azerbajan", "azerbaijan", 1),
     ("irann", "iran", 1), ("serbia", "syria", 2), ("atlantis", "albania", None), ("peru", "chile", None)],
)  # fmt: skip
def test_slips_are_counted(one: str, other: str, number: int | None) -> None:
    assert (edits(one, other, 2), edits(other, one, 2)) == (number, number)


def test_what_merely_looks_alike_is_not_offered() -> None:
    said = Statement("Albania", "Albania", 0, 7, "allied", "Azerbaijan", "Azerbaijan", 10, 20, "x", 8, 9,
                     "Albania x Azerbaijan", 0, 20, False, False, "actual", None, None, "d", "r", 1.0)  # fmt: skip
    kg = build_graph([Reading(Source("d"), (), (said,))])
    typed = ("Atlantis", "Azer", "Al", "Albnaia", "azerbaidjan", "Alabama", "")
    assert [nearest(kg, text) for text in typed] == [
        (), ("Azerbaijan",), (), ("Albania",), ("Azerbaijan",), (), (),
    ]  # fmt: skip


def test_a_name_of_two_things_is_asked_back() -> None:
    def said(source: str, target: str) -> Statement:
        return Statement(source, "Georgia", 0, 7, "allied", target, "B", 8, 9, "x", 7, 8, "Georgia x B", 0, 9, False,
                         False, "actual", None, None, "d", "r", 1.0)  # fmt: skip

    names = (Entity("Georgia (U.S. state)", "place", ("Georgia",), 3), Entity("Republic of Georgia", "country",
             ("Georgia",), 2), Entity("Georgia Moon", "person", ("Moon",), 2))  # fmt: skip
    kg = build_graph([Reading(Source("d"), names, tuple(said(entity.name, "B") for entity in names))])
    assert find(kg, "Georgia") == ("Georgia (U.S. state)", "Republic of Georgia")
    assert find(kg, "Atlantis") == ()
    with pytest.raises(AmbiguousNameError) as raised:
        allies(kg, "georgia")
    assert str(raised.value) == (
        '"georgia" may mean "Georgia (U.S. state)" or "Republic of Georgia"; give the whole name'
    )
