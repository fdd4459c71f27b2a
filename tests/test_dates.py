"""Dates in, days out; and advice for what is not a date."""

import pytest

from graph.dates import date_of, days_of, overlap, period_of
from graph.errors import UsageError

ADVICE = "write a year, a month or a day, such as 2009, 2009-05 or 2009-05-01"


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("1772", ("1772-01-01", "1772-12-31")),
        ("2008-02", ("2008-02-01", "2008-02-29")),
        ("2008-08-08", ("2008-08-08", "2008-08-08")),
        ("1980/1989", ("1980-01-01", "1989-12-31")),
        ("1980-09-22/1988-08", ("1980-09-22", "1988-08-31")),
        ("2014/..", ("2014-01-01", None)),
        ("../1991", (None, "1991-12-31")),
    ],
)
def test_the_days_of_a_period(period: str, days: tuple[str | None, str | None]) -> None:
    assert days_of(period) == days


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("1989", "1980/1989", True),
        ("1990", "1980/1989", False),
        ("1979", "1980/1989", False),
        ("2014/..", "2020-05", True),
        ("2014/..", "2013", False),
        ("../1991", "1991-12-31", True),
        ("../1991", "1992/..", False),
        ("../1991", "1990/..", True),
    ],
)
def test_whether_periods_meet(one: str, other: str, meet: bool) -> None:
    assert overlap(one, other) is meet
    assert overlap(other, one) is meet


@pytest.mark.parametrize("text", ["2009", "2009-05", "2009-05-01", "2024-02-29"])
def test_a_date_is_taken(text: str) -> None:
    assert date_of(text, "--since") == text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("01/05/2009", "--since 01/05/2009: is not a date; write the year first: 2009-05-01 or 2009-01-05"),
        ("31.12.2009", "--since 31.12.2009: is not a date; write the year first: 2009-12-31"),
        ("tomorrow", f"--since tomorrow: is not a date; {ADVICE}"),
    ],
)
def test_advice_for_what_is_no_date(text: str, advice: str) -> None:
    with pytest.raises(UsageError) as error:
        date_of(text, "--since")
    assert str(error.value) == advice


@pytest.mark.parametrize("text", ["", *"2009-13 2009-02-30 0000 20090501 2009-5-1 ２００９ 99/99/2009".split()])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a date"):
        date_of(text, "--until")


@pytest.mark.parametrize("text", ["2009", "1980/1989", "2014/..", "../1991"])
def test_a_period_is_taken(text: str) -> None:
    assert period_of(text, "--when") == text


@pytest.mark.parametrize("text", ["..", "1980-1989", "1980/1989/1990", "1980/", "during the war"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not a time.*1980/1989 for a period"):
        period_of(text, "--when")


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="write the earlier date first"):
        period_of("1989/1980", "--when")
