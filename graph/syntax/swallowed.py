"""A verb whose subject the parser gave to the phrase before it → that subject.

"In an interview with the Herald, Marta Silva, a banker, said …": she is taken for another name of the Herald, or listed
with it, and nobody says it. "Peru attacked Chile, Marta Silva said": for another name of Chile.
"""

from graph.syntax.labels import FINITE, SUBJECTS, has
from graph.syntax.tree import Token

FRONTED = frozenset({"advcl", "npadvmod", "prep"})
SAID = frozenset({"ccomp"})


def swallowed_subject(verb: Token) -> tuple[Token, ...]:
    """Return the name that ends the phrase or what is said before a verb without a subject; empty where none does."""
    first = next((c for c in verb.children if c.dep_ == "aux"), verb)
    if first.tag_ not in FINITE or has(verb, SUBJECTS) or first.i < 2:
        return ()
    first = next((c for c in verb.children if c.dep_ == "advmod" and c.i == first.i - 1), first)  # "also said"
    comma = verb.doc[first.i - 1].text == ","  # "In an interview with the Herald, Silva, said"
    last, above = (first.i - 2, FRONTED) if comma else (first.i - 1, SAID)
    phrase = next((c for c in verb.children if c.dep_ in above and c.i < last == _end(c)), None)
    if phrase is None:
        return ()
    kinds = ("PROPN",) if comma else ("PROPN", "NOUN")
    named = (t for t in phrase.subtree if t.pos_ in kinds and _end(t) == last and _is_apart(t))
    return tuple(sorted(named, key=lambda t: t.left_edge.i)[:1])


def _is_apart(name: Token) -> bool:
    """Whether a name stands behind a heading's mark, or behind a comma, joined to the word before without "and"."""
    before = name.doc[name.left_edge.i - 1].text
    listed = any(c.dep_ == "cc" and c.i > name.i for c in name.head.children)
    joined = name.dep_ == "appos" or (name.dep_ == "conj" and not listed)
    return before == "’" or (joined and before == ",")  # "‘Peru left Chile’ Silva also said"


def _end(word: Token) -> int:
    return max(t.i for t in word.subtree)
