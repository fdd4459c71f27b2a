"""The fold from readings to kg: whole graphs compared, whatever the order of the readings."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import UsageError
from graph.kg import build_graph
from graph.records import Document, Entity, Kind, Reading, Source, Statement

TEXT = "Arland and Borland are allies."


def statement(source: str, relation: str, target: str, **given: Any) -> Statement:
    """Make a statement of the document "d1" whose words do not matter here."""
    values: dict[str, Any] = {
        "source": source, "source_text": source, "source_start": 0, "source_end": len(source),
        "relation": relation,
        "target": target, "target_text": target, "target_start": 11, "target_end": 11 + len(target),
        "cue": "allies", "cue_start": 23, "cue_end": 29, "sentence": TEXT, "start": 0, "end": len(TEXT),
        "symmetric": False, "negated": False, "modality": "actual", "attributed_to": None,
        "date": "2024-05-01", "document": "d1", "rule": "test", "confidence": 0.9,
    }  # fmt: skip
    return Statement(**{**values, **given})


def reading(
    *statements: Statement, entities: tuple[Entity, ...] = (), date: str | None = None, id: str = "d1"
) -> Reading:
    return Reading(Source(id, date), entities, statements)


def nodes(kg: Any) -> dict[str, dict[str, Any]]:
    return dict(kg.nodes(data=True))


def edges(kg: Any) -> list[tuple[str, str, str, dict[str, Any]]]:
    return list(kg.edges(keys=True, data=True))


def kept(kg: Any) -> list[tuple[str, str, str, int, bool]]:
    """Return what tells the edges apart: ends, key, weight, symmetric."""
    return [(u, v, key, data["weight"], data["symmetric"]) for u, v, key, data in kg.edges(keys=True, data=True)]


def test_a_whole_graph() -> None:
    one = statement("Borland", "allied", "Arland", symmetric=True)
    two = statement("Arland", "visited", "Port", cue="flew", modality="planned", attributed_to="Zed", date=None)
    kg = build_graph([
        reading(one, two, date="2024-05-01", entities=(
            Entity("Arland", "country", ("Arland", "Arlanders"), 3, iso2="AL", latitude=1.5),
            Entity("Borland", "country", ("Borland",), 1),
            Entity("Nobody", "person", ("Nobody",), 7),
        )),
        reading(replace(one, document="d2", date="2024-06-02", cue="pact"), id="d2", date="2024-06-02", entities=(
            Entity("Arland", "country", ("the Arlanders", "Arland"), 2),
            Entity("Port", "place", ("Port",), 1, country="Borland"),
        )),
        reading(id="d3"),
    ])  # fmt: skip
    assert nodes(kg) == {
        "Arland": {"kind": "country", "names": ("Arland", "Arlanders", "the Arlanders"), "mentions": 5, "documents": 2,
                   "first": "2024-05-01", "last": "2024-06-02", "iso2": "AL", "latitude": 1.5},
        "Borland": {"kind": "country", "names": ("Borland",), "mentions": 1, "documents": 1,
                    "first": "2024-05-01", "last": "2024-06-02"},
        "Port": {"kind": "place", "names": ("Port",), "mentions": 1, "documents": 1,
                 "first": "2024-06-02", "last": "2024-06-02", "country": "Borland"},
    }  # fmt: skip
    assert edges(kg) == [
        ("Arland", "Borland", "allied", {
            "relation": "allied", "negated": False, "symmetric": True, "sign": 1, "weight": 2, "documents": 2,
            "actual": 2, "planned": 0, "possible": 0, "past": 0, "when": (),
                "cues": ("allies", "pact"), "attributed_to": (),
            "first": "2024-05-01", "last": "2024-06-02",
            "evidence": (one, replace(one, document="d2", date="2024-06-02", cue="pact")),
        }),
        ("Arland", "Port", "visited", {
            "relation": "visited", "negated": False, "symmetric": False, "sign": 0, "weight": 1, "documents": 1,
            "actual": 0, "planned": 1, "possible": 0, "past": 0, "when": (),
                "cues": ("flew",), "attributed_to": ("Zed",),
            "first": None, "last": None, "evidence": (two,),
        }),
    ]  # fmt: skip
    assert list(kg.graph["sources"].items()) == [
        ("d1", Source("d1", "2024-05-01")), ("d2", Source("d2", "2024-06-02")), ("d3", Source("d3")),
    ]  # fmt: skip


def test_the_order_of_readings_and_their_repetition_do_not_matter() -> None:
    kinds: list[Kind] = ["country", "bloc", "bloc", "place"]
    readings = [
        reading(statement(a, relation, b, document=f"d{n}", start=n % 2), id=f"d{n}", date=f"2024-01-0{n + 1}",
                entities=(Entity(a, kind, (a, a.upper())), Entity(b, "country", (b, f"{b}{n}"), n)))
        for n, ((a, relation, b), kind) in enumerate(zip([
            ("Arland", "opposed", "Borland"), ("Borland", "opposed", "Arland"),
            ("Arland", "opposed", "Borland"), ("Arland", "allied", "Cand"),
        ], kinds, strict=True))
    ]  # fmt: skip
    readings.append(replace(readings[0], statements=(replace(readings[0].statements[0], confidence=0.1),)))
    wanted = build_graph(readings)
    for order in itertools.permutations([*readings, readings[1]]):
        kg = build_graph(order)
        assert list(nodes(kg).items()) == list(nodes(wanted).items())
        assert edges(kg) == edges(wanted)
        assert list(kg.graph["sources"].items()) == list(wanted.graph["sources"].items())


def test_symmetric_statements_share_one_edge_in_sorted_order() -> None:
    kg = build_graph([reading(statement("Borland", "allied", "Arland", symmetric=True),
                              statement("Arland", "allied", "Borland", symmetric=True))])  # fmt: skip
    assert kept(kg) == [("Arland", "Borland", "allied", 2, True)]


def test_a_directed_statement_keeps_its_direction_beside_a_symmetric_one() -> None:
    both = statement("Arland", "allied", "Borland", symmetric=True)
    kg = build_graph([reading(both, statement("Borland", "allied", "Arland"))])
    assert kept(kg) == [("Arland", "Borland", "allied", 1, True), ("Borland", "Arland", "allied", 1, False)]


def test_an_edge_with_one_symmetric_statement_is_symmetric() -> None:
    both = statement("Borland", "allied", "Arland", symmetric=True)
    kg = build_graph([reading(both, statement("Arland", "allied", "Borland"))])
    assert kept(kg) == [("Arland", "Borland", "allied", 2, True)]
    assert [s.symmetric for s in kg["Arland"]["Borland"]["allied"]["evidence"]] == [False, True]


def test_each_relation_and_its_denial_is_an_edge_with_its_sign() -> None:
    kg = build_graph([reading(*(
        statement("Arland", relation, "Borland", negated=negated)
        for relation in ("allied", "opposed", "visited") for negated in (False, True)
    ))])  # fmt: skip
    assert [(key, data["relation"], data["negated"], data["sign"]) for _, _, key, data in edges(kg)] == [
        ("allied", "allied", False, 1), ("not allied", "allied", True, 0),
        ("not opposed", "opposed", True, 0), ("not visited", "visited", True, 0),
        ("opposed", "opposed", False, -1), ("visited", "visited", False, 0),
    ]  # fmt: skip


def test_a_name_that_no_reading_lists_has_no_kind() -> None:
    kg = build_graph([reading(statement("Arland", "opposed", "Borland", date=None))])
    empty = {"kind": None, "names": (), "mentions": 0, "documents": 0, "first": None, "last": None}
    assert nodes(kg) == {"Arland": empty, "Borland": empty}


def test_the_kind_is_the_one_most_often_meant() -> None:
    kg = build_graph([
        reading(statement("Arland", "opposed", "Borland"), entities=(Entity("Arland", "person", (), 1, iso2="XX"),)),
        reading(id="d2", entities=(Entity("Arland", "country", (), 2, iso2="AL"),)),
    ])  # fmt: skip
    assert (kg.nodes["Arland"]["kind"], kg.nodes["Arland"]["iso2"]) == ("country", "AL")


def test_no_readings_give_an_empty_graph() -> None:
    kg = build_graph([])
    assert (nodes(kg), edges(kg), kg.graph) == ({}, [], {"sources": {}})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (reading(), "not of one Reading"),
        ("out", "not of one str"),
        (None, "not of one NoneType"),
        ([Document("d", TEXT)], "not of Document"),
        ([TEXT], "not of str"),
    ],
)
def test_what_are_no_readings_is_told_with_what_gives_them(given: Any, told: str) -> None:
    with pytest.raises(UsageError, match=rf"which extract\(…\) or read_readings\(path\) gives, {told}"):
        build_graph(given)
