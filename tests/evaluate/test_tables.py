"""Evaluations → tables."""

from dataclasses import replace

import pytest

from graph.evaluate import Claim, Claims, Evaluation, GoldText, Owed, evaluate, tables


@pytest.fixture
def result() -> Evaluation:
    """Give an evaluation of one text, with one statement found, one false, one missed."""
    owed = (
        Owed(("Peru",), (), "allied", ("Oman",), (), modality="planned"),
        Owed(("Peru",), (), "opposed", ("Chile",), ()),
    )
    said = (
        Claim("Peru", "", "allied", "Oman", "", rule="allied.pact.noun a <-> b"),
        Claim("Peru", "", "opposed", "Laos", "", rule="opposed.war.noun a -> b"),
    )
    return evaluate([GoldText("1", None, owed)], [Claims("1", said)])


def test_tables_of_an_evaluation(result: Evaluation) -> None:
    one = {"dev": result}
    assert tables.scores_table(one).splitlines() == [
        "| data | precision | recall | F1 | found | false | missed |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| dev, allied | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 |",
        "| dev, opposed | 0.000 | 0.000 | 0.000 | 0 | 1 | 1 |",
        "| dev, visited | 0.000 | 0.000 | 0.000 | 0 | 0 | 0 |",
        "| **dev** | **0.500** | **0.500** | **0.500** | 1 | 1 | 1 |",
    ]
    assert tables.parts_table(one).splitlines()[2:] == [
        "| entity | 0.500 (1 of 2) |",
        "| direction | 1.000 (1 of 1) |",
        "| relation | 1.000 (1 of 1) |",
        "| polarity | 1.000 (1 of 1) |",
        "| names | 1.000 (1 of 1) |",
        "| symmetric | 1.000 (1 of 1) |",
        "| modality | 0.000 (0 of 1) |",
        "| attribution | – |",
        "| speaker | – |",
        "| no speaker | – |",
        "| denials | 0 found, 0 false, 0 missed |",
    ]
    assert tables.modality_table(one).splitlines()[2:] == [
        "| actual | 0 | 0 | 0 |",
        "| planned | 1 | 0 | 0 |",
        "| possible | 0 | 0 | 0 |",
    ]
    assert [line.split(" | ")[-1] for line in tables.false_table(one).splitlines()[2:]] == ["0 |"] * 3 + ["1 |", "0 |"]


def test_the_calibration_table_sorts_statements_by_tenths(result: Evaluation) -> None:
    claims = {confidence: Claim("Peru", "", "allied", "Oman", "", confidence=confidence) for confidence in (0.61, 0.3)}
    found = tuple(replace(f, said=claims[0.61]) for f in result.found)
    told = replace(result, found=found, false=tuple(replace(w, said=claims[0.3]) for w in result.false))
    none = evaluate([GoldText("1", None, ())], [])
    assert tables.calibration_table({"dev": told, "none": none}).splitlines()[2:] == [
        "| 0.3 to 0.4 | 0.00 (0 of 1) | – |",
        "| 0.6 to 0.7 | 1.00 (1 of 1) | – |",
        "| calibration error | 0.345 | – |",
        "| area under ROC | 1.000 | – |",
    ]
    assert tables.points_table(told, (0.3, 0.5)).splitlines()[2:] == [
        "| 0.3 | 0.500 | 0.500 | 1 | 1 |",
        "| 0.5 | 1.000 | 0.500 | 1 | 0 |",
    ]


def test_the_sources_table_has_a_row_for_each(result: Evaluation) -> None:
    there = replace(result, found=tuple(replace(f, id="wire-1") for f in result.found))
    assert tables.sources_table({"dev": there}).splitlines()[2:] == [
        "| dev, wire | 1.000 | 1.000 | 1.000 | 1 | 0 | 0 |"
    ]


def test_families_with_two_false_statements_are_listed(result: Evaluation) -> None:
    assert tables.families_table({"dev": result}).splitlines()[2:] == []
    assert tables.families_table({"a": result, "b": result}).splitlines()[2:] == ["| `opposed.war.noun` | 0 | 2 |"]


def test_changes_from_one_reading_to_another(result: Evaluation) -> None:
    nothing_said = evaluate([GoldText("1", None, (*(f.owed for f in result.found),))], [])
    rows = [tables.changes_table({"dev": a}, {"dev": b}) for a, b in ((nothing_said, result), (result, nothing_said))]
    assert [row.splitlines()[-1] for row in rows] == ["| dev | 1 | 0 | 1 | 0 |", "| dev | 0 | 1 | 0 | 1 |"]
