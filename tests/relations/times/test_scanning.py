"""A sentence → the times that it names."""

from datetime import date

import pytest

from graph.relations.times.scanning import named

DAY = date(2025, 7, 2)


def found(text: str, day: date | None = DAY) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.said[0]) for one in named(text, day)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("In 1772, it rained.", [("In 1772", "1772")]),
        (
            "on July 14, 2015, and 16 January 2016",
            [("on July 14, 2015", "2015-07-14"), ("16 January 2016", "2016-01-16")],
        ),
        ("in Sept. 1954", [("in Sept. 1954", "1954-09")]),
        ("in September of 1954", [("in September of 1954", "1954-09")]),
        ("on 2015-07-14", [("on 2015-07-14", "2015-07-14")]),
        ("from 1980 to 1988", [("from 1980 to 1988", "1980/1988")]),
        ("between May 1937 and 1941", [("between May 1937 and 1941", "1937-05/1941")]),
        ("the 1994-96 war", [("1994-96", "1994/1996")]),
        ("between 1941 and 1937", [("between 1941", "1941")]),
        (
            "in the 1980s, the late 1990s, mid-1970s",
            [("in the 1980s", "1980/1989"), ("late 1990s", "1997/1999"), ("mid-1970s", "1974/1976")],
        ),
        ("in the '80s and the Eighties", [("in the '80s", "1980/1989"), ("the Eighties", "1980/1989")]),
        (
            "in the 19th century, the early twentieth century",
            [("in the 19th century", "1801/1900"), ("early twentieth century", "1901/1940")],
        ),
        ("during World War II", [("during World War II", "1939/1945")]),
        ("since World War II", [("since World War II", "1945/..")]),
        ("after the Cold War", [("after the Cold War", "1991/..")]),
        ("since the 1990s", [("since the 1990s", "1990/..")]),
        (
            "since 2014, until 1991, by 1940",
            [("since 2014", "2014/.."), ("until 1991", "../1991"), ("by 1940", "../1940")],
        ),
        ("a cold war of words", []),
        ("three years ago", [("three years ago", "2022")]),
        ("a month ago", [("a month ago", "2025-06")]),
        ("two centuries ago", [("two centuries ago", None)]),
        ("over the past two years", [("over the past two years", "2023/2025-07-02")]),
        ("in the past", [("in the past", None)]),
        ("at the time, at the time of it", [("at the time", None)]),
        (
            "last year, this month, next week",
            [("last year", "2024"), ("this month", "2025-07"), ("next week", "2025-07-07/2025-07-13")],
        ),
        (
            "on Monday, yesterday, last May",
            [("on Monday", "2025-06-30"), ("yesterday", "2025-07-01"), ("last May", "2025-05")],
        ),
        ("in May", [("in May", "2025-05")]),
        ("He may march on them.", []),
        ("in the summer of 2006", [("in the summer of 2006", "2006")]),
        ("at 1500 GMT", []),
        ("cost $2000", []),
        ("on 1500 farms", [("1500", "1500")]),
        ("February 30, 2020", []),
    ],
)
def test_the_times_of_a_sentence(text: str, times: list[tuple[str, str | None]]) -> None:
    assert found(text) == times


def test_without_a_day_nothing_is_counted_from_it() -> None:
    assert found("last month, on Monday, in May, today", None) == [
        ("last month", None), ("on Monday", None), ("in May", None), ("today", None),
    ]  # fmt: skip


def test_what_is_long_ago_is_past_whatever_the_day() -> None:
    closed = {text: named(text, None)[0].closed for text in ("three years ago", "two years ago", "a decade ago")}
    assert closed == {"three years ago": True, "two years ago": False, "a decade ago": True}


def test_a_weekday_may_lie_ahead() -> None:
    assert named("on Monday", DAY)[0].said == ("2025-06-30", "2025-07-07")


@pytest.mark.parametrize(
    "words", ["in 1999 and ", "at the time ", "in the past ", "from 1980 to 1988 ", "the early late ", "in the "]
)
def test_a_text_of_nothing_but_times_is_looked_through(words: str) -> None:
    text = words * 5_000
    assert len(named(text, DAY)) <= 10_000
