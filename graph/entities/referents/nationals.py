"""A noun of nationality ("a Turk", "the Frenchman") → whether unnamed persons are meant, or one who is known."""

from graph.entities.names import Name
from graph.entities.words.nouns import nouns
from graph.entities.world import world
from graph.syntax.labels import OBJECTS, SUBJECTS, has
from graph.syntax.tree import Token


def is_someone(token: Token, name: Name) -> bool:
    """Whether one person of a nationality is meant who is known: "the Frenchman said"; not "the French"."""
    pointed = any(c.dep_ == "det" and c.lower_ in ("that", "the", "this") for c in token.children)
    one = token.tag_ in ("JJ", "NN", "NNP") and not name.plural and token.dep_ in (*SUBJECTS, *OBJECTS)
    return pointed and one and any(sense.form == "person" for sense in world().senses(token.text))


def is_unnamed(token: Token) -> bool:
    """Whether unnamed persons are meant: "a Turk", "two Palestinians"; "the Turks" are the people."""
    if has(token, ("nummod", "quantmod")):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        counted = token.head.head
        if counted.pos_ in ("NOUN", "NUM") and counted.lemma_ in nouns().counts:
            return True
    singular = token.tag_ in ("NN", "NNP", "JJ")
    return singular and any(c.lower_ in ("a", "an", "another", "one", "each", "every") for c in token.children)
