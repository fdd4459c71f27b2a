"""Corrections: what they do to readings, and what is reported."""

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import UsageError
from graph.kg import build_graph
from graph.kg.corrections import Corrections, correct, parse_corrections
from graph.records import Entity, Reading, Source, Statement


def statement(source: str, relation: str, target: str, **given: Any) -> Statement:
    values: dict[str, Any] = {
        "source": source, "source_text": source, "source_start": 0, "source_end": 1, "relation": relation,
        "target": target, "target_text": target, "target_start": 2, "target_end": 3, "cue": "c", "cue_start": 1,
        "cue_end": 2, "sentence": "s c t", "start": 0, "end": 5, "symmetric": False, "negated": False,
        "modality": "actual", "attributed_to": None, "date": None, "document": "d1", "rule": "r", "confidence": 0.5,
    }  # fmt: skip
    return Statement(**{**values, **given})


ONE = statement("Turkiye", "opposed", "Georgia", attributed_to="Tuerkiye")
TWO = statement("Turkey", "opposed", "Georgia", start=10, end=20, cue_start=11)
THREE = statement("Georgia", "visited", "Atlanta", document="d2", negated=True)


TURKIYE = Entity("Turkiye", "country", ("Turkiye",), 1, iso2="XX")
TURKEY = Entity("Turkey", "country", ("Turkey",), 1, iso2="TR")


def readings() -> list[Reading]:
    return [
        Reading(
            Source("d1"),
            (TURKIYE, TURKEY),
            (ONE, TWO),
        ),
        Reading(Source("d2"), (Entity("Georgia", "country", ("Georgia",), 1, iso2="GE"),), (THREE,)),
    ]  # fmt: skip


def said(corrections: Any) -> tuple[list[tuple[str, str, str]], Any]:
    """Return the statements that are left as triples, and the report."""
    corrected, report = correct(readings(), parse_corrections(corrections))
    return [(s.source, s.key, s.target) for r in corrected for s in r.statements], report


def test_no_corrections_change_nothing() -> None:
    assert correct(readings(), Corrections())[0] == readings()


def test_merge_makes_several_names_one() -> None:
    corrections = parse_corrections({"merge": [{"names": ["Turkiye", "Tuerkiye"], "into": "Turkey"}]})
    corrected, report = correct(readings(), corrections)
    assert corrected[0].statements == (replace(ONE, source="Turkey", attributed_to="Turkey"), TWO)
    assert corrected[0].entities == (
        Entity("Turkey", "country", ("Turkiye",), 1),
        Entity("Turkey", "country", ("Turkey",), 1, "TR"),
    )
    assert report.applied == (('merge "Turkiye" → "Turkey"', 1), ('merge "Tuerkiye" → "Turkey"', 1))
    assert report.unused == ()
    assert sorted(build_graph(corrected)) == ["Atlanta", "Georgia", "Turkey"]
    assert build_graph(corrected).nodes["Turkey"]["iso2"] == "TR"


def test_of_names_that_are_one_one_statement_a_sentence_is_left_and_none_with_itself() -> None:
    both = Reading(
        Source("d"), (), (statement("A", "allied", "B"), statement("C", "allied", "B"), statement("A", "opposed", "C"))
    )
    corrected, _ = correct([both], parse_corrections({"merge": [{"names": ["C"], "into": "A"}]}))
    assert corrected[0].statements == (statement("A", "allied", "B"),)


def test_rename_keeps_the_ids() -> None:
    corrected, _ = correct(readings(), parse_corrections({"rename": [{"name": "Georgia", "to": "Sakartvelo"}]}))
    assert corrected[1].entities == (Entity("Sakartvelo", "country", ("Georgia",), 1, iso2="GE"),)
    assert corrected[1].statements == (replace(THREE, source="Sakartvelo"),)


def test_split_moves_a_name_in_some_documents_only() -> None:
    left, report = said({"split": [{"name": "Georgia", "into": "Georgia (U.S. state)", "documents": ["d2"]}]})
    assert left == [
        ("Turkiye", "opposed", "Georgia"),
        ("Turkey", "opposed", "Georgia"),
        ("Georgia (U.S. state)", "not visited", "Atlanta"),
    ]
    assert report.applied == (('split "Georgia" → "Georgia (U.S. state)" in d2', 1),)


@pytest.mark.parametrize(
    ("drop", "left"),
    [
        ({"document": "d1", "source": "Turkey", "relation": "opposed", "target": "Georgia", "negated": False,
          "cue_start": 11}, [ONE, THREE]),
        ({"document": "d1", "source": "Turkey", "target": "Georgia", "cue_start": 12}, [ONE, TWO, THREE]),
        ({"name": "Georgia", "relation": "opposed"}, [THREE]),
        ({"name": "Georgia", "negated": True}, [ONE, TWO]),
        ({"document": "d1"}, [THREE]),
    ],
)  # fmt: skip
def test_drop_leaves_out_what_agrees_with_all_it_says(drop: dict[str, Any], left: list[Statement]) -> None:
    corrected, _ = correct(readings(), parse_corrections({"drop": [drop]}))
    assert [s for reading in corrected for s in reading.statements] == left


def test_a_drop_may_use_the_name_that_another_correction_gave() -> None:
    left, _ = said({
        "merge": [{"names": ["Turkiye"], "into": "Turkey"}],
        "drop": [{"source": "Turkey", "target": "Georgia", "cue_start": 1}],
    })  # fmt: skip
    assert left == [("Turkey", "opposed", "Georgia"), ("Georgia", "not visited", "Atlanta")]


def test_merges_follow_one_another() -> None:
    left, _ = said({"merge": [{"names": ["Tuerkiye"], "into": "Turkiye"}, {"names": ["Turkiye"], "into": "Turkey"}]})
    assert left[0] == ("Turkey", "opposed", "Georgia")


def test_what_finds_nothing_is_reported_as_unused() -> None:
    _, report = said({"drop": [{"document": "d9"}, {"document": "d2"}]})
    assert report.applied == (('drop document "d2"', 1),)
    assert report.unused == ('drop document "d9"',)


def test_unknown_names_are_refused_with_the_nearest_ones() -> None:
    with pytest.raises(UsageError, match='"Turkeyy", nearest: Turkey, Turkiye'):
        said({"merge": [{"names": ["Turkeyy"], "into": "Turkey"}]})
    with pytest.raises(UsageError, match=r'"Zzz"$'):
        said({"drop": [{"name": "Zzz"}]})
