"""The first lines of an article → its headline and its date; prose is never mistaken for either."""

import re
from datetime import date

TOP = 5  # a date line is looked for in so many lines that are not empty
HEADLINE = 200  # a longer first line is a paragraph
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_DATES = (rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}", r"(?P<iso>\d{4}-\d{2}-\d{2})")
_LABEL = r"(?:(?P<label>published|posted|date|updated|last\s+updated|modified|last\s+modified)(?:\s+on)?\s*:?\s+)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:(?:,?\s+(?:at\s+)?|\s*[-–—|/,]\s*|t)[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?)?"
_ZONE = r"(?:\s*\(?(?:z|[a-z]{2,4}t|utc|gmt)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?"
DATE_LINES = tuple(
    re.compile(rf"{_LABEL}{_WEEKDAY}{when}{_TIME}{_ZONE}\.?", re.IGNORECASE | re.ASCII) for when in _DATES
)


def find_date(text: str) -> str | None:
    """Return the ISO date of the first date line near the top, None where there is none.

    A date line holds nothing but a date, such as "July 01 2025, 19:16", "Tuesday, 1 July 2025" or
    "Published: 2025-07-01T19:16Z". "Published" goes before "Updated". "1.07.2025" is left open:
    it is another day in America.
    """
    dates = [found for line in _top(text) if (found := _read_date_line(line))]
    dates.sort(key=lambda found: found[1])
    return dates[0][0] if dates else None


def find_title(text: str) -> str | None:
    """Return the headline: a first line, no sentence of prose, set off by a date line or an empty line."""
    lines = text.lstrip().splitlines()
    if len(lines) < 2 or not any(line.strip() for line in lines[1:]):
        return None
    first, second = lines[0].strip(), lines[1].strip()
    if len(first) > HEADLINE or first.endswith((".", ":", ";", ",")) or _read_date_line(first):
        return None
    return first if not second or _read_date_line(second) else None


def read_date(words: str) -> str | None:
    """Return the ISO date that `words` (a cell, a field) give and nothing else, None if they are no date."""
    found = _read_date_line(words.strip())
    return found[0] if found else None


def _top(text: str) -> list[str]:
    start = text.lstrip()[:5000]  # enough for five lines that could be date lines
    return [line.strip() for line in start.splitlines() if line.strip()][:TOP]


def _read_date_line(line: str) -> tuple[str, bool] | None:
    """Return (ISO date, whether it is the date of an update), None where the line is no date line."""
    if len(line) > 100:
        return None
    for pattern in DATE_LINES:
        if match := pattern.fullmatch(line):
            day = _iso(match.groupdict())
            label = (match["label"] or "").lower()
            return (day, "updated" in label or "modified" in label) if day else None
    return None


def _iso(parts: dict[str, str | None]) -> str | None:
    try:
        if iso := parts.get("iso"):
            return date.fromisoformat(iso).isoformat()
        month = MONTHS.index((parts["month"] or "")[:3].lower()) + 1
        return date(int(parts["year"] or 0), month, int(parts["day"] or 0)).isoformat()
    except ValueError:  # 31 June
        return None
