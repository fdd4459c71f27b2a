"""Missed statements → their causes; evaluations → tables; the same texts read with and without some of the means."""

import json
from dataclasses import replace
from typing import Any

import pytest

from graph.entities.coreference import nothing
from graph.evaluate import Claim, Claims, Evaluation, GoldText, Missed, Owed, evaluate, tables
from graph.evaluate.causes import CAUSES, cause
from graph.evaluate.variants import ParsedGold, parse_gold, unqualified, without
from graph.records import Dropped, Explanation, Frame, Mention, Statement

TEXT = "Peru said that it had attacked Chile in May. Oman watched."
MENTIONS = (Mention("Peru", "Peru", 0, 4), Mention("Chile", "Chile", 31, 36), Mention("Oman", "Oman", 45, 49))
ROLES = {
    "both": (("subject", "the army of Peru"), ("on", "Chile")),
    "one": (("subject", "an army"), ("object", "Chile")),
    "none": (("subject", "an army"),),
    "pronoun": (("subject", "it"), ("object", "Chile")),
    "description": (("subject", "the country"), ("object", "Chile")),
    "another name": (("subject", "the Kenyan army"), ("object", "Chile")),
}


def seen(frame: str | None = None, **more: Any) -> Explanation:
    """Give what the program saw in TEXT, with one frame."""
    frames = (Frame("attack", 22, 30, ROLES[frame]),) if frame else ()
    values: dict[str, Any] = {"mentions": MENTIONS, "frames": frames, "dropped": (), **more}
    return Explanation(text=TEXT, entities=(), statements=(), **values)


def missed(**more: Any) -> Missed:
    """Give a statement that is owed and missed."""
    values: dict[str, Any] = {"source": "Peru", "target": "Chile", "relation": "opposed", "cue": "attacked", **more}
    for role in ("source", "target"):
        values[role] = values[f"{role}_text"] = (values[role],)
    fault = values.pop("fault", None)
    return Missed("1", Owed(**values), fault)


DROPPED = Dropped("Peru", "opposed", "Chile", "attacked", 22, 30, "opposed.attack.verb", "sports")


@pytest.mark.parametrize(
    ("lost", "found", "why"),
    [
        (missed(fault="polarity"), seen("both"), "polarity"),
        (missed(fault="direction"), seen("both"), "direction"),
        (missed(fault="relation"), seen("both"), "relation"),
        (missed(), seen("both", dropped=(DROPPED,)), "refused"),
        (missed(source="Chile", target="Peru", symmetric=True), seen(dropped=(DROPPED,)), "refused"),
        (missed(source="Chile", target="Peru"), seen(dropped=(DROPPED,)), "cue"),
        (missed(source="Laos"), seen("both"), "name"),
        (missed(source="Oman"), seen("both"), "reference"),  # named in the other sentence
        (missed(), seen(), "cue"),
        (missed(relation="visited"), seen("both"), "cue"),
        (missed(cue="said"), seen("both"), "cue"),
        (missed(cue="had … Chile"), seen("both"), "frame"),
        (missed(cue="not in the text"), seen("both"), "frame"),
        (missed(), seen("both"), "frame"),
        (missed(), seen("one"), "half"),
        (missed(fault="entity"), seen("another name"), "half"),
        (missed(), seen("none"), "apart"),
        (missed(), seen("pronoun"), "reference"),
        (missed(), seen("description"), "reference"),
    ],
)
def test_the_cause_of_a_missed_statement(lost: Missed, found: Explanation, why: str) -> None:
    assert cause(lost, found) == why


def test_every_cause_is_told_in_words() -> None:
    assert set(CAUSES) == set(cause.__annotations__["return"].__args__)


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


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> ParsedGold:
    """Give three texts, parsed."""
    texts = (
        "Norway did not condemn Chile.",
        "Japan invaded Kenya, and its army bombed Ghana.",
        "Peru is an ally of Oman.",
    )
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    rows = (json.dumps({"id": str(i), "text": text, "statements": []}) for i, text in enumerate(texts))
    path.write_text("\n".join(rows), encoding="utf-8")
    return parse_gold(path)


def told(readings: Any) -> list[tuple[str, str, str]]:
    """List who does what to whom."""
    statements: list[Statement] = [s for reading in readings for s in reading.statements]
    return [(s.source, s.key, s.target) for s in statements]


def test_texts_are_read_with_and_without_some_of_the_means(parsed: ParsedGold) -> None:
    condemned = ("Norway", "not opposed", "Chile")
    whole = [condemned, ("Japan", "opposed", "Kenya"), ("Japan", "opposed", "Ghana"), ("Peru", "allied", "Oman")]
    assert told(parsed.read()) == whole
    assert told(parsed.read(nothing)) == [condemned, ("Japan", "opposed", "Kenya"), ("Peru", "allied", "Oman")]
    assert told(unqualified(parsed.read())) == [("Norway", "opposed", "Chile"), *whole[1:]]
    assert told(parsed.read(words=without(("noun",)))) == whole[:-1]
    assert told(parsed.read(words=without(("verb", "phrase")))) == whole[-1:]
    assert told(parsed.read()) == whole
