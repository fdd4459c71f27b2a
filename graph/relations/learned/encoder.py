"""Sentences → a vector for each of their pieces: transformer layers (A. Vaswani et al. 2017) in whole numbers.

The layers are a graph of the ONNX kind (scripts/layers.py writes it), which onnxruntime runs: matrices of whole
numbers; what they are multiplied with is rounded to whole numbers row by row. Each sentence is read by itself.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from graph.relations.learned.sums import Array, ranges_of
from graph.relations.learned.view import Seen
from graph.relations.learned.weights import Stored

LAYERS = "layers"  # the graph's name among the arrays of a part
INTO, OUT = "x", "y"  # what goes into the graph and comes out: pieces × width
ERRORS_ONLY = 3  # of what onnxruntime would log: it warns of hardware that nobody asked for


class Encoder:
    """The layers with their weights."""

    def __init__(self, stored: Stored, part: str = "") -> None:
        """Take the weights whose names begin so; the vectors of the pieces are the same for all parts."""
        self._words, self._scale = stored.raw("words.weight"), stored.scale("words.weight")
        self._positions = stored[f"{part}positions.weight"]
        self._layers = _session(bytes(stored.raw(part + LAYERS)))

    def __call__(self, seen: Sequence[Seen], added: Array | None = None) -> Array:
        """Return the vectors of the pieces of all sentences, laid end to end; each looks at its own sentence only.

        `added` is put to the vectors of the pieces before the layers. What is the same is read once.
        """
        pieces = np.concatenate([one.pieces for one in seen])
        x = self._words[pieces].astype(np.float32)
        x *= self._scale[pieces][:, None]
        x += self._positions[np.concatenate([np.arange(len(one.pieces)) for one in seen])]
        if added is not None:
            x += added
        known: dict[bytes, Array] = {}
        return np.concatenate([self._read(x[a:b], known) for a, b in ranges_of([len(one.pieces) for one in seen])])

    def _read(self, x: Array, known: dict[bytes, Array]) -> Array:
        """Return what the layers make of one sentence; `known`: what they made of others."""
        key = x.tobytes()
        if key not in known:
            (known[key],) = self._layers.run([OUT], {INTO: x})
        return known[key]


def _session(layers: bytes) -> Any:
    """Return what runs the graph, by one thread. Raises ValueError for what is no such graph, ImportError."""
    import onnxruntime as runtime

    runtime.set_default_logger_severity(ERRORS_ONLY)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    try:
        return runtime.InferenceSession(layers, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # because its own faults have no class of their own
        raise ValueError("not a graph of layers") from error
