"""A clause of travel → the place that a relative clause with "where" is about.

"Oslo, where he was on a visit": the visit is to Oslo. "Arrived from Oslo, where he met the king": he was in Oslo.
"""

from graph.syntax.attending import is_attended
from graph.syntax.labels import (
    MODIFIERS,
    OBJECTS,
    has,
    has_for,
    is_infinitive,
    is_passive,
    is_verb,
    objects_of,
    resolved,
)
from graph.syntax.operators import operators
from graph.syntax.tree import Token

HELD = frozenset({"conference", "congress", "forum", "meeting", "session", "summit", "symposium"})
CLIMBED = ("conj", "xcomp", "ccomp", "advcl")


def setting(verb: Token) -> list[Token]:
    """Return the place of the clause that holds the verb: "Oslo, where he is to attend a summit"."""
    node = verb
    for _ in range(3):
        if node.dep_ == "relcl":
            return [node.head] if _placed(node) else []
        if node.dep_ not in CLIMBED or not is_verb(node.head):
            return []
        node = node.head
    return []


def left_behind(verb: Token) -> list[Token]:
    """Return the places that somebody comes from and did something in: "flew in from Oslo, where he met the king"."""
    origins = (t for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" for t in objects_of(c))
    return [t for t in origins if any(c.dep_ == "relcl" and _placed(c) for c in t.children)]


def venues(verb: Token) -> list[Token]:
    """Return where the event is that somebody attends, however deep: "attended talks on trade with Peru in Oslo"."""
    places: list[Token] = []
    held = [c for c in verb.children if c.dep_ in (*OBJECTS, "nsubjpass")]
    held += [verb.head] if verb.dep_ == "acl" and is_passive(verb) else []  # "a summit in Oslo attended by kings"
    told = [*((c, c) for c in held), *((c, t) for c in verb.children if c not in held for t in objects_of(c))]
    for child, event in told:
        if event.pos_ != "PROPN" and event.lemma_.lower() not in operators().gatherings:
            continue
        if (child == event or child.lower_ in ("at", "in")) and event.lemma_.lower() in HELD:  # "the Lome summit"
            places.extend(c for c in event.children if c.dep_ in MODIFIERS and c.pos_ == "PROPN")
        node = event
        for _ in range(4):
            below = [c for c in node.children if c.dep_ == "prep" and c.i > node.i]
            own = node != event and any(c.dep_ == "det" for c in node.children)  # "talks on the war in Chad"
            places.extend(t for c in below if not own and c.lower_ in ("in", "at") for t in objects_of(c))
            inner = [t for c in below if c.lower_ not in ("in", "at") for t in objects_of(c)]
            if not inner:
                break
            node = inner[-1]
    return places


def attended(verb: Token) -> list[Token]:
    """Return what tells of an event whose place stands elsewhere: "the talks" of "joined the talks", "will attend"."""
    below = [t for c in verb.children for t in ([c] if c.dep_ in (*OBJECTS, "nsubjpass") else objects_of(c))]
    return [t for t in (verb, *map(resolved, below)) if is_attended(t)]


def bound_for(verb: Token) -> list[Token]:
    """Return the place for which somebody leaves to do something there: "left for Oslo to attend a summit"."""
    if verb.lemma_.lower() not in operators().departing or has(verb, OBJECTS):
        return []
    return [c for clause in verb.children if is_errand(clause) for c in clause.children if c.dep_ == "nsubj"]


def is_errand(clause: Token) -> bool:
    """Whether a clause says for which place one leaves, and what to do there: "left for Oslo to attend a summit"."""
    leaving = clause.dep_ in ("advcl", "xcomp", "ccomp") and clause.head.lemma_.lower() in operators().departing
    return leaving and is_infinitive(clause) and has_for(clause)


def _placed(clause: Token) -> bool:
    return any(c.lower_ == "where" for c in clause.children)
