"""Right and false statements with their confidence → calibration error, area under ROC, what is left."""

import pytest

from graph.evaluate import Claim, Claims, GoldText, Owed, evaluate
from graph.evaluate.calibration import Point, calibration_error, judged, points, roc_area


@pytest.mark.parametrize(
    ("pairs", "error", "area"),
    [
        ([], None, None),
        ([(0.9, True)], pytest.approx(0.1), None),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0, 0.5),
        ([(0.9, True), (0.1, False)], pytest.approx(0.1), 1.0),
        ([(0.1, True), (0.9, False)], pytest.approx(0.9), 0.0),
        ([(1.0, True), (0.0, False)], 0.0, 1.0),
        ([(0.6, True), (0.4, True), (0.4, False), (0.2, False)], pytest.approx(0.2), 0.875),
    ],
)
def test_figures(pairs: list[tuple[float, bool]], error: float | None, area: float | None) -> None:
    assert (calibration_error(pairs), roc_area(pairs)) == (error, area)


def test_what_is_left_at_a_confidence() -> None:
    owed = tuple(Owed((name,), (name,), "opposed", ("Mali",), ("Mali",)) for name in ("Chad", "Togo", "Peru"))
    said = tuple(
        Claim(name, name, "opposed", "Mali", "Mali", confidence=confidence)
        for name, confidence in (("Chad", 0.9), ("Togo", 0.4), ("Cuba", 0.6))
    )
    result = evaluate([GoldText("1", None, owed)], [Claims("1", said)])
    assert sorted(judged(result)) == [(0.4, True), (0.6, False), (0.9, True)]
    every, half, none = points(result, (0.0, 0.5, 1.0))
    assert (every, half) == (Point(0.0, 2, 1, 3), Point(0.5, 1, 1, 3))
    assert (half.precision, half.recall, none.precision, none.recall) == (0.5, 1 / 3, 0.0, 0.0)
