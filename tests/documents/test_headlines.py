"""The first lines of an article → headline and date: what is a date line, and what is prose."""

import pytest

from graph.documents.headlines import find_date, find_title


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
        "Oslo, 1 July 2025",
        "July 1, 2025 " * 20,
    ],
)
def test_no_date_line(line: str) -> None:
    assert find_date(f"A headline\n{line}\nText follows here.") is None


def test_a_date_line_is_looked_for_near_the_top_only() -> None:
    assert find_date("a\n\n\n\n\n\n\n\nb\nc\nd\n1 July 2025\n") == "2025-07-01"
    assert find_date("a\nb\nc\nd\ne\n1 July 2025\n") is None


def test_the_day_of_publication_goes_before_the_day_of_a_change() -> None:
    assert find_date("Head\nUpdated: 3 July 2025\nPublished: 1 July 2025\nText") == "2025-07-01"
    assert find_date("Head\nLast modified 3 July 2025\nText") == "2025-07-03"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norway backs Chile\nJuly 1, 2025\nText.", "Norway backs Chile"),
        ("\n\n Norway backs Chile \r\n\r\nText.", "Norway backs Chile"),
        ("Will Norway back Chile?\n\nText.", "Will Norway back Chile?"),
        ("Norway backs Chile\nNorway backed Chile on Monday.", None),
        ("Norway backed Chile on Monday.\n\nChile was glad.", None),
        ("July 1, 2025\n\nNorway backed Chile.", None),
        ("Norway backs Chile", None),
        ("Norway backs Chile\n\n", None),
        ("x" * 201 + "\n\nText.", None),
        ("", None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    assert find_title(text) == title
