"""A noun of a deed → who does it as a clause behind it says: "the blockade that Cuba imposed".

A word that counts → whether it leaves open who is meant: "some of them".
"""

from collections.abc import Iterator

from graph.syntax.labels import OBJECTS, RELATIVES, agents_of, has, is_passive
from graph.syntax.operators import operators
from graph.syntax.tree import Token

WHOLE = frozenset({"all", "both", "each"})
MANY = frozenset({"them", "these", "those", "us", "whom", "which"})


def is_some_of(word: Token) -> bool:
    """Whether it means only some of those to whom a pronoun points back: "some of them", not "all of them"."""
    of = (t for c in word.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
    return word.lower_ not in WHOLE and any(t.lower_ in MANY for t in of)


def told_doers(noun: Token) -> Iterator[Token]:
    """Yield who does it: "the blockade imposed by Cuba", "the blockade that Cuba imposed"."""
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            yield from agents_of(clause)
        elif clause.dep_ == "relcl" and clause.lemma_.lower() in operators().giving and _lacks_object(clause):
            yield from (c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES)


def _lacks_object(clause: Token) -> bool:
    """Whether what a relative clause is about is its object: "the raid it launched", not "which they call a crime"."""
    own = any(c.dep_ in OBJECTS and c.lower_ not in RELATIVES for c in clause.children)
    return not own and not has(clause, ("oprd",)) and not is_passive(clause)
