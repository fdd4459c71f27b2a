"""Roles while they are collected, and when they are done."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.syntax.labels import OBJECTS, RELATIVES, has_for, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

Roles = Mapping[str, tuple[Token, ...]]
Filling = defaultdict[str, list[Token]]

PREPOSITIONAL_TAGS = frozenset({"IN", "TO", "RP", "VBG", "RB"})

PLACING = frozenset({"at", "in", "on"})
SOURCED = "according"


def frozen(roles: Mapping[str, Iterable[Token]]) -> Roles:
    """Return the roles that are filled, each token once."""
    return {role: tuple(dict.fromkeys(tokens)) for role, tokens in roles.items() if tokens}


def prepositions(head: Token, skip: Iterable[str] = (), after: Token | None = None) -> Filling:
    """Return the objects of the prepositions below `head` by preposition; `after`: of those behind this token only.

    "moved away from Cairo": known by the inner word too; not so "moved, according to Cairo", which tells who says so.
    """
    found: Filling = defaultdict(list)
    for child in head.children:
        found["between"].extend(_parted(child))
        if child.dep_ not in ("prep", "dative") or child.tag_ not in PREPOSITIONAL_TAGS or child.lower_ in skip:
            continue
        if child.lower_ == SOURCED or (after is not None and child.i < after.i):
            continue
        found[child.lower_].extend(t for t in objects_of(child) if not _is_mood(child, t))
        for inner in child.children:
            if inner.dep_ == "prep" or (inner.dep_ == "conj" and inner.tag_ == "IN"):
                found[inner.lower_].extend(objects_of(inner))
    return found


def _parted(child: Token) -> list[Token]:
    """Return whom "between" joins that the parser hangs on a place or takes for a doer: "reached in Oslo between"."""
    if child.dep_ == "agent" and child.lower_ == "between":
        return objects_of(child)
    places = objects_of(child) if child.dep_ == "prep" and child.lower_ in PLACING else []
    named = (t for t in places if t.pos_ in ("PROPN", "NUM"))
    found = [t for place in named for c in place.children if c.lower_ == "between" for t in objects_of(c)]
    return [t for t in found if any(c.dep_ == "conj" for c in t.children)]


def meant_for(noun: Token) -> list[Token]:
    """Return for whom it is, where the parser makes a clause of it: "a loan for Cuba to help buy wheat"."""
    clauses = (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.i > noun.i and has_for(c))
    return [t for c in clauses for t in c.children if t.dep_ == "nsubj"]


def _is_mood(preposition: Token, noun: Token) -> bool:
    """Whether it is told how somebody took it, to whom nothing is done by it: "to the fury of Paris"."""
    felt = preposition.lower_ == "to" and noun.lemma_.lower() in operators().moods
    return felt and any(c.lower_ == "of" or c.dep_ == "poss" for c in noun.children)


def fronted(noun: Token) -> Filling:
    """Return what a relative clause about its predicate or object begins with.

    "The league, of which Cuba is a member", "the king, with whom Cuba has close ties".
    """
    found: Filling = defaultdict(list)
    clause = noun.head
    if noun.dep_ in ("attr", *OBJECTS) and clause.dep_ == "relcl":
        before = [c for c in clause.children if c.i < clause.i and c.dep_ in ("prep", "dep") and c.tag_ in ("IN", "TO")]
        about = [c for c in before if noun.dep_ == "attr" or any(t.lower_ in RELATIVES for t in c.children)]
        for preposition in about:
            found["object" if preposition.lower_ == "of" else preposition.lower_].extend(objects_of(preposition))
    return found


def add(roles: Filling, more: Mapping[str, Iterable[Token]], only: Iterable[str] | None = None) -> None:
    """Add the tokens of `more` to the roles, or of some of its roles only."""
    for role in more if only is None else only:
        roles[role].extend(more.get(role, ()))
