"""A noun of nationality ("a Turk", "the Frenchman") → whether unnamed persons are meant, or one who is known."""

from graph.entities.names import Name
from graph.entities.words.nouns import nouns
from graph.entities.world import world
from graph.syntax.labels import OBJECTS, SUBJECTS, has
from graph.syntax.tree import Token

ENDS = SUBJECTS | OBJECTS
ONE = frozenset({"JJ", "NN", "NNP"})


def is_someone(token: Token, name: Name) -> bool:
    """Whether one person of a nationality is meant who is known: "the Frenchman said"; not "the French"."""
    if name.plural or token.dep_ not in ENDS:
        return False
    pointed = any(c.dep_ == "det" and c.lower_ in ("that", "the", "this") for c in token.children)
    return pointed and token.tag_ in ONE and any(sense.form == "person" for sense in world().senses(token.text))


def is_unnamed(token: Token) -> bool:
    """Whether unnamed persons are meant: "a Turk", "two Palestinians"; "the Turks" are the people."""
    if has(token, ("nummod", "quantmod")):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        counted = token.head.head
        if counted.pos_ in ("NOUN", "NUM") and counted.lemma_ in nouns().counts:
            return True
    return token.tag_ in ONE and any(c.lower_ in ("a", "an", "another", "one", "each", "every") for c in token.children)
