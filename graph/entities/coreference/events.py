"""An event that somebody attends ("the summit", "will attend") → the place that the text gave to it.

"Chad will host a conference in Abeche. Officials of Togo will take part": in Abeche.
"""

from collections.abc import Iterator, Sequence

from graph.entities.coreference.search import at
from graph.entities.referents import Referent, Referents
from graph.syntax.attending import is_ahead, is_attended_behind
from graph.syntax.labels import OBJECTS, SUBJECTS, has, is_infinitive, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

BACK = 3  # sentences in which the text says where it is
DEEPEST = 4
PLACES = frozenset({"country", "place", "territory"})
WITHIN = frozenset({"in", "at"})
POINTING = frozenset({"the", "this", "that", "these", "both"})
PLAIN = frozenset({"event", "gathering", "meeting", "occasion"})  # may tell again of any
NO_EVENTS = frozenset({"visit", "trip", "signing", "opening"})  # they have a goal, or are a part of something


def of_event(token: Token, referents: Referents) -> list[Referent]:
    """Return where the event is that a noun or a verb of attending tells of again; empty where that is not certain."""
    if token.pos_ == "NOUN" and is_attended_behind(token):
        return _the_one(_places(token, referents))
    asked = _words(token) if token.pos_ == "NOUN" else frozenset[str]()
    if not is_ahead(token) or (token.pos_ == "NOUN" and not _is_definite(token)):
        return []
    if any(_place(t, referents) for t in _around(token)):
        return []  # "went to Lome to attend the talks": the sentence says it
    found = list[Referent]()
    for event in _events(token, referents):
        if _may_be(token, event) and asked <= _said(event):
            found.extend(_places(event, referents) or _in_sentence(event, referents))
    return _the_one(found)


def _the_one(found: Sequence[Referent]) -> list[Referent]:
    """Return the last of the places, as the text said it last, if all are one, or a town and its country."""
    where = {(r.place or r.entity).name for r in found}
    lands = {r.entity.country or r.entity.name for r in found}
    towns = [r for r in found if r.place is not None or r.entity.kind != "country"]
    if len(where) == 1 or (len(lands) == 1 and len({r.entity.name for r in towns}) == 1):
        return list(found)[-1:]
    return []


def _is_definite(noun: Token) -> bool:
    """Whether a noun may tell of an event again: "the meeting"; not "a meeting", "the meeting in Lome"."""
    definite = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in POINTING) for c in noun.children)
    placed = any(c.dep_ == "prep" and c.lower_ in WITHIN for c in noun.subtree)
    return definite and not placed and not has(noun, ("relcl",))


def _words(noun: Token) -> frozenset[str]:
    """Return the words that say which it is: "Arab" and "emergency" of "the emergency Arab summit"."""
    return frozenset(
        t.lower_
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and c.tag_ != "PRP$"
        for t in c.subtree
        if t.pos_ not in ("PUNCT", "PART", "DET")
    )


def _said(event: Token) -> frozenset[str]:
    return frozenset(t.lower_ for t in event.sent)


def _events(token: Token, referents: Referents) -> Iterator[Token]:
    """Yield the events that the text tells of before a token, near by."""
    start = token.sent.start
    for _ in range(BACK):
        start = referents.doc[start - 1].sent.start if start else start
    known = operators().gatherings - NO_EVENTS
    for word in referents.doc[start : token.i]:
        if word.pos_ in ("NOUN", "PROPN") and word.lemma_.lower() in known:
            yield word


def _may_be(token: Token, event: Token) -> bool:
    """Whether a later word may mean an event."""
    lemma, known = token.lemma_.lower(), event.lemma_.lower()
    return token.pos_ != "NOUN" or lemma == known or lemma in PLAIN or known in PLAIN


def _places(event: Token, referents: Referents) -> Sequence[Referent]:
    """Return where the text sets an event, as its own phrase says, else its clause, else who is its host."""
    return (
        [r for t in _below(event) for r in _place(t, referents)]
        or [r for c in event.children if c.dep_ in ("compound", "nmod") for r in _place(c, referents)]
        or [r for t in _around(event) for r in _place(t, referents)]
        or [r for t in _hosts(event) for r in _place(t, referents)]
    )


def _in_sentence(event: Token, referents: Referents) -> list[Referent]:
    within = (t for t in event.sent if t.dep_ == "pobj" and t.head.lower_ in WITHIN)
    return [r for t in within for r in _place(t, referents)]


def _place(token: Token, referents: Referents) -> list[Referent]:
    name = referents.by_token.get(token.i)
    if name is None or name.form not in ("name", "city", "capital") or referents.entities[name].kind not in PLACES:
        return []
    return at(name, referents)


def _below(event: Token) -> Iterator[Token]:
    """Yield where an event is by its own phrase: "talks on trade in Lome", "the summit, held in Lome"."""
    node = event
    for _ in range(DEEPEST):
        below = [c for c in node.children if c.dep_ == "prep" and c.i > node.i]
        if node == event or not any(c.dep_ == "det" for c in node.children):  # "talks on the war in Chad"
            yield from (t for c in below if c.lower_ in WITHIN for t in objects_of(c))
        inner = [t for c in below if c.lower_ not in WITHIN for t in objects_of(c)]
        if not inner:
            break
        node = inner[-1]
    for clause in (c for c in event.children if c.dep_ in ("acl", "relcl")):
        yield from (t for c in clause.children if c.dep_ == "prep" and c.lower_ in WITHIN for t in objects_of(c))


def _around(event: Token) -> Iterator[Token]:
    """Yield where an event is by its clause: "opens in Lome", "flew to Lome for the talks", "in Lome for talks"."""
    node, held = event, event.dep_ in (*SUBJECTS, *OBJECTS)
    for i in range(DEEPEST):
        node = node if i == 0 and is_verb(node) else node.head
        if node.dep_ == "prep" and node.lower_ in WITHIN and not held:
            yield from objects_of(node)
        if not is_verb(node):
            continue
        aim = is_infinitive(node) and node.dep_ in ("advcl", "xcomp")  # "flew to Lome to attend a summit"
        words = WITHIN | {"to"} if not held or aim else WITHIN
        for verb in (node, *([node.head] if aim else [])):
            below = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in words)
            yield from (t for c in below for t in objects_of(c) if t != event)
        break


def _hosts(event: Token) -> Iterator[Token]:
    """Yield who hosts an event: "Chad will host the meeting", "the meeting will be hosted by Chad"."""
    verb = event.head
    if is_verb(verb) and verb.lemma_ == "host" and event.dep_ in (*OBJECTS, *SUBJECTS):
        yield from (c for c in verb.children if c.dep_ in SUBJECTS and c != event)
        yield from (t for c in verb.children if c.dep_ == "agent" for t in objects_of(c))
