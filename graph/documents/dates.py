"""Words that give a day → its ISO date; what can be read two ways is left open and told, unless the user settles it.

The day of a moment is the day that is written, whatever its offset: "2025-07-01T23:30-05:00" is 1 July.
"""

import re
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple

from graph.errors import DocumentWarning

Order = Literal["dmy", "mdy"]
"""Which comes first in 03/04/2025: the day, or the month."""

TOP = 5  # a date line is looked for in so many lines that are not empty
LONGEST = 100  # characters of a date
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_DATE = re.compile(r"[0\W]*|0001-01-01.*|0000.*|-.*|n/?a|nan|nat|none|null|unknown", re.IGNORECASE)
"""What others write where they know no date: 0000-00-00, the first day of the calendar, null."""

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_NUMBER = r"(?P<number>[01]?\d)"
_DATES = (
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_DAY}(?:\s+|\s?[-/]\s?){_MONTH},?(?:\s+|\s?[-/]\s?){_YEAR}",
    rf"{_YEAR}(?P<mark>[-/.]){_NUMBER}(?P=mark){_DAY}",
    rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<two>\d{{1,2}})(?P=mark){_YEAR}",
)
_LABEL = r"(?:(?P<label>published|posted|date|updated|last\s+updated|modified|last\s+modified)(?:\s+on)?\s*:?\s+)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?"
_TIME = rf"(?:(?:,?\s+(?:at\s+)?|\s*[-–—|/,]\s*|t){_CLOCK})?"
_ZONE = r"(?:\s*\(?(?:z|[a-z]{2,4}t|utc|gmt)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?"
DATE_LINES = tuple(
    re.compile(rf"{_LABEL}{_WEEKDAY}{when}{_TIME}{_ZONE}\.?", re.IGNORECASE | re.ASCII) for when in _DATES
)
_PLACE = re.compile(r"[A-Z][^\W\d]*\.?(?:[ ,-]+[A-Z][^\W\d]*\.?){0,4}\s*[,–—|-]\s*(?=\w)")
"""The place of a dateline that stands alone, with what parts it from the date: "United Nations, "."""

# In a field made for it a date may also stand so; alone on a line of a text these could be anything.
FIELDS = (
    re.compile(rf"{_YEAR}(?P<number>\d\d)(?P<day>\d\d)(?:t?\d{{4}}(?:\d\d)?{_ZONE})?", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_WEEKDAY}{_DAY}[\s-]+{_MONTH}[\s-]+(?P<short>\d\d){_TIME}{_ZONE}", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_CLOCK}{_ZONE}\s+{_YEAR}", re.IGNORECASE | re.ASCII),
    re.compile(rf"(?P<week>{_YEAR}-?w\d\d-?[1-7]){_TIME}{_ZONE}", re.IGNORECASE | re.ASCII),
    re.compile(r"(?P<seconds>\d{9,10})(?:\.\d+)?|(?P<thousandths>\d{12,13})", re.ASCII),  # since 1970
)


class Day(NamedTuple):
    """A day that words give: its ISO date, None where it can be read two ways; whether it is that of a change."""

    iso: str | None
    updated: bool = False


class Dates:
    """The dates of one file: reads them, and in the end tells once which of them were left open."""

    def __init__(self, shown: str, order: Order | None = None) -> None:
        """Name the file for what is told of it; `order` settles dates that can be read two ways."""
        self._shown, self._order = shown, order
        self._open: list[str] = []
        self._unread: list[str] = []

    def day(self, words: str | None) -> str | None:
        """Return the ISO date that a field made for a date gives, None where it gives none."""
        words = (words or "").strip()
        if NO_DATE.fullmatch(words[:LONGEST]):
            return None
        found = read_day(words, self._order)
        if found is None:
            self._unread.append(words)
        elif found.iso is None:
            self._open.append(words)
        return found.iso if found else None

    def near_top(self, text: str) -> str | None:
        """Return the ISO date of the first date line near the top of a text, None where there is none."""
        for line in date_lines(text):
            found = read_line(line, self._order)
            self._open += [line] if found and found.iso is None else []
        return find_date(text, self._order)

    def tell(self) -> None:
        """Tell which dates were left open, and which could not be read at all."""
        if self._open:
            settle = "can be read two ways and is left open; say --dates dmy (day first) or --dates mdy"
            _warn(f"{self._shown}: {_such(self._open)} {settle}")
        if self._unread:
            _warn(f"{self._shown}: {_such(self._unread)} is not a date that can be read; write it as 2025-07-01")


