"""A noun of a deed that says only who does it → who suffers it, by the clause around: "despite Cuban sanctions"."""

from graph.relations.roles.subjects import controllers, surface_subjects
from graph.syntax.carriers import measured
from graph.syntax.labels import NOUNS, OBJECTS, direct_objects, is_passive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

AIMS = frozenset({"against", "at", "for", "of", "on", "to", "toward", "towards"})
OBJECTING = frozenset({"objection", "opposition", "protest", "resistance"})
STEPS = 5  # links up from the noun to its clause


def sufferers(noun: Token) -> list[Token]:
    """Return who goes on in spite of it or bears it: "despite Cuban objections, Peru left", "copes with sanctions"."""
    node = measured(noun)
    while node.dep_ == "conj" and node.head.pos_ in NOUNS:
        node = node.head
    aims = AIMS - {"of"} if is_objection(noun) else AIMS
    if any(c.dep_ == "prep" and c.lower_ in aims for c in noun.children):
        return []
    if node.dep_ in OBJECTS and is_verb(node.head):
        return surface_subjects(node.head) if node.head.lemma_.lower() in operators().enduring else []
    if node.dep_ != "pobj":
        return []
    words, node = _preposition(node)
    if words and node.pos_ == "ADJ" and f"{node.lemma_.lower()} {words[-1]}" in operators().enduring:
        return controllers(node)  # "is dependent on Cuban aid"
    if not is_verb(node):
        return []
    if words in (["from"], ["against"]) and node.lemma_.lower() in operators().guarding:  # "protected Peru from raids"
        return surface_subjects(node) if is_passive(node) else direct_objects(node)
    if words == ["over"] and is_objection(noun):  # "left over the objections of Cuba"
        return surface_subjects(node)
    if " ".join(w for w in words if w != "the") in operators().defying:
        return surface_subjects(node)
    borne = bool(words) and f"{node.lemma_.lower()} {words[-1]}" in operators().enduring
    return surface_subjects(node) if borne else []


def is_objection(noun: Token) -> bool:
    """Whether "of" behind the noun says who speaks against it: "despite the objections of Cuba"."""
    return noun.lemma_.lower() in OBJECTING


def _preposition(noun: Token) -> tuple[list[str], Token]:
    """Return the words of the preposition, and what it hangs on: "in the face of sanctions" → in face of."""
    words: list[str] = []
    node = noun.head
    for _ in range(STEPS):
        if node.dep_ not in ("prep", "pcomp", "agent", "pobj", "advmod", "mark") or is_verb(node) or node.head is node:
            break
        words.insert(0, node.lower_)
        node = node.head
    return words, node
