"""The layers of an encoder → a graph of the ONNX kind, their matrices in whole numbers; scripts/train.py calls it.

What goes into a matrix is first brought to like sizes in all its columns (G. Xiao et al. 2022, "SmoothQuant": what a
column is divided by, its row of the matrix is multiplied with), then each row is rounded to -127 … 127 by a scale of
its own. The matrices have -63 … 63 by column: two such products of eight and seven bits never exceed sixteen, in which
older processors add them, so that all processors have the same sums.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
import torch
from learning import HEADS, WIDTH, Encoder
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from graph.relations.learned.encoder import INTO, OUT

ACTIVE, WEIGHT, ZERO = 127, 63, 128
MICROSOFT = "com.microsoft"  # operators of onnxruntime's own
TINY = 1e-9
PARTS = ("qkv", "o", "i", "u")

Array = NDArray[np.float32]


@dataclass
class Graph:
    """A graph that grows: its operators in order, and its constants."""

    operators: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    zeros: str = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the zero of the whole numbers, once for each row."""
        rows = self.add("Shape", INTO, start=0, end=1)
        self.zeros = self.add("Expand", self.constant(ZERO, np.uint8), rows)

    def constant(self, value: Any, kind: type = np.float32) -> str:
        """Add a constant and return its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value, dtype=kind), name))
        return name

    def add(self, operator: str, *into: str, out: Sequence[str] = (), domain: str = "", **how: Any) -> str:
        """Add an operator and return the name of what comes out of it first."""
        out = out or [f"v{len(self.operators)}"]
        self.operators.append(helper.make_node(operator, into, out, domain=domain, **how))
        return out[0]

    def normal(self, x: str, norm: torch.nn.LayerNorm) -> str:
        """Add a normalisation of each row."""
        weight, bias = (self.constant(one.detach().numpy()) for one in (norm.weight, norm.bias))
        return self.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=norm.eps)

    def product(self, x: str, weight: Array, smooth: Array | None) -> str:
        """Add the product of the rows of `x` with a matrix (into × out), both in whole numbers.

        Its columns are divided by `smooth`, unless they were before.
        """
        if smooth is not None:
            x = self.add("Mul", x, self.constant(1 / smooth))
        greatest = self.add("ReduceMax", self.add("Abs", x), self.constant([1], np.int64), keepdims=1)
        step = self.add("Max", self.add("Mul", greatest, self.constant(1 / ACTIVE)), self.constant(TINY))
        one, zero = self.constant(1), self.constant(ZERO, np.uint8)
        steps = self.add("Reshape", step, self.constant([-1], np.int64))
        whole = self.add("QuantizeLinear", x, steps, self.zeros, axis=0)
        scale = np.abs(weight).max(0) / WEIGHT
        matrix, scales = self.constant(np.rint(weight / scale), np.int8), self.constant(scale)
        return self.add(
            "Mul", self.add("MatMulIntegerToFloat", whole, matrix, one, scales, zero, domain=MICROSOFT), step
        )


def graph_of(encoder: Encoder, greatest: Mapping[str, Array]) -> bytes:
    """Return the graph; `greatest`: of what goes into each matrix, the greatest size by column (see `sizes`)."""
    graph = Graph()
    x = graph.normal(INTO, encoder.n0)
    for number, layer in enumerate(encoder.layers):
        matrices = {part: getattr(layer, part).weight.detach().numpy().T.copy() for part in PARTS}
        added = {part: getattr(layer, part).bias.detach().numpy().copy() for part in PARTS}
        smooth = {part: np.sqrt(greatest[f"layers.{number}.{part}"] / np.abs(matrices[part]).max(1)) for part in PARTS}
        matrices["qkv"][:, :WIDTH] *= np.sqrt(HEADS / WIDTH)
        added["qkv"][:WIDTH] *= np.sqrt(HEADS / WIDTH)
        matrices["qkv"][:, 2 * WIDTH :] /= smooth["o"]  # what the pieces hold: so its mean is divided
        added["qkv"][2 * WIDTH :] /= smooth["o"]
        for part in PARTS:
            matrices[part] *= smooth[part][:, None]
        looks = graph.product(x, matrices["qkv"], smooth["qkv"])
        mean = _attention(graph, graph.add("Add", looks, graph.constant(added["qkv"])))
        joined = graph.add("Add", graph.product(mean, matrices["o"], None), graph.constant(added["o"]))
        x = graph.normal(graph.add("Add", x, joined), layer.n1)
        wide = graph.product(x, matrices["i"], smooth["i"])
        wide = graph.add("BiasGelu", wide, graph.constant(added["i"]), domain=MICROSOFT)
        narrow = graph.add("Add", graph.product(wide, matrices["u"], smooth["u"]), graph.constant(added["u"]))
        x = graph.normal(graph.add("Add", x, narrow), layer.n2)
    graph.add("Identity", x, out=[OUT])
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["pieces", WIDTH]) for name in (INTO, OUT)]
    made = helper.make_graph(graph.operators, "layers", ends[:1], ends[1:], graph.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(made, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _attention(graph: Graph, looks: str) -> str:
    """Add what each piece sees of the others: the mean of what they hold, weighed by how well they answer it."""
    shape = graph.constant([-1, 3, HEADS, WIDTH // HEADS], np.int64)
    heads = graph.add("Transpose", graph.add("Reshape", looks, shape), perm=[1, 2, 0, 3])
    asks, answers, holds = (f"{heads}.{part}" for part in ("asks", "answers", "holds"))
    graph.add("Split", heads, out=(asks, answers, holds), axis=0, num_outputs=3)
    score = graph.add("MatMul", asks, graph.add("Transpose", answers, perm=[0, 1, 3, 2]))
    mean = graph.add("MatMul", graph.add("Softmax", score, axis=-1), holds)
    back = graph.constant([-1, WIDTH], np.int64)
    return graph.add("Reshape", graph.add("Transpose", mean, perm=[0, 2, 1, 3]), back)


@contextmanager
def sizes(encoder: Encoder) -> Iterator[dict[str, Array]]:
    """Give a table that, while the encoder reads, gathers the greatest size by column of what goes into each matrix."""
    greatest: dict[str, Array] = {}

    def gather(name: str, into: torch.Tensor) -> None:
        size = into.detach().abs().reshape(-1, into.shape[-1]).amax(0).numpy()
        greatest[name] = np.maximum(greatest.get(name, size), size)

    hooks = [
        getattr(layer, part).register_forward_pre_hook(lambda _, into, name=f"layers.{n}.{part}": gather(name, into[0]))
        for n, layer in enumerate(encoder.layers)
        for part in PARTS
    ]
    try:
        yield greatest
    finally:
        for hook in hooks:
            hook.remove()
