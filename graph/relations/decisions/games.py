"""A sentence → whether it is about sports, by a word or a score."""

import re

from graph.syntax.operators import operators
from graph.syntax.tree import Span

# "6-0": a game; not "6-1/2 years", "May 6-9", "Boeing 737-800"
_SCORE = re.compile(r"(?<!Boeing )(?<!Airbus )\b\d{1,3}[-–]\d{1,3}\b(?![/-]| (?:year|month|day|hour|mile|point)| ?%)")
_DATED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{1,2}[-–]\d{1,2}\b", re.I)
_VOTED = frozenset({"ballot", "majority", "resolution", "senate", "vote", "voting"})


def is_game(sentence: Span) -> bool:
    """Say whether a sentence is about sports."""
    lemmas = {t.lemma_.lower() for t in sentence}
    if not operators().sports.isdisjoint(lemmas):
        return True
    return lemmas.isdisjoint(_VOTED) and _SCORE.search(_DATED.sub("", sentence.text)) is not None
