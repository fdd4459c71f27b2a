"""Words that give a day → its date: lines of a text, fields of a file, and what is left open."""

import pytest

from graph.documents.dates import Dates, find_date, read_day
from graph.errors import DocumentWarning


@pytest.mark.parametrize(
    "line",
    [
        "July 01 2025, 19:16",
        "July 1, 2025",
        "1 July 2025",
        "1st July 2025",
        "01 Jul 2025 19:16",
        "Jul. 1, 2025 at 7:16 pm",
        "Jul 1, 2025 7:16 p.m. EDT",
        "Tuesday, July 1, 2025",
        "Tue, 01 Jul 2025 19:16:00 +0000",
        "Tue 1 July 2025 19.16 BST",
        "2025-07-01",
        "2025-07-01 19:16",
        "2025-07-01T19:16:05Z",
        "2025-07-01T19:16:05.123+04:00",
        "Published: July 1, 2025",
        "Published 1 July 2025 19:16 (UTC+04:00)",
        "Updated: 2025-07-01T19:16Z",
        "Last updated on July 1, 2025",
        "JULY 1, 2025 | 19:16 GMT",
        "  July 1, 2025  ",
        "July 1, 2025.",
        "Oslo, 1 July 2025",
        "UNITED NATIONS, July 1, 2025",
        "St. Louis, Mo. — Tuesday, July 1, 2025",
    ],
)
def test_a_date_line(line: str) -> None:
    assert find_date(f"A headline\n{line}\nText follows here.") == "2025-07-01"


@pytest.mark.parametrize(
    "line",
    [
        "On July 1, 2025 the ministers met in Oslo.",
        "July 1, 2025 was a good day",
        "The July 2025 summit",
        "July 2025",
        "1.07.2025",
        "07/01/2025",
        "1/7/25",
        "May",
        "31 June 2025",
        "2025-13-01",
        "the 1990s",
        "OSLO, July 1, 2025 (AP) —",
        "In Oslo on 1 July 2025",
        "Born in Oslo, 1 July 2025",
        "July 1, 2025 " * 20,
    ],
)
def test_no_date_line(line: str) -> None:
    assert find_date(f"A headline\n{line}\nText follows here.") is None


def test_a_place_stands_before_a_date_below_the_first_line_only() -> None:
    assert find_date("Versailles, 28 June 1919\nA treaty and what became of it\n\nText") is None


def test_a_date_line_is_looked_for_near_the_top_only() -> None:
    assert find_date("a\n\n\n\n\n\n\n\nb\nc\nd\n1 July 2025\n") == "2025-07-01"
    assert find_date("a\nb\nc\nd\ne\n1 July 2025\n") is None


def test_the_day_of_publication_goes_before_the_day_of_a_change() -> None:
    assert find_date("Head\nUpdated: 3 July 2025\nPublished: 1 July 2025\nText") == "2025-07-01"
    assert find_date("Head\nLast modified 3 July 2025\nText") == "2025-07-03"


def test_a_date_line_that_can_be_read_two_ways_is_settled_by_the_user() -> None:
    assert find_date("Head\n03/04/2025\nText", "dmy") == "2025-04-03"
    assert find_date("Head\n03/04/2025\nText", "mdy") == "2025-03-04"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20250505", "2025-05-05"),
        ("20250505T101500Z", "2025-05-05"),
        ("2025/05/05", "2025-05-05"),
        ("2025.5.6", "2025-05-06"),
        ("5-May-2025", "2025-05-05"),
        ("25/06/2025", "2025-06-25"),
        ("06/25/2025 19:16", "2025-06-25"),
        ("05/05/2025", "2025-05-05"),
        ("25.06.2025, 19:16 Uhr", None),
        ("Mon, 05 May 2025 19:16:00 GMT", "2025-05-05"),
        ("Mon, 05 May 25 19:16 EST", "2025-05-05"),
        ("5 May 99 19:16 GMT", "1999-05-05"),
        ("Mon May  5 10:00:00 2025", "2025-05-05"),
        ("2025-W19-1", "2025-05-05"),
        ("2025-W19", None),
        ("2025-05", None),
        ("May 2025", None),
        ("May 5", None),
        ("2025", None),
        ("10:00", None),
        ("1746441600", "2025-05-05"),
        ("1746441600000", "2025-05-05"),
        ("2025-05-05T23:30:00-05:00", "2025-05-05"),
        ("2025-05-06T00:30:00+14:00", "2025-05-06"),
        ("9999-12-31T23:59:59-12:00", None),
        ("2025-02-30", None),
        ("soon", None),
        ("1" * 5000, None),
    ],
)
def test_the_day_of_a_field(words: str, day: str | None) -> None:
    found = read_day(words)
    assert (found.iso if found else None) == day


@pytest.mark.parametrize("words", ["", "0000-00-00", "0000-00-00T00:00:00Z", "0001-01-01T00:00:00", "null", "NaN", "-"])
def test_what_stands_for_no_date_is_none_and_nothing_is_told(words: str) -> None:
    dates = Dates("a.csv")
    assert dates.day(words) is None
    dates.tell()  # a warning would fail


def test_what_is_left_open_and_what_is_unread_is_told_once() -> None:
    dates = Dates("a.csv")
    assert [dates.day(words) for words in ("03/04/2025", "1.7.2025", "soon")] == [None] * 3
    with pytest.warns(DocumentWarning) as told:
        dates.tell()
    assert [str(one.message) for one in told] == [
        "a.csv: each of 2 dates such as “03/04/2025” can be read two ways and is left open; "
        "say --dates dmy (day first) or --dates mdy",
        "a.csv: the date “soon” is not a date that can be read; write it as 2025-07-01",
    ]
    assert [Dates("a", order).day("03/04/2025") for order in ("dmy", "mdy")] == ["2025-04-03", "2025-03-04"]
