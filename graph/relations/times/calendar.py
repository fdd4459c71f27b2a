"""The day of a text and words that count from it → dates: "last month", "three years ago", "on Monday".

All take the day and give a date or the beginning of one, or an interval; None where the day is not known.
"""

from datetime import date, timedelta

WEEK = 7
YEARS = {"year": 1, "decade": 10, "century": 100}
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def day_of(text: str | None) -> date | None:
    """Return the day of a text from its ISO date, or None where that is none."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2009-05-01") else None
    except ValueError:
        return None


def days_on(day: date, number: int) -> str | None:
    """Return the day so many days later, or earlier."""
    try:
        return (day + timedelta(days=number)).isoformat()
    except OverflowError:
        return None


def week_on(day: date, number: int) -> str | None:
    """Return the week, from Monday to Sunday, so many weeks later."""
    first = days_on(day, number * WEEK - day.weekday())
    last = days_on(day, number * WEEK - day.weekday() + WEEK - 1)
    return f"{first}/{last}" if first and last else None


def month_on(day: date, number: int) -> str | None:
    """Return the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return f"{year:04}-{month + 1:02}" if year > 0 else None


def year_on(day: date, number: int) -> str | None:
    """Return the year so many years later."""
    return f"{day.year + number:04}" if 0 < day.year + number < 10_000 else None


def unit_on(day: date, unit: str, number: int) -> str | None:
    """Return the day, week, month or year so many units later; of decades and centuries nothing so exact is meant."""
    ways = {"day": days_on, "week": week_on, "month": month_on, "year": year_on}
    return ways[unit](day, number) if unit in ways else None


def span_of(day: date, unit: str, number: int) -> str | None:
    """Return the time from so many units ago to the day: "over the past two years"."""
    first = year_on(day, -number * YEARS[unit]) if unit in YEARS else unit_on(day, unit, -number)
    return f"{first.partition('/')[0]}/{day.isoformat()}" if first else None


def weekday_near(day: date, weekday: int, ahead: bool, step: str = "") -> str | None:
    """Return the day of that name nearest to `day`: on or before it, or on or after it where the text looks ahead."""
    back = (day.isoweekday() - weekday) % WEEK
    if ahead or step == "next":
        return days_on(day, (-back) % WEEK or (WEEK if step == "next" else 0))
    return days_on(day, -(back or (WEEK if step == "last" else 0)))


def month_near(day: date, month: int, ahead: bool, step: str = "") -> str:
    """Return the month of that name nearest to the day: before it or its own, or after it."""
    year = day.year
    if ahead or step == "next":
        year += month < day.month or (step == "next" and month == day.month)
    else:
        year -= month > day.month or (step == "last" and month == day.month)
    return f"{year:04}-{month:02}"


def date_near(day: date, month: int, number: int, ahead: bool) -> str | None:
    """Return the day of a month nearest to the day of the text: on or before it, or on or after it."""
    for year in (day.year, day.year + 1 if ahead else day.year - 1):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if found >= day if ahead else found <= day:
            return found.isoformat()
    return None
