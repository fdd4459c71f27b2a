"""The sentences of a text → those that are about sports, by a word or a score."""

import re
from collections.abc import Iterable

from graph.syntax.operators import operators
from graph.syntax.tree import Doc

_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?! (?:year|month|day|hour|mile|point))")  # "6-0": a game


def games(doc: Doc) -> frozenset[int]:
    """Return the numbers of the first tokens of sentences about sports."""
    return frozenset(s.start for s in doc.sents if _is_game(s.text, (t.lemma_.lower() for t in s)))


def _is_game(sentence: str, lemmas: Iterable[str]) -> bool:
    return not operators().sports.isdisjoint(lemmas) or _SCORE.search(sentence) is not None
