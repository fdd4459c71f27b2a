"""Persons who are only counted ("the two", "the three") → who they are, where a sentence names just so many."""

from graph.entities.coreference.pronouns import PERSONS
from graph.entities.coreference.search import at, before, named_in
from graph.entities.coreference.they import PARTIES
from graph.entities.names import Name
from graph.entities.referents import Referent, Referents
from graph.syntax.tree import Span, Token

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "duo": 2, "pair": 2, "trio": 3}
BACK = 2  # sentences before
PLACES = frozenset({"nsubj", "nsubjpass", "dobj"})
ASIDE = frozenset({"punct", "appos", "relcl"})


def of_number(number: Token, referents: Referents) -> list[Referent]:
    """Return the persons that "the two" are: the only ones, and no two parties with them, in the last that names any.

    Only this sentence and a few before are looked at.
    """
    beside = [c.lower_ for c in number.children if c.dep_ not in ASIDE]
    if number.dep_ not in PLACES or beside != ["the"]:
        return []
    for span in before(number, referents, BACK):
        persons = _by_entity(span, PERSONS, referents)
        if persons:
            count = NUMBERS[number.lower_]
            alone = len(persons) == count != len(_by_entity(span, PARTIES, referents))
            return [r for name in persons.values() for r in at(name, referents)] if alone else []
    return []


def _by_entity(span: Span, kinds: frozenset[str], referents: Referents) -> dict[str, Name]:
    return {referents.entities[n].name: n for n in named_in(span, referents, kinds)}
