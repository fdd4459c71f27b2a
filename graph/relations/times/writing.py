"""A whole text → when it was written, at the earliest, and whether it tells of nothing but times long past.

Both look at the words alone and not at the parse, for of most texts only a part is parsed.
"""

import re
from datetime import date
from functools import cached_property

from graph.dates import days_of
from graph.relations.times.scanning import Named, named
from graph.relations.times.words import words

SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?:\s|$)")
YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
BEFORE = 60  # characters before a year in which a word may say that it lies ahead


class Writing:
    """What a text says of its own time; each is found out when it is asked for."""

    def __init__(self, text: str, day: date | None) -> None:
        """Take the text and its day, if that is known."""
        self._text, self._day = text, day

    @cached_property
    def earliest(self) -> str:
        """The day of the text, or where it has none the first on which it may have been written.

        It was not written before the latest year that it tells of: "… which France left in 2003".
        """
        if self._day is not None:
            return self._day.isoformat()
        told = (one for one in self._times if not self._lies_ahead(one))
        days = (days_of(one.bare[0])[0] for one in told if one.bare[0])
        return max([f"{words().earliest}-01-01", *(day for day in days if day)])

    def is_past(self, period: str) -> bool:
        """Return whether a period ended more than two years before the text was written."""
        end = days_of(period)[1]
        return end is not None and f"{int(end[:4]) + words().years:04}{end[4:]}" < self.earliest

    @cached_property
    def is_history(self) -> bool:
        """Whether all times that it tells of are long past, and they are many, and no word speaks of now."""
        history = words().history
        if len(YEAR.findall(self._text)) < history["times"] or words().now.search(self._text):
            return False
        sentences = len(SENTENCE_END.findall(self._text))
        undated = ("past", "day", "plain_month") if self._day is None else ("past",)  # "in May": of one of those years
        periods = [one.bare[0] for one in self._times if one.bare[0] or one.kind not in undated]
        if sentences < history["sentences"] or len(periods) < max(history["times"], history["share"] * sentences):
            return False
        return all(period is not None and self.is_past(period) for period in periods)

    @cached_property
    def _times(self) -> list[Named]:
        return named(self._text, self._day)

    def _lies_ahead(self, one: Named) -> bool:
        return words().ahead.search(self._text, max(one.start - BEFORE, 0), one.end) is not None
