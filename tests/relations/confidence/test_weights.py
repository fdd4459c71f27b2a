"""Circumstances and their weights → a probability; the weights that are shipped; damaged files are told with advice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DataError
from graph.relations.confidence import LEAST, Weights, weights
from graph.relations.lexicon import lexicon
from graph.schema import RELATIONS


def test_weights_are_added_up_and_turned_into_a_probability() -> None:
    known = Weights({"always": 1.0, "near": 0.5, "far": -2.0})
    assert known.probability([]) == 0.731
    assert known.probability(["near"]) == 0.818
    assert known.probability(["far", "never seen"]) == 0.269


@given(st.dictionaries(st.text("abc", min_size=1), st.floats(-30, 30)), st.lists(st.text("abc", min_size=1)))
def test_a_probability_lies_between_nought_and_one(known: dict[str, float], features: list[str]) -> None:
    assert 0 <= Weights(known).probability(features) <= 1


def test_the_strongest_circumstances_are_told_either_way() -> None:
    known = Weights({"always": 1.0, "near": 0.5, "far": -2.0, "long": 0.1})
    assert known.strongest(["near", "far", "long", "new"], 2) == [("far", -2.0), ("near", 0.5)]


def test_the_families_that_are_shipped_are_those_of_the_lexicon() -> None:
    tables = lexicon().cues.items()
    groups = {(part, g) for part, cues in tables for found in cues.values() for cue in found for g in cue.groups}
    known = {f"family {group.relation.name}.{group.name}.{part}" for part, group in groups}
    shipped = {name for name in weights().known if name.startswith("family ")}
    assert len(shipped) > 50
    assert shipped - known == set(), "a group of the lexicon has another name now: run make confidence"


def test_every_relation_has_a_weight_and_most_statements_are_said() -> None:
    known = weights()
    assert {f"relation {relation}" for relation in RELATIONS} <= known.known.keys()
    assert LEAST < known.probability([]) + 0.5 < 1


@pytest.mark.parametrize("text", ["always", "near\tmuch", "near 0.5"])
def test_a_damaged_file_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text(f"# about\nfar\t1\n{text}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"confidence\.tsv: line 3: .* make confidence"):
        weights(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        weights(tmp_path / "confidence.tsv")


def test_a_relation_that_was_never_learned_counts_as_any_that_was() -> None:
    known = Weights({"always": 0.0, "relation a": 1.0, "relation b": -1.0, "denied True a": 2.0})
    assert known.relations == ("a", "b")
    assert known.of_relation(["relation a"], "a") == known.probability(["relation a"]) == 0.731
    assert known.of_relation(["relation own", "denied True own"], "own") == round((0.953 + 0.269) / 2, 3)
