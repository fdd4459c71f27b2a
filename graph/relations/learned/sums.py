"""The sums that the net is made of, each done in place, in blocks that the processor's cache holds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

FEW = 32  # rows at a time where steps without a matrix follow one another
ERROR = 0.3275911, (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
"""For the error function, right to 1.5e-7 (M. Abramowitz, I. Stegun 1964, 7.1.26)."""

Array = NDArray[np.float32]


class Linear:
    """A matrix, laid out as it is multiplied with, and what is added."""

    def __init__(self, weight: Array, bias: Array | None = None) -> None:
        """Take the weights, a row for each number that comes out."""
        self.weight, self.bias = np.ascontiguousarray(weight.T), bias

    def __call__(self, x: Array) -> Array:
        """Return what comes out for each row."""
        y: Array = np.dot(x, self.weight)
        if self.bias is not None:
            y += self.bias
        return y


def gelu(x: Array) -> Array:
    """Turn each number into x · Φ(x), where Φ is the normal distribution (D. Hendrycks, K. Gimpel 2016, "GELUs")."""
    for start in range(0, len(x), FEW):
        _gelu(x[start : start + FEW])
    return x


def _gelu(x: Array) -> None:
    """Φ(x) = (1 + erf(x / √2)) / 2; erf is taken of the size alone."""
    step, (*factors, last) = ERROR
    size = np.abs(x)
    t = size * np.float32(step / np.sqrt(2))
    t += np.float32(1)
    np.divide(np.float32(1), t, out=t)
    rest = t * np.float32(last)
    for factor in reversed(factors):
        rest += np.float32(factor)
        rest *= t
    np.multiply(x, x, out=t)
    t *= np.float32(-0.5)
    np.exp(t, out=t)
    rest *= t  # 1 - erf
    np.subtract(np.float32(1), rest, out=rest)
    rest *= size
    x += rest
    x *= np.float32(0.5)


def sums_of(table: Array, numbers: Sequence[NDArray[np.int64]]) -> Array:
    """Return for each list of numbers, none of them empty, the sum of these rows of the table."""
    starts = list(accumulate(map(len, numbers[:-1]), initial=0))
    return np.asarray(np.add.reduceat(table[np.concatenate(numbers)], starts))


def ranges_of(lengths: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield for each part where it begins and ends when all are laid end to end."""
    return pairwise(accumulate(lengths, initial=0))
