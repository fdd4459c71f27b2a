"""A verb of asking → whom it asks; an infinitive → the verb by which somebody wants another to do it."""

from graph.syntax.labels import OBJECTS, SUBJECTS, has, is_infinitive, is_passive, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

ADDRESSING = ("on", "upon", "for", "with", "to")  # "called on Iran to stop"


def urged_by(verb: Token) -> Token | None:
    """Return the verb by which somebody wants another to do what `verb` says: "urged Cuba to attack the rebels"."""
    node = verb
    while node.dep_ == "conj" and is_verb(node.head) and not has(node, SUBJECTS):
        node = node.head
    head = node.head
    if node.dep_ not in ("xcomp", "ccomp", "advcl") or not is_infinitive(node) or not is_verb(head):
        return None
    asked = has(head, (*OBJECTS, "dative")) or has(node, ("nsubj",)) or addressed(head)
    return head if head.lemma_ in operators().urged and asked and not is_passive(head) else None


def addressed(verb: Token) -> list[Token]:
    """Return who is asked to do something: "called on Iran to stop"."""
    if verb.lemma_ not in operators().urging:
        return []
    asked = (objects_of(c) for c in verb.children if c.dep_ == "prep" and c.lower_ in ADDRESSING)
    return next((found for found in asked if found), [])
