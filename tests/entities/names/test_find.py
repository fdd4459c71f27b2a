"""Which words are names, and of whom: without a model, on the parses of tests/parsed/names.toml, by the world table."""

from typing import Any

import pytest

from graph.entities.names import Name, find_names, marked_names
from graph.entities.world import world
from graph.records import Entity
from graph.syntax.tree import Doc
from tests.parses import parse, whole

RAID = """
word   Baku     bombed  Zelmanov  ~'s     camp
tag    NNP      VBD     NNP       POS     NN
dep    nsubj    ROOT    poss      case    dobj
head   bombed   =       camp      Zelmanov  bombed
lemma  =        bomb    =         =       =
"""


def written(doc: Doc, name: Name) -> str:
    """Write a name as the file does."""
    place = f", place {name.place.name}" if name.place else ""
    plural = ", plural" if name.plural else ""
    words = doc[name.start : name.end].text
    return f"{words} = {name.entity.name}, {name.entity.kind}, {name.form}{place}{plural}"


@pytest.mark.parametrize("sentence", list(whole("names", ["names"])))
def test_text_has_exactly_these_names(sentence: dict[str, Any]) -> None:
    doc = parse(sentence["parse"])
    assert [written(doc, name) for name in find_names(doc, world())] == sentence["names"]


def test_marked_names_are_those_that_are_given_and_no_others() -> None:
    doc = parse(RAID)
    assert doc.text == "Baku bombed Zelmanov's camp"
    found = marked_names(doc, world(), [(12, 20, "person"), (23, 27, None)])
    assert [written(doc, name) for name in found] == ["Zelmanov = Zelmanov, person, name", "camp = camp, person, name"]
    capital = marked_names(doc, world(), [(0, 4, None)])
    assert [written(doc, name) for name in capital] == ["Baku = Azerbaijan, country, capital, place Baku"]


def test_a_kind_that_is_given_wins_over_the_world_table() -> None:
    doc = parse(RAID)
    (name,) = marked_names(doc, world(), [(0, 4, "organisation")])
    assert name == Name(0, 1, Entity("Baku", "organisation"), "name")
