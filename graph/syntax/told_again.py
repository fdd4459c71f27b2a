"""Nouns that tell of a deed of force again: "the attack", "Monday's blast"; verbs that tell of it first."""

from collections.abc import Iterator

from graph.syntax.labels import direct_objects, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
TOLD = frozenset({"on", "against", "of", "at", "by", "in", "near", "outside"})
RESPONSIBLE = frozenset({"responsibility", "credit"})


def is_told_again(noun: Token) -> bool:
    """Whether a noun tells of a deed without saying of which: "the attack", "Monday's blasts"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in operators().struck:
        return False
    pointed = any(c.dep_ in ("det", "predet") and c.lower_ in POINTING for c in noun.children)
    dated = any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in noun.children)
    told = any(c.dep_ == "prep" and c.lower_ in TOLD for c in noun.children)
    return (pointed or dated) and not told and not any(c.dep_ in ("relcl", "acl") for c in noun.children)


def claimed(verb: Token) -> Iterator[Token]:
    """Yield the deeds told of again for which somebody answers: "claimed responsibility for the attack"."""
    for noun in direct_objects(verb):
        if noun.lemma_.lower() in RESPONSIBLE:
            below = (c for t in (noun, verb) for c in t.children if c.dep_ == "prep" and c.lower_ == "for")
            yield from (t for c in below for t in objects_of(c) if is_told_again(t))
