"""An encoder of spaCy's models in, the same one made faster out: its layers are run in blocks that the cache holds.

The encoder is a stack of residual layers: window of three words, maxout of some pieces, layer norm. thinc runs each
step over all words of a batch, so that megabytes go to memory and back between the steps, and its maxout takes the
pieces one number at a time. Here a block of words goes through all steps of a layer before the next block, and the
pieces are whole rows. What is added and multiplied is the same.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from thinc.api import Model

BLOCK = 1024  # words that go through a layer together: their windows take a megabyte
EPSILON = 1e-8  # thinc's, in its layer norm
STEPS = ("expand_window", "maxout", "layernorm", "dropout")


def fast_encoder(model: Model[Any, Any]) -> bool:
    """Let the stack of layers in `model` be run in blocks; return whether there is one of the form known here."""
    for node in list(model.walk()):
        for place, chain in enumerate(node.layers):
            if node.name.startswith("with_array") and _is_stack(chain):
                layers = list(map(Layer, chain.layers))
                node.layers[place] = Model("fast_encoder", _forward, layers=[chain], attrs={"stack": layers})
                return True
    return False


class Layer:
    """One residual layer, with its weights as they are needed."""

    def __init__(self, residual: Model[Any, Any]) -> None:
        """Take the layer."""
        maxout, norm = (node for node in residual.walk(order="dfs_pre") if node.name in ("maxout", "layernorm"))
        weights: Any = maxout.get_param("W")
        self.width, self.pieces, self.window = weights.shape
        self.weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(self.window, -1))
        self.bias = np.ascontiguousarray(maxout.get_param("b").T).reshape(-1)
        self.scale, self.shift = norm.get_param("G"), norm.get_param("b")

    def run(self, padded: Any) -> Any:
        """Return the output for rows of words between two rows of zeros, in the same form."""
        count, step = len(padded) - 2, padded.strides[0]
        result = np.empty_like(padded)
        result[0] = result[-1] = 0
        windows = as_strided(padded, (count, self.window), (step, padded.itemsize), writeable=False)
        inputs = np.empty((min(BLOCK, count), self.window), dtype="f")
        products = np.empty((len(inputs), self.width * self.pieces), dtype="f")
        for start in range(0, count, BLOCK):
            size = min(BLOCK, count - start)
            words, pieces = inputs[:size], products[:size]
            np.copyto(words, windows[start : start + size])
            np.dot(words, self.weights, out=pieces)
            pieces += self.bias
            best = result[start + 1 : start + 1 + size]
            np.maximum.reduce(pieces.reshape(size, self.pieces, self.width), axis=1, out=best)
            self._normalise(best)
            best += padded[start + 1 : start + 1 + size]
        return result

    def _normalise(self, rows: Any) -> None:
        """Bring each row to the mean 0 and the variance 1, then scale and shift it, in place."""
        count = np.float32(self.width)
        rows -= np.add.reduce(rows, axis=1, keepdims=True) / count
        variance = np.add.reduce(rows * rows, axis=1, keepdims=True) / count
        rows *= (variance + np.float32(EPSILON)) ** np.float32(-0.5)
        rows *= self.scale
        rows += self.shift


def _is_stack(chain: Model[Any, Any]) -> bool:
    return bool(chain.layers) and all(map(_is_known, chain.layers))


def _is_known(layer: Model[Any, Any]) -> bool:
    """Whether a layer is residual(expand_window >> maxout >> layernorm >> dropout), of three words."""
    steps = [node for node in layer.walk(order="dfs_pre") if not node.layers]
    if not layer.name.startswith("residual") or tuple(node.name for node in steps) != STEPS:
        return False
    return steps[0].attrs["window_size"] == 1 and steps[1].get_dim("nI") == 3 * steps[1].get_dim("nO")


def _forward(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    if is_train or not len(rows):
        done: tuple[Any, Callable[[Any], Any]] = model.layers[0](rows, is_train)
        return done
    stack: Sequence[Layer] = model.attrs["stack"]
    padded = np.zeros((len(rows) + 2, rows.shape[1]), dtype="f")
    padded[1:-1] = rows
    for layer in stack:
        padded = layer.run(padded)
    return padded[1:-1], lambda gradient: gradient