def find_date(text: str, order: Order | None = None) -> str | None:
    """Return the ISO date of the first date line near the top, None where there is none.

    A date line holds nothing but a date, such as "July 01 2025, 19:16", "Tuesday, 1 July 2025" or
    "Published: 2025-07-01T19:16Z"; below the first line a place may stand before it ("Oslo, 1 July 2025"). "Published"
    goes before "Updated". "1.07.2025" is left open unless `order` settles it: it is another day in America.
    """
    found = [day for line in date_lines(text) if (day := read_line(line, order)) and day.iso]
    return min(found, key=lambda day: day.updated).iso if found else None


def date_lines(text: str) -> Iterator[str]:
    """Yield the lines near the top of a text in which a date could stand alone; below the first without a place."""
    start = text.lstrip()[:5000]  # enough for five lines that could be date lines
    lines = [line.strip() for line in start.splitlines() if line.strip()][:TOP]
    lines[1:] = map(without_place, lines[1:])  # the first may be the headline of a history: "Versailles, 28 June 1919"
    return (line for line in lines if len(line) <= LONGEST and any(map(str.isdigit, line)))


def without_place(line: str) -> str:
    """Return a line without the place that stands before its date: "1 July 2025" of "Oslo, 1 July 2025"."""
    place = _PLACE.match(line)
    rest = line[place.end() :] if place else line
    return rest if read_line(rest) else line


def read_line(line: str, order: Order | None = None) -> Day | None:
    """Return the day that a line gives and nothing else, None where it is not a date line."""
    return _read(line, DATE_LINES, order)


def read_day(words: str, order: Order | None = None) -> Day | None:
    """Return the day that a field gives ("20250701", "Tue, 01 Jul 25 19:16 GMT" too), None where it gives none."""
    return _read(words, DATE_LINES + FIELDS, order)


def _read(words: str, patterns: tuple[re.Pattern[str], ...], order: Order | None) -> Day | None:
    if len(words) > LONGEST:
        return None
    for pattern in patterns:
        if match := pattern.fullmatch(words):
            parts = match.groupdict()
            if parts.get("one") and order is None and _is_open(int(parts["one"]), int(parts["two"])):
                return Day(None)
            day = _iso(parts, order)
            label = (parts.get("label") or "").lower()
            return Day(day, "updated" in label or "modified" in label) if day else None
    return None


def _is_open(one: int, two: int) -> bool:
    return 1 <= one <= 12 and 1 <= two <= 12 and one != two


def _iso(parts: dict[str, str], order: Order | None) -> str | None:
    try:
        if seconds := parts.get("seconds") or parts.get("thousandths"):
            moment = int(seconds) / (1000 if parts.get("thousandths") else 1)
            return datetime.fromtimestamp(moment, UTC).date().isoformat()
        if week := parts.get("week"):
            return date.fromisoformat(week.upper()).isoformat()
        year = int(parts["year"]) if "year" in parts else _whole(int(parts["short"]))
        if parts.get("one"):
            numbers = int(parts["one"]), int(parts["two"])
            month, day = numbers if order == "mdy" or numbers[1] > 12 else (numbers[1], numbers[0])
        else:
            word = (parts.get("month") or "")[:3].lower()
            month, day = (MONTHS.index(word) + 1 if word else int(parts["number"])), int(parts["day"])
        return date(year, month, day).isoformat()
    except (ValueError, OverflowError):  # 31 June
        return None


def _whole(short: int) -> int:
    """Return the year that RFC 822 writes with two digits."""
    return short + (2000 if short < 50 else 1900)


def _such(words: list[str]) -> str:
    shown = f"“{words[0][:40]}”"
    return f"the date {shown}" if len(words) == 1 else f"each of {len(words):,} dates such as {shown}"


def _warn(message: str) -> None:
    warnings.warn(DocumentWarning(message), stacklevel=3)
