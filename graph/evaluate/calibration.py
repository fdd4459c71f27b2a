"""Right and false statements with their confidence → whether the confidence means what it says.

A confidence is calibrated where of the statements with 0.8 eight in ten are right. Two figures: the expected
calibration error (M. P. Naeini, G. F. Cooper and M. Hauskrecht 2015, "Obtaining well calibrated probabilities using
Bayesian binning", AAAI 29; ten equal bins), and the area under the ROC curve: how often a right statement has more
than a false one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.evaluate.evaluation import Evaluation

BINS = 10
Judged = tuple[float, bool]
"""A confidence, and whether the statement is right."""


@dataclass(frozen=True, slots=True)
class Point:
    """What is left if only statements of at least some confidence are taken."""

    confidence: float
    right: int
    false: int
    owed: int

    @property
    def precision(self) -> float:
        """The share of right ones among those left; 0 where none is left."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of found ones among what is owed; 0 where nothing is owed."""
        return self.right / self.owed if self.owed else 0.0


def judged(result: Evaluation) -> list[Judged]:
    """Return the confidence of each statement that is right or false; what is optional is neither."""
    right = [(found.said.confidence, True) for found in result.found]
    return right + [(wrong.said.confidence, False) for wrong in result.false]


def calibration_error(pairs: Sequence[Judged]) -> float | None:
    """Return the expected calibration error, in 0..1; None where there is nothing to judge."""
    bins: dict[int, list[Judged]] = {}
    for pair in pairs:
        bins.setdefault(min(int(pair[0] * BINS), BINS - 1), []).append(pair)
    gaps = (abs(sum(p for p, _ in held) - sum(right for _, right in held)) for held in bins.values())
    return sum(gaps) / len(pairs) if pairs else None


def roc_area(pairs: Sequence[Judged]) -> float | None:
    """Return the area under the ROC curve, in 0..1; equal ones count half. None where all are right, or false."""
    ranked = sorted(pairs)
    right = sum(one for _, one in ranked)
    false = len(ranked) - right
    if not right or not false:
        return None
    below, area, start = 0, 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        here = sum(one for _, one in ranked[start:end])
        area += here * (below + (end - start - here) / 2)
        below, start = below + end - start - here, end
    return area / (right * false)


def points(result: Evaluation, confidences: Iterable[float]) -> list[Point]:
    """Return what is left at each of these confidences."""
    pairs, owed = judged(result), result.total.found + result.total.missed
    found = []
    for least in confidences:
        left = [right for confidence, right in pairs if confidence >= least]
        found.append(Point(least, sum(left), len(left) - sum(left), owed))
    return found
