"""A match of the pattern of a time → its period, in a text that looks back and in one that looks ahead."""

import re
from collections.abc import Callable
from datetime import date

from graph.relations.times import calendar
from graph.relations.times.words import words

Near = tuple[str | None, str | None]
"""A period in a text that looks back, and in one that looks ahead: "on Monday"; None where it is not known."""

UNKNOWN: Near = (None, None)


def period_of(match: re.Match[str], day: date | None) -> Near | None:
    """Return the period that a match names in a text of that day, or None where it is not a time after all."""
    return KINDS[match.lastgroup or ""](match, day)


def is_long_ago(match: re.Match[str]) -> bool:
    """Whether it is past whatever the day of the text: "three years ago"."""
    if match.lastgroup != "ago":
        return False
    number, unit = _number(match["ago_number"]), _unit(match["ago_unit"])
    return number is not None and number * calendar.YEARS.get(unit, 0) > words().years


def _both(period: str | None) -> Near:
    return period, period


def _date(match: re.Match[str], _day: date | None) -> Near | None:
    year, month, number = match["year"], _month(match["month"]), match["first"] or match["second"]
    if number is None:
        return _both(f"{year}-{month:02}")
    found = calendar.day_of(f"{year}-{month:02}-{_digits(number):02}")
    return _both(found.isoformat()) if found else None


def _iso(match: re.Match[str], _day: date | None) -> Near | None:
    return _both(match["iso"]) if calendar.day_of(match["iso"]) else None


def _day_and_month(match: re.Match[str], day: date | None) -> Near | None:
    month = _month(match["day_month"] or match["day_month_first"])
    number = _digits(match["day_first"] or match["day_second"])
    if day is None:
        return UNKNOWN
    return calendar.date_near(day, month, number, False), calendar.date_near(day, month, number, True)


def _years(match: re.Match[str], _day: date | None) -> Near | None:
    first, last = match["years_first"], match["years_last"]
    last = first[: 4 - len(last)] + last
    return _both(f"{first}/{last}") if first < last else None


def _decade(match: re.Match[str], _day: date | None) -> Near | None:
    digits = re.sub(r"\D", "", match["decade_year"])
    return _part_of(int(digits) if len(digits) == 4 else 1900 + int(digits), 1, match["decade_part"])


def _named_decade(match: re.Match[str], _day: date | None) -> Near | None:
    return _part_of(words().decades[match["decade_word"].lower()], 1, match["named_part"])


def _century(match: re.Match[str], _day: date | None) -> Near | None:
    word = match["century_number"].lower()
    number = words().ordinals.get(word) or _digits(word)
    return _part_of((number - 1) * 100 + 1, 10, match["century_part"]) if 1 <= number <= 21 else None


def _part_of(year: int, tenth: int, part: str | None) -> Near:
    """Return a part of a decade or century that begins with a year."""
    first, last = words().parts.get((part or "").lower(), (0, 9))
    return _both(f"{year + first * tenth:04}/{year + (last + 1) * tenth - 1:04}")


def _era(match: re.Match[str], _day: date | None) -> Near | None:
    name = re.sub(r"\s+", " ", match["era"]).replace("’", "'").lower()
    return _both(next(period for era, period in words().eras.items() if era.lower() == name))


def _step(match: re.Match[str], day: date | None) -> Near | None:
    """Return what "last month", "next Monday" and "this year" are."""
    way, unit = match["step_way"].lower(), match["step_unit"].lower()
    number = calendar.STEPS[way]
    if day is None:
        return UNKNOWN
    if unit in words().weekdays:
        return _both(calendar.weekday_near(day, words().weekdays[unit], number > 0, way))
    if unit in words().months:
        return _both(calendar.month_near(day, words().months[unit], number > 0, way))
    if unit == "decade":
        return _both(calendar.span_of(day, "decade", 1) if number < 0 else None)
    return _both(calendar.unit_on(day, unit, number))


def _ago(match: re.Match[str], day: date | None) -> Near | None:
    number = _number(match["ago_number"])
    return _both(calendar.unit_on(day, _unit(match["ago_unit"]), -number)) if day and number is not None else UNKNOWN


def _span(match: re.Match[str], day: date | None) -> Near | None:
    number = _number(match["span_number"] or "one")
    return _both(calendar.span_of(day, _unit(match["span_unit"]), number)) if day and number is not None else UNKNOWN


def _today(match: re.Match[str], day: date | None) -> Near | None:
    return _both(calendar.days_on(day, words().days[match["today"].lower()])) if day else UNKNOWN


def _weekday(match: re.Match[str], day: date | None) -> Near | None:
    if day is None:
        return UNKNOWN
    number = words().weekdays[match["weekday"].lower()]
    return calendar.weekday_near(day, number, False), calendar.weekday_near(day, number, True)


def _plain_year(match: re.Match[str], _day: date | None) -> Near | None:
    return _both(match["plain_year"])


def _plain_month(match: re.Match[str], day: date | None) -> Near | None:
    if day is None:
        return UNKNOWN
    number = _month(match["plain_month"])
    return calendar.month_near(day, number, False), calendar.month_near(day, number, True)


def _month(word: str) -> int:
    return words().months[word.lower().rstrip(".")]


def _unit(word: str) -> str:
    return "century" if word.lower() == "centurie" else word.lower()


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else words().numbers.get(word.lower())


def _digits(word: str) -> int:
    return int(re.sub(r"\D", "", word) or 0)


KINDS: dict[str, Callable[[re.Match[str], date | None], Near | None]] = {
    "era": _era,
    "date": _date,
    "iso": _iso,
    "day": _day_and_month,
    "years": _years,
    "decade": _decade,
    "decade_named": _named_decade,
    "century": _century,
    "ago": _ago,
    "span": _span,
    "step": _step,
    "today": _today,
    "weekday": _weekday,
    "plain_year": _plain_year,
    "plain_month": _plain_month,
}
