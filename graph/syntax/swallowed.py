"""A verb whose subject the parser gave to the phrase before it → that subject.

"In an interview with the Herald, Marta Silva, a banker, said …": she is taken for another name of the Herald, or listed
with it, and nobody says it.
"""

from graph.syntax.labels import FINITE, SUBJECTS, has
from graph.syntax.tree import Token

FRONTED = frozenset({"advcl", "npadvmod", "prep"})


def swallowed_subject(verb: Token) -> tuple[Token, ...]:
    """Return the name between commas that ends the phrase before a verb without a subject; empty where none does."""
    if verb.tag_ not in FINITE or has(verb, SUBJECTS) or verb.i < 2 or verb.doc[verb.i - 1].text != ",":
        return ()
    last = verb.i - 2
    phrase = next((c for c in verb.children if c.dep_ in FRONTED and c.i < last == _end(c)), None)
    if phrase is None:
        return ()
    named = (t for t in phrase.subtree if t.pos_ == "PROPN" and _end(t) == last and _is_apart(t))
    return tuple(sorted(named, key=lambda t: t.left_edge.i)[:1])


def _is_apart(name: Token) -> bool:
    """Whether a name stands behind a comma, joined to the word before as another name or without "and"."""
    start = name.left_edge.i
    joined = name.dep_ == "appos" or (name.dep_ == "conj" and not has(name.head, ("cc",)))
    return joined and name.doc[start - 1].text == ","


def _end(word: Token) -> int:
    return max(t.i for t in word.subtree)
