"""What points back, and to what: no model, the parses of tests/parsed/coreference.toml, the world table."""

import pytest

from graph.entities.coreference import antecedents, nothing
from graph.entities.names import find_names
from graph.entities.referents import Referents
from graph.entities.world import world
from graph.syntax.tree import Doc, Token
from tests.entities.test_referents import written
from tests.parses import parse, questions, word


def referents_of(doc: Doc) -> Referents:
    """Give the referents of a parsed text, with what points back."""
    names = find_names(doc, world())
    return Referents(doc, names, {name: name.entity for name in names}, frozenset(), antecedents)


@pytest.mark.parametrize(("table", "key", "asked", "expected"), list(questions("coreference", ["antecedents"])))
def test_word_points_back_to_these(table: str, key: str, asked: str, expected: str) -> None:
    doc = parse(table)
    assert written(referents_of(doc).of(word(doc, asked))) == expected


SUED = """
word   Chad  sued  Niger  ~.    It    won  ~.
tag    NNP   VBD   NNP    .     PRP   VBD  .
dep    nsubj ROOT  dobj   punct nsubj ROOT punct
head   sued  =     sued   sued  won   =    won
lemma  =     sue   =      =     =     win  =
"""


def test_the_words_of_what_is_pointed_to_are_kept() -> None:
    doc = parse(SUED)
    (found,) = antecedents(word(doc, "It"), referents_of(doc))
    assert (found.entity.name, doc[found.start : found.end].text) == ("Chad", "Chad")


def test_nothing_resolves_nothing() -> None:
    doc = parse(SUED)
    assert nothing(word(doc, "It"), referents_of(doc)) == []


def test_every_word_may_be_asked() -> None:
    doc = parse(SUED)
    referents = referents_of(doc)

    def found(token: Token) -> list[str]:
        return [r.entity.name for r in antecedents(token, referents)]

    assert [found(token) for token in doc] == [[], [], [], [], ["Chad"], [], []]
