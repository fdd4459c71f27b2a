"""Words that count from the day of a text → dates."""

from datetime import date

import pytest

from graph.relations.times import calendar

DAY = date(2025, 7, 2)  # a Wednesday


def test_the_day_of_a_text_is_a_whole_date() -> None:
    assert calendar.day_of("2025-07-02") == DAY
    assert [calendar.day_of(text) for text in (None, "2025", "2025-07", "no date at all", "2025-02-30")] == [None] * 5


@pytest.mark.parametrize(
    ("unit", "number", "found"),
    [
        ("day", -3, "2025-06-29"),
        ("week", -1, "2025-06-23/2025-06-29"),
        ("week", 0, "2025-06-30/2025-07-06"),
        ("month", -1, "2025-06"),
        ("month", -7, "2024-12"),
        ("month", 6, "2026-01"),
        ("year", -3, "2022"),
        ("year", -3000, None),
        ("decade", -2, None),
    ],
)
def test_so_many_units_on(unit: str, number: int, found: str | None) -> None:
    assert calendar.unit_on(DAY, unit, number) == found


@pytest.mark.parametrize(
    ("unit", "number", "found"),
    [
        ("year", 2, "2023/2025-07-02"),
        ("decade", 1, "2015/2025-07-02"),
        ("month", 3, "2025-04/2025-07-02"),
        ("week", 1, "2025-06-23/2025-07-02"),
    ],
)
def test_the_time_up_to_the_day(unit: str, number: int, found: str) -> None:
    assert calendar.span_of(DAY, unit, number) == found


@pytest.mark.parametrize(
    ("weekday", "ahead", "step", "found"),
    [
        (1, False, "", "2025-06-30"),
        (1, True, "", "2025-07-07"),
        (3, False, "", "2025-07-02"),
        (3, True, "", "2025-07-02"),
        (3, False, "last", "2025-06-25"),
        (3, True, "next", "2025-07-09"),
    ],
)
def test_the_nearest_weekday(weekday: int, ahead: bool, step: str, found: str) -> None:
    assert calendar.weekday_near(DAY, weekday, ahead, step) == found


@pytest.mark.parametrize(
    ("month", "ahead", "step", "found"),
    [
        (8, False, "", "2024-08"),
        (8, True, "", "2025-08"),
        (7, False, "", "2025-07"),
        (7, False, "last", "2024-07"),
        (7, True, "next", "2026-07"),
        (5, True, "", "2026-05"),
    ],
)
def test_the_nearest_month(month: int, ahead: bool, step: str, found: str) -> None:
    assert calendar.month_near(DAY, month, ahead, step) == found


@pytest.mark.parametrize(
    ("month", "number", "ahead", "found"),
    [
        (7, 2, False, "2025-07-02"),
        (7, 3, False, "2024-07-03"),
        (7, 1, True, "2026-07-01"),
        (2, 29, False, "2024-02-29"),
        (2, 29, True, None),
        (2, 30, True, None),
    ],
)
def test_the_nearest_day_of_a_month(month: int, number: int, ahead: bool, found: str | None) -> None:
    assert calendar.date_near(DAY, month, number, ahead) == found
