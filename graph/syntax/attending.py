"""A word → whether somebody attends what it tells of: "joined the talks", "flew to the meeting", "will attend"."""

from graph.syntax.labels import OBJECTS, has, is_infinitive, is_passive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

JOINING = frozenset({"attend", "join"})  # their object is attended
ALONE = frozenset({"attend", "participate"})
AHEAD = frozenset({"will", "would", "may", "might", "could", "shall", "’ll", "'ll"})
AFAR = frozenset({"indirectly", "online", "remotely", "virtually"})
INTO = frozenset({"at", "for", "in", "to"})
DEEPEST = 3


def is_attended(token: Token) -> bool:
    """Whether a noun is an event that somebody attends, or a verb tells that he does and leaves the event out."""
    if token.pos_ == "VERB":
        return _is_alone(token)
    if token.pos_ != "NOUN" or token.lemma_.lower() not in operators().gatherings:
        return False
    if has(token, ("relcl",)) and is_attended_behind(token):
        return True
    head = token.head
    if is_verb(head) and head.lemma_ in JOINING:
        return token.dep_ in OBJECTS or (token.dep_ == "nsubjpass" and is_passive(head))
    return token.dep_ == "pobj" and head.lower_ in INTO and head.head.lemma_.lower() in operators().attending


def is_attended_behind(noun: Token) -> bool:
    """Whether a relative clause tells who attends it: "a summit that will be attended by the kings"."""
    return any(c.dep_ == "relcl" and c.lemma_ in JOINING and is_passive(c) for c in noun.children)


def _is_alone(verb: Token) -> bool:
    """Whether a verb tells of attending without saying what: "plans to attend", "will take part", "was invited"."""
    preposed = {c.lower_ for c in verb.children if c.dep_ in ("prep", "dative")}
    if verb.lemma_ == "take":
        part = next((c for c in verb.children if c.dep_ in OBJECTS and c.lower_ == "part"), None)
        return part is not None and preposed.isdisjoint(INTO) and not has(part, ("prep",))
    if verb.lemma_ == "invite":
        return is_passive(verb) and preposed.isdisjoint(INTO) and not has(verb, (*OBJECTS, "xcomp", "advcl", "ccomp"))
    return verb.lemma_ in ALONE and preposed.isdisjoint(INTO) and not has(verb, OBJECTS) and not is_passive(verb)


def is_ahead(token: Token) -> bool:
    """Whether an event is still to come for who attends it: "is to attend", "may join the talks", "was invited"."""
    verb = token
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    if any(c.lower_ in AFAR for c in verb.children):
        return False
    for _ in range(DEEPEST):
        if is_infinitive(verb) or verb.lemma_ == "invite" or any(c.lower_ in AHEAD for c in verb.lefts):
            return True
        if verb.dep_ != "conj" or not is_verb(verb.head):
            return False
        verb = verb.head
    return False
