"""Some who are only counted → who they are, where a sentence names just so many.

"The two", "the three"; "the former", "the latter" of two.
"""

from graph.entities.coreference.called import STATES
from graph.entities.coreference.search import PERSONS, at, before, by_entity, named_in
from graph.entities.coreference.they import PARTIES
from graph.entities.referents import Referent, Referents
from graph.syntax.labels import has
from graph.syntax.tree import Token

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "duo": 2, "pair": 2, "trio": 3}
BACK = 2  # sentences before
PLACES = frozenset({"nsubj", "nsubjpass", "dobj"})
ASIDE = frozenset({"punct", "appos", "relcl"})
ORDER = {"former": 0, "latter": 1}


def of_number(number: Token, referents: Referents) -> list[Referent]:
    """Return the persons that "the two" are, or the states where nobody is named: the only ones in the last sentence.

    Only this sentence and a few before are looked at, and of them the last that names any persons, or enough parties.
    """
    beside = [c.lower_ for c in number.children if c.dep_ not in ASIDE]
    between = number.dep_ == "pobj" and number.head.lower_ == "between"
    if not (number.dep_ in PLACES or between) or beside != ["the"]:
        return []
    count = NUMBERS[number.lower_]
    for span in before(number, referents, BACK):
        persons, states = (by_entity(span, kinds, referents) for kinds in (PERSONS, STATES))
        parties = by_entity(span, PARTIES, referents)
        if persons:
            found = persons if len(persons) == count != len(parties) else {}
        elif len(parties) >= count:
            found = states if len(states) == count == len(parties) else {}
        else:
            continue
        return [r for name in found.values() for r in at(name, referents)]
    return []


def of_order(word: Token, referents: Referents) -> list[Referent]:
    """Return the first or the second of the only two persons, or states, before "the former", "the latter".

    "Silva phoned Paz at the latter's request": it is Paz's.
    """
    alone = word.dep_ in PLACES | {"pobj", "poss"} or has(word, ("case",))  # not "the former king"
    if not alone or not word.i or word.nbor(-1).lower_ != "the":
        return []
    for span in before(word, referents, 1):
        for kinds in (PERSONS, STATES):
            first = {referents.entities[n]: n for n in reversed(named_in(span, referents, kinds))}
            if len(first) == 2:
                return at(sorted(first.values(), key=lambda n: n.start)[ORDER[word.lower_]], referents)
            if first:
                return []
    return []
