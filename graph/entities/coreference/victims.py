"""A deed that is told of again ("the attack", "the blast") → whom it hit, by the words that told of it.

"A bomb killed three Chadian soldiers. The group claimed responsibility for the attack": the soldiers are Chad's.
"""

from collections.abc import Iterator

from graph.entities.referents import Referent, Referents, Via
from graph.syntax.labels import SUBJECTS, agents_of, direct_objects, is_passive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

BACK = 4  # sentences in which the text told of the deed
AIMS = frozenset({"on", "against", "of", "at"})
HIT: frozenset[Via] = frozenset({"name", "agent", "member", "private", "pronoun"})


def victims(noun: Token, referents: Referents) -> list[Referent]:
    """Return whom the deed hit that a noun tells of again (graph/syntax/told_again.py); empty where not certain."""
    if any(t.i in referents.by_token for t in noun.subtree):
        return []
    for word in _before(noun, referents):
        struck = list(_struck(word))
        if struck and is_verb(word) and any(_is_known(t, referents) for t in _doers(word)):
            continue  # "Chadian troops killed …": another deed than that which nobody did so far
        found = [r for t in struck for r in referents.of(t) if r.via in HIT and r.form != "city"]
        if found:
            return found if len({r.entity.name for r in found}) == 1 else []
    return []


def _doers(verb: Token) -> list[Token]:
    return agents_of(verb) if is_passive(verb) else [c for c in verb.children if c.dep_ in SUBJECTS]


def _is_known(doer: Token, referents: Referents) -> bool:
    return any(r.via != "private" for r in referents.of(doer))


def _before(noun: Token, referents: Referents) -> Iterator[Token]:
    """Yield the words before a noun, the nearest sentence first."""
    end = noun.i
    for _ in range(BACK):
        start = referents.doc[end - 1].sent.start if end else 0
        yield from referents.doc[start:end]
        end = start
        if not end:
            break


def _struck(word: Token) -> Iterator[Token]:
    """Yield whom a word for such a deed says to be hit by it: "killed three soldiers", "an attack on a convoy"."""
    lemma = word.lemma_.lower()
    if is_verb(word) and lemma in operators().hitting:
        yield from direct_objects(word)
        if is_passive(word):
            yield from (c for c in word.children if c.dep_ == "nsubjpass")
    elif word.pos_ == "NOUN" and lemma in operators().struck:
        below = (c for c in word.children if c.dep_ == "prep" and c.lower_ in AIMS)
        yield from (t for c in below for t in c.children if t.dep_ == "pobj")
