"""Denied or not, actual, planned or possible, said by whom: on the parses of tests/parsed/qualifiers.toml, no model."""

import pytest

from graph.relations.qualifiers import Qualifiers, qualify
from graph.schema import RELATIONS, schema
from tests.parses import name_of, parse, questions, word


def written(found: Qualifiers) -> str:
    """Write qualifiers as the file does."""
    speakers = " ".join(name_of(token) for token in found.speakers)
    return f"{'not ' if found.negated else ''}{found.modality}{f', said by {speakers}' if speakers else ''}"


@pytest.mark.parametrize(("table", "relation", "cue", "expected"), list(questions("qualifiers", RELATIONS)))
def test_cue_is_stated_in_this_way(table: str, relation: str, cue: str, expected: str) -> None:
    doc = parse(table)
    head, *others = (word(doc, name) for name in cue.split())
    words = frozenset(token.i for token in (head, *others))
    assert written(qualify(head, schema()[relation], words)) == expected


def test_a_cue_that_is_the_whole_sentence_is_plain() -> None:
    doc = parse("""
        word   War
        tag    NN
        dep    ROOT
        head   =
    """)
    assert qualify(doc[0], schema()["opposed"]) == Qualifiers(negated=False, modality="actual", speakers=())
