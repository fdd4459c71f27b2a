"""When a text was written, at the earliest, and whether it is a history."""

from datetime import date

import pytest

from graph.relations.times.writing import Writing

HISTORY = (
    "The two kings met in 1720. They quarrelled over a mill. In 1722 the elder burnt it down. His brother fled. "
    "By 1725 both had armies. The war began in 1726. It lasted four years. In 1730 came peace. The mill stood again."
)


@pytest.mark.parametrize(
    ("text", "day", "earliest"),
    [
        ("It rained in 2003.", date(2025, 7, 2), "2025-07-02"),
        ("It rained in 1703.", None, "2000-01-01"),
        ("It rained in May 2003 and in 2001.", None, "2003-05-01"),
        ("It is to be built by 2030. It will be opened in 2031.", None, "2000-01-01"),
    ],
)
def test_a_text_is_no_older_than_what_it_tells_of(text: str, day: date | None, earliest: str) -> None:
    assert Writing(text, day).earliest == earliest


def test_what_ended_more_than_two_years_before_is_past() -> None:
    writing = Writing("", date(2025, 7, 2))
    periods = ("2022", "2023", "2023-07-01", "2023-07-02", "1980/1989", "2014/..", "../1991")
    assert [writing.is_past(period) for period in periods] == [True, False, True, False, True, False, True]


@pytest.mark.parametrize("day", [None, date(2025, 7, 2)])
def test_a_text_of_nothing_but_the_past_is_a_history(day: date | None) -> None:
    assert Writing(HISTORY, day).is_history


@pytest.mark.parametrize(
    "text",
    [
        HISTORY + " A film of it opened on Friday.",
        HISTORY + " A museum was opened in 2024.",
        HISTORY.replace("In 1722 the", "The").replace("By 1725 both", "Both"),
        "They met in 1720, 1722, 1725 and 1726.",
        HISTORY + " It rained." * 30,
    ],
    ids=["a day of now", "a year of now", "few times", "few sentences", "few times for so long a text"],
)
def test_other_texts_are_none(text: str) -> None:
    assert not Writing(text, date(2025, 7, 2)).is_history


def test_a_history_is_none_for_who_lived_then() -> None:
    assert not Writing(HISTORY, date(1731, 1, 1)).is_history
