"""A sentence → the times that it names, each with the words that name it; and words that only say that it is past."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from graph.dates import days_of
from graph.relations.times.moments import Near, is_long_ago, period_of
from graph.relations.times.patterns import moments, prepositions
from graph.relations.times.words import words

BEFORE = 80  # characters before a time in which its preposition stands


@dataclass(frozen=True, slots=True)
class Named:
    """A time that the words from character `start` to `end` of the sentence name.

    `inner` is where the time itself begins, behind its preposition. `bare` is its period without, `said` that with what
    the preposition says ("since 2014"), each in a text that looks back and in one that looks ahead. `closed` tells that
    it is past whatever the day of the text: "decades ago".
    """

    start: int
    inner: int
    end: int
    bare: Near
    said: Near
    kind: str
    closed: bool = False


def named(text: str, day: date | None) -> list[Named]:
    """Return the times that a sentence names, in order; `day` is that of the text."""
    found = []
    for match in moments().finditer(text):
        near = period_of(match, day)
        if near is not None:
            start, kind = match.start(), match.lastgroup or ""
            found.append(Named(start, start, match.end(), near, near, kind, is_long_ago(match)))
    found = _ranges(text, [_with_preposition(text, one) for one in found])
    times = found[:]
    for match in words().phrases.finditer(text):
        if not _overlaps(times, match.start(), match.end()):
            start, near = match.start(), (None, None)
            found.append(Named(start, start, match.end(), near, near, "past", closed=True))
    return sorted((one for one in found if _is_time(text, one)), key=lambda one: one.start)


def _overlaps(times: list[Named], start: int, end: int) -> bool:
    """Whether one of the times, which are in order, has a character between two."""
    place = bisect_left(times, end, key=lambda one: one.start)
    return place > 0 and times[place - 1].end > start


def _is_time(text: str, one: Named) -> bool:
    """Whether a bare year or month is a time here: behind a preposition, in brackets, or before a noun."""
    if one.kind == "plain_month":
        return one.inner > one.start
    if one.kind != "plain_year" or one.inner > one.start:
        return True
    behind = text[one.end :]
    bracketed = text[: one.start].endswith("(") and behind.startswith((")", ",", ";"))
    return bracketed or re.match(r" [A-Za-z]", behind) is not None


def _with_preposition(text: str, one: Named) -> Named:
    """Return a time with the preposition before it, and with the period that it is then."""
    before = prepositions().search(text, max(one.start - BEFORE, 0), one.start)
    if before is None or one.kind in ("ago", "span"):
        return one
    word, kinds = before["word"].lower(), words().prepositions
    if one.kind == "plain_year" and word in kinds["no_year"]:
        return one
    said = one.said
    if word in kinds["since"] | kinds["after"]:
        ended = word in kinds["after"] or one.kind == "era"  # "since World War II" is since its end
        said = _since(said[0], ended), _since(said[1], ended)
    elif word in kinds["until"]:
        said = _until(said[0]), _until(said[1])
    return replace(one, start=before.start(), said=said)


def _since(period: str | None, ended: bool) -> str | None:
    first, last = (period or "").partition("/")[0], (period or "").rpartition("/")[2]
    return f"{last if ended else first}/.." if period else None


def _until(period: str | None) -> str | None:
    return f"../{period.rpartition('/')[2]}" if period else None


def _ranges(text: str, found: list[Named]) -> list[Named]:
    """Join two times of which the text says "from … to …", "between … and …"."""
    joined: list[Named] = []
    for one in found:
        first = joined[-1] if joined else None
        both = _joined(text, first, one) if first else None
        if both:
            joined[-1] = both
        else:
            joined.append(one)
    return joined


def _joined(text: str, one: Named, other: Named) -> Named | None:
    kinds = words().prepositions
    between = text[one.end : other.inner].lower().removesuffix("the ").strip()
    opened = text[one.start : one.inner].partition(" ")[0].lower() in kinds["between"]
    if between not in kinds["to"] or (between == "and" and not opened) or None in (*one.bare, *other.bare):
        return None
    first, last = f"{one.bare[0]}".partition("/")[0], f"{other.bare[0]}".rpartition("/")[2]
    begin, end = days_of(f"{first}/{last}")
    if not begin or not end or begin > end:
        return None
    near = (f"{first}/{last}", f"{first}/{last}")
    return Named(one.start, one.inner, other.end, near, near, "range")
