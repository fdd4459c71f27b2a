"""A noun of a mood → who causes it: "to the fury of Peru, Cuba sold the port"."""

from graph.relations.roles.subjects import surface_subjects
from graph.syntax.labels import is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token


def causers(noun: Token) -> list[Token]:
    """Return whose doing puts somebody into a mood: "to the fury of Peru, Cuba sold it", "much to Peru's annoyance"."""
    felt = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.lemma_.lower() in operators().moods
    verb = noun.head.head
    return surface_subjects(verb) if felt and is_verb(verb) else []
