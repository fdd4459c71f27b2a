"""Gold that repeats itself, sentence by sentence → the same, each statement once for a text.

In a whole article a statement that is made again counts once, as `extract` and the scores count it.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph.evaluate.names import folded
from graph.evaluate.values import GoldText, Owed


def fold(texts: Iterable[GoldText]) -> list[GoldText]:
    """Return the texts with each owed statement once; it has all its wordings, and is owed if it is owed anywhere."""
    return [replace(text, statements=tuple(_folded(text.statements))) for text in texts]


def _folded(statements: Iterable[Owed]) -> Iterable[Owed]:
    kept: dict[tuple[object, ...], Owed] = {}
    for owed in statements:
        first = kept.setdefault(_key(owed), owed)
        if first is not owed:
            kept[_key(owed)] = _joined(first, owed)
    return kept.values()


def _key(owed: Owed) -> tuple[object, ...]:
    ends = [folded(owed.source[0]), folded(owed.target[0])]
    return (*(sorted(ends) if owed.symmetric else ends), owed.relation, owed.negated)


def _joined(first: Owed, again: Owed) -> Owed:
    """Return one statement made of two that say the same: how it is stated is told by the first that is owed."""
    told = again if first.optional and not again.optional else first
    return replace(
        told,
        source=_both(first.source, again.source),
        source_text=_both(first.source_text, again.source_text),
        target=_both(first.target, again.target),
        target_text=_both(first.target_text, again.target_text),
        symmetric=first.symmetric,
    )


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
