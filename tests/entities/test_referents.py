"""What noun phrases stand for: without a model, on the parses of tests/parsed/referents.toml, by the world table."""

import pytest

from graph.entities.names import find_names
from graph.entities.referents import Referent, Referents
from graph.entities.world import world
from graph.relations.compounds import find_compounds, standing_apart
from graph.syntax.tree import Doc
from tests.parses import parse, questions, word


def referents_of(doc: Doc) -> Referents:
    """Give the referents of a parsed text; nothing that points back is resolved."""
    names = find_names(doc, world())
    apart = standing_apart(find_compounds(doc, names).values())
    return Referents(doc, names, {name: name.entity for name in names}, apart)


def written(found: list[Referent]) -> str:
    """Write referents as the file does."""
    return ", ".join(f"{referent.entity.name} ({referent.via})" for referent in found)


@pytest.mark.parametrize(("table", "key", "asked", "expected"), list(questions("referents", ["referents"])))
def test_phrase_stands_for_these(table: str, key: str, asked: str, expected: str) -> None:
    doc = parse(table)
    assert written(referents_of(doc).of(word(doc, asked))) == expected


JOINED = """
word   Moscow  and     Tehran  said  the  Syrian  army  left  ~.
tag    NNP     CC      NNP     VBD   DT   JJ      NN    VBD   .
dep    nsubj   cc      conj    ROOT  det  amod    nsubj ccomp punct
head   said    Moscow  Moscow  =     army army    left  said  said
lemma  =       =       =       say   =    =       =     leave =
"""


def test_own_leaves_out_what_and_joins() -> None:
    doc = parse(JOINED)
    referents = referents_of(doc)
    moscow = word(doc, "Moscow")
    assert written(referents.own(moscow)) == "Russia (name)"
    assert [t.text for t in referents.conjuncts(moscow)] == ["Tehran"]


def test_a_referent_keeps_its_words_its_form_and_the_place_itself() -> None:
    doc = parse(JOINED)
    referents = referents_of(doc)
    (moscow,) = referents.own(word(doc, "Moscow"))
    assert (doc[moscow.start : moscow.end].text, moscow.form, moscow.head) == ("Moscow", "capital", 0)
    assert moscow.place is not None
    assert moscow.place.name == "Moscow"
    (army,) = referents.of(word(doc, "army"))
    assert (doc[army.start : army.end].text, army.form, doc[army.head].text) == ("Syrian", "adjective", "army")


def test_modifiers_are_the_names_before_a_noun() -> None:
    doc = parse(JOINED)
    referents = referents_of(doc)
    army = word(doc, "army")
    assert written(referents.modifiers(army)) == written(referents.modifier(word(doc, "Syrian"))) == "Syria (name)"
    assert referents.modifiers(word(doc, "Moscow")) == []


def test_name_at_is_the_name_whatever_stands_around_it() -> None:
    doc = parse(JOINED)
    referents = referents_of(doc)
    found = [referents.name_at(token) for token in doc]
    assert [r.entity.name if r else None for r in found] == ["Russia", None, "Iran", None, None, "Syria", *[None] * 3]


def test_what_points_back_is_asked_of_the_resolver_once_and_marked_as_such() -> None:
    doc = parse("""
        word   It    praised  Chad     ~.
        tag    PRP   VBD      NNP      .
        dep    nsubj ROOT     dobj     punct
        head   praised  =     praised  praised
        lemma  =     praise   =        =
    """)
    names = find_names(doc, world())
    asked: list[str] = []

    def resolve(token: object, referents: Referents) -> list[Referent]:
        asked.append(str(token))
        return referents.of(word(doc, "Chad"))

    referents = Referents(doc, names, {name: name.entity for name in names}, frozenset(), resolve)
    assert [written(referents.of(doc[0])) for _ in range(2)] == ["Chad (pronoun)"] * 2
    assert asked == ["It"]
    assert written(referents_of(doc).of(doc[0])) == ""
