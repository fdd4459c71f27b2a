"""Whether a person is "he" or "she": by the word before a name, else by the forename; no model, names by hand."""

import pytest

from graph.entities.names import Name
from graph.entities.referents.genders import genders, others_than
from graph.records import Entity
from graph.syntax.tree import Doc
from tests.parses import parse

MET = """
word   Mrs.      Okoro  met   Ivo       Lund   ~,     Robin     Adu    and  she   spoke
tag    NNP       NNP    VBD   NNP       NNP    ,      NNP       NNP    CC   PRP   VBD
dep    compound  nsubj  ROOT  compound  dobj   punct  compound  conj   cc   nsubj conj
head   Okoro     met    =     Lund      met    met    Adu       Lund   met  spoke met
lemma  =         =      meet  =         =      =      =         =      =    =     speak
"""


def named(doc: Doc, *spans: tuple[int, int, str]) -> dict[Name, Entity]:
    """Give names of persons."""
    return {(name := Name(a, b, Entity(text, "person"), "name")): name.entity for a, b, text in spans}


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(1, 2, "Okoro")], {"Okoro": "she"}),
        ([(3, 5, "Ivo Lund")], {"Ivo Lund": "he"}),
        ([(6, 8, "Robin Adu")], {}),
        ([(1, 2, "Ivo Okoro")], {"Ivo Okoro": "she"}),
        ([(4, 5, "Lund")], {}),
    ],
    ids=["a title", "a forename", "a forename of both", "a title before a forename", "a surname alone"],
)
def test_who_is_which(spans: list[tuple[int, int, str]], expected: dict[str, str]) -> None:
    doc = parse(MET)
    entities = named(doc, *spans)
    assert genders(doc, entities, entities) == expected


def test_a_pronoun_is_nobody_of_the_other_gender() -> None:
    doc = parse(MET)
    known = genders(doc, entities := named(doc, (1, 2, "Okoro"), (3, 5, "Ivo Lund"), (6, 8, "Robin Adu")), entities)
    assert others_than(doc[9], known) == {"Ivo Lund"}
    assert others_than(doc[2], known) == frozenset()
