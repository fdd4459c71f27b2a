"""The sums that the net is made of, each done in place, in blocks that the processor's cache holds."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

TINY = np.float32(1e-12)
MOST = np.float32(80)  # of which exp can be taken
FEW = 32  # rows at a time where steps without a matrix follow one another
ERROR = 0.3275911, (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
"""For the error function, right to 1.5e-7 (M. Abramowitz, I. Stegun 1964, 7.1.26)."""

Array = NDArray[np.float32]


class Linear:
    """A matrix, laid out as it is multiplied with, and what is added."""

    def __init__(self, weight: Array, bias: Array | None = None) -> None:
        """Take the weights, a row for each number that comes out."""
        self.weight, self.bias = np.ascontiguousarray(weight.T), bias

    def __call__(self, x: Array, out: Array | None = None) -> Array:
        """Return what comes out for each row."""
        y: Array = np.dot(x, self.weight, out=out)
        if self.bias is not None:
            y += self.bias
        return y


def normalise(x: Array, scale: Array, shift: Array) -> None:
    """Bring each row to the mean 0 and the variance 1, then scale and shift it."""
    count = np.float32(x.shape[-1])
    x -= np.add.reduce(x, axis=-1, keepdims=True) / count
    variance = np.einsum("ij,ij->i", x, x)[:, None] / count
    x *= 1 / np.sqrt(variance + TINY)
    x *= scale
    x += shift


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


def attention(x: Array, starts: Sequence[int], heads: int) -> Array:
    """Return for each piece the mean of what the pieces of its sentence hold, weighed by how well they answer it.

    `x` holds for each piece what it asks (scaled), what it answers to, and what it holds, each for all heads.
    """
    width = x.shape[1] // 3
    result = np.empty((len(x), heads, width // heads), dtype=np.float32)
    for a, b in pairwise(starts):
        asks, answers, holds = x[a:b].reshape(b - a, 3, heads, -1).transpose(1, 2, 0, 3)
        weights = answers @ asks.transpose(0, 2, 1)
        np.clip(weights, -MOST, MOST, out=weights)  # instead of the greatest taken off, which takes longer
        np.exp(weights, out=weights)
        mean = weights.transpose(0, 2, 1) @ holds
        mean /= np.add.reduce(weights, axis=1)[:, :, None]
        result[a:b] = mean.transpose(1, 0, 2)
    return result.reshape(len(x), width)


def sums_of(table: Array, numbers: Sequence[NDArray[np.int64]]) -> Array:
    """Return for each list of numbers, none of them empty, the sum of these rows of the table."""
    starts = list(accumulate(map(len, numbers[:-1]), initial=0))
    return np.asarray(np.add.reduceat(table[np.concatenate(numbers)], starts))
