"""A noun of help → who is thanked for it, and who thanks: "thanked Cuba for its support".

A noun of a mood → who causes it: "to the fury of Peru, Cuba sold the port".
"""

from graph.relations.roles.subjects import controllers, noun_subjects, surface_subjects
from graph.syntax.labels import OBJECTS, agents_of, direct_objects, is_passive, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

THANKING = frozenset({"thank"})
GRATEFUL = frozenset({"grateful", "thankful", "indebted"})
GRATITUDE = frozenset({"appreciation", "gratitude", "thank", "thanks"})
OTHERS = frozenset({"for", "to", "of", "against"})  # behind the noun: help for somebody else
OWN = frozenset({"his", "her", "its", "their", "your"})


def thanked(noun: Token) -> tuple[list[Token], list[Token]]:
    """Return who helped, and whom: those who thank for it; nobody where the help was for others."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ != "for" or not _is_theirs(noun):
        return [], []
    word = preposition.head
    while word.dep_ in (*OBJECTS, "conj") and not is_verb(word) and word.lemma_.lower() not in GRATITUDE:
        word = word.head  # "thanked Cuba and Peru for": the parser hangs it on Peru
    lemma = word.lemma_.lower()
    if is_verb(word) and lemma in THANKING:
        passive = is_passive(word)
        helpers = surface_subjects(word) if passive else direct_objects(word)
        return helpers, agents_of(word) if passive else surface_subjects(word)
    to = [t for c in word.children if c.dep_ == "prep" and c.lower_ in ("to", "towards") for t in objects_of(c)]
    if lemma in GRATITUDE and word.pos_ == "NOUN":
        return to, noun_subjects(word)
    if lemma in GRATEFUL:
        return to, controllers(word)
    return [], []


def causers(noun: Token) -> list[Token]:
    """Return whose doing puts somebody into a mood: "to the fury of Peru, Cuba sold it", "much to Peru's annoyance"."""
    felt = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.lemma_.lower() in operators().moods
    verb = noun.head.head
    return surface_subjects(verb) if felt and is_verb(verb) else []


def _is_theirs(noun: Token) -> bool:
    """Whether the help is of those who are thanked, and for those who thank: not "for its support of Cuba"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    named = any(c.lower_ not in OWN for c in owners) or any(c.ent_type_ for c in noun.children if c.dep_ == "amod")
    return not named and not any(c.dep_ == "prep" and c.lower_ in OTHERS for c in noun.children)
