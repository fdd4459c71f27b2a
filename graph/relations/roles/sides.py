"""A noun of strife or accord → who stands on its other side: "between Cuba on the one hand and Chad on the other"."""

from collections.abc import Iterable

from graph.syntax.labels import BEFORE, has
from graph.syntax.tree import Doc, Token

HALVES = frozenset({"hand", "side"})
FARTHEST = 40  # tokens from the noun to the last party


def first_side_ends(doc: Doc, start: int, end: int) -> int | None:
    """Return the token behind "on the one hand" or "on one side" in doc[start:end], or None where none is there."""
    for token in doc[start:end]:
        before = {t.lower_ for t in doc[max(token.i - 3, 0) : token.i]}
        if token.lower_ in HALVES and {"on", "one"} <= before:
            return token.i + 1
    return None


def is_one_side(between: Iterable[Token]) -> bool:
    """Whether a plural behind "and" names the second party and others: "and two powers,", "and the states of"."""
    words = list(between)
    joint = next((n for n, t in enumerate(words) if t.lower_ in ("and", ",")), len(words))
    plural = [t for t in words[joint:] if t.tag_ == "NNS"]
    return any(has(t, ("nummod",)) for t in plural) or any(t.lower_ == "of" and t.head in plural for t in words[joint:])


def other_side(noun: Token) -> list[Token]:
    """Return who stands between "on the one hand" and "on the other", whatever the parser joins them to."""
    doc, last = noun.doc, min(noun.i + FARTHEST, noun.sent.end)
    start = first_side_ends(doc, noun.i, last)
    if start is None:
        return []
    end = next((t.i for t in doc[start:last] if t.lower_ == "other" and _is_on(t)), None)
    if end is None:
        return []
    return [t for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in BEFORE]


def _is_on(other: Token) -> bool:
    """Whether "on the" stands before "other"."""
    return other.i > 1 and other.nbor(-1).lower_ == "the" and other.nbor(-2).lower_ == "on"
