"""Dates as statements and users write them in, first and last days out; and advice for what is not a date.

A date is an ISO date or the beginning of one: "2009", "2009-05", "2009-05-01". A period is a date or two with a slash
between, both included: "1980/1989"; one end may be open: "2014/..", "../1991".
"""

import re
from calendar import monthrange
from datetime import date

from graph.errors import UsageError

OPEN = ".."
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
TURNED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")

Days = tuple[str | None, str | None]
"""First and last day of a period as ISO dates, None where it is open."""


def days_of(period: str) -> Days:
    """Return the first and the last day of a period: those of "1980/1989-02" are 1980-01-01 and 1989-02-28."""
    first, slash, last = period.partition("/")
    return (
        None if first == OPEN else _days(first)[0],
        None if (last or first) == OPEN else _days(last if slash else first)[1],
    )


def overlap(one: str, other: str) -> bool:
    """Return whether two periods have a day in common."""
    (start, end), (begin, stop) = days_of(one), days_of(other)
    return (not end or not begin or begin <= end) and (not stop or not start or start <= stop)


def date_of(text: str, option: str) -> str:
    """Return `text` if it is a date. Raises UsageError with advice; `option` says where it was given."""
    if not _is_date(text):
        raise UsageError(f"{option} {text}: is not a date{_advice(text)}")
    return text


def period_of(text: str, option: str) -> str:
    """Return `text` if it is a period. Raises UsageError with advice; `option` says where it was given."""
    parts = text.split("/")
    if len(parts) > 2 or not all(_is_date(part) or (part == OPEN and len(parts) == 2) for part in parts):
        raise UsageError(f"{option} {text}: is not a time{_advice(text, ' (1980/1989 for a period)')}")
    first, last = days_of(text)
    if first and last and first > last:
        raise UsageError(f"{option} {text}: ends before it begins; write the earlier date first")
    return text


def _is_date(text: str) -> bool:
    found = DATE.fullmatch(text)
    if not found or not text.isascii():
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def _advice(text: str, more: str = "") -> str:
    found = TURNED.fullmatch(text)
    if found:
        one, other, year = found[1].zfill(2), found[2].zfill(2), found[3]
        both = dict.fromkeys(way for way in (f"{year}-{other}-{one}", f"{year}-{one}-{other}") if _is_date(way))
        if both:
            return f"; write the year first: {' or '.join(both)}"
    return f"; write a year, a month or a day, such as 2009, 2009-05 or 2009-05-01{more}"


def _days(text: str) -> tuple[str, str]:
    """Return the first and the last day of a date or the beginning of one."""
    year, month, day = (int(part) if part else None for part in (*text.split("-"), "", "")[:3])
    last_month = month or 12
    last_day = day or monthrange(year or 1, last_month)[1]
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{last_month:02}-{last_day:02}"
