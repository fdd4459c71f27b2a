"""Sentences → a vector for each of their pieces: transformer layers (A. Vaswani et al. 2017) in whole numbers.

The layers are a graph of the ONNX kind (scripts/layers.py writes it), which onnxruntime runs: matrices of whole
numbers; what they are multiplied with is rounded to whole numbers row by row. Each sentence is read by itself.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from graph.relations.learned.sums import Array
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

    def __call__(self, seen: Sequence[Seen], added: Sequence[Array] | None = None) -> Array:
        """Return the vectors of the pieces of all sentences, laid end to end; each looks at its own sentence only.

        `added` is put to the vectors of the pieces of each sentence before the layers.
        """
        read = list[Array]()
        for number, one in enumerate(seen):
            x = self._words[one.pieces].astype(np.float32)
            x *= self._scale[one.pieces][:, None]
            x += self._positions[: len(x)]
            if added is not None:
                x += added[number]
            read += self._layers.run([OUT], {INTO: x})
        return np.concatenate(read)


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
