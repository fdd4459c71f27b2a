"""Sentences → a vector for each of their pieces: transformer layers (A. Vaswani et al. 2017), their sums in blocks."""

from collections.abc import Sequence

import numpy as np

from graph.relations.learned.sums import Array, Linear, attention, gelu, normalise
from graph.relations.learned.view import Seen
from graph.relations.learned.weights import Stored

BLOCK = 128  # pieces that go through the wide part of a layer together


class Encoder:
    """The layers with their weights."""

    def __init__(self, stored: Stored, part: str = "") -> None:
        """Take the weights whose names begin so; the vectors of the pieces are the same for all parts."""
        self._words, self._scale = stored.raw("words.weight"), stored.scale("words.weight")
        self._positions = stored[f"{part}positions.weight"]
        self._norm = stored.pair(f"{part}n0")
        self._layers = [Layer(stored, f"{part}layers.{n}.") for n in range(stored.layers)]

    def __call__(self, seen: Sequence[Seen], added: Array | None = None) -> Array:
        """Return the vectors of the pieces of all sentences, laid end to end; each looks at its own sentence only.

        `added` is put to the vectors of the pieces before the layers.
        """
        lengths = [len(one.pieces) for one in seen]
        ids = np.concatenate([one.pieces for one in seen])
        x: Array = self._words[ids].astype(np.float32)
        x *= self._scale[ids][:, None]
        x += self._positions[np.concatenate([np.arange(n) for n in lengths])]
        if added is not None:
            x += added
        normalise(x, *self._norm)
        starts = np.cumsum([0, *lengths]).tolist()
        for layer in self._layers:
            layer(x, starts)
        return x


class Layer:
    """Attention, and two matrices with a bend between them; each is added to what went in."""

    def __init__(self, stored: Stored, name: str) -> None:
        """Take the weights whose names begin so."""
        self.heads = stored.heads
        weight, bias = stored.pair(f"{name}qkv")
        width = weight.shape[1]
        scale = np.ones((3 * width, 1), dtype=np.float32)
        scale[:width] = np.sqrt(self.heads / width)
        self.looks = Linear(weight * scale, bias * scale[:, 0])
        self.joins, self.widens, self.narrows = (Linear(*stored.pair(name + part)) for part in "oiu")
        self.first, self.second = stored.pair(f"{name}n1"), stored.pair(f"{name}n2")

    def __call__(self, x: Array, starts: Sequence[int]) -> None:
        """Put the vectors of the pieces through the layer, in place."""
        x += self.joins(attention(self.looks(x), starts, self.heads))
        normalise(x, *self.first)
        for start in range(0, len(x), BLOCK):
            rows = x[start : start + BLOCK]
            rows += self.narrows(gelu(self.widens(rows)))
            normalise(rows, *self.second)
