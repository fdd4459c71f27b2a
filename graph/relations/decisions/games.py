"""The sentences of a text → those that are about sports, by a word or a score."""

import re
from collections.abc import Iterable

from graph.syntax.operators import operators
from graph.syntax.tree import Doc

# "6-0": a game; not "6-1/2 years", "May 6-9"
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?![/-]| (?:year|month|day|hour|mile|point)| ?%)")
_DATED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{1,2}[-–]\d{1,2}\b", re.I)
_VOTED = frozenset({"ballot", "majority", "resolution", "senate", "vote", "voting"})


def games(doc: Doc) -> frozenset[int]:
    """Return the numbers of the first tokens of sentences about sports."""
    return frozenset(s.start for s in doc.sents if _is_game(s.text, (t.lemma_.lower() for t in s)))


def _is_game(sentence: str, lemmas: Iterable[str]) -> bool:
    words = set(lemmas)
    if not operators().sports.isdisjoint(words):
        return True
    return words.isdisjoint(_VOTED) and _SCORE.search(_DATED.sub("", sentence)) is not None
