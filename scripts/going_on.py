"""graph/data/learned.npz → the nets as torch learns them, to go on from there; `scripts/train.py --on` calls it.

The layers lie in the file as graphs with smoothed and rounded matrices (scripts/layers.py). Smoothing is undone, but
for that of what the pieces hold, which stays divided and the next matrix multiplied: the same sums. So the nets answer
as the file's do; the difference (0.04 in log odds, on average) is what the file's rounding of their input makes.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from layers import PARTS, Array
from learning import HEADS, WIDTH, Encoder
from onnx import numpy_helper

from graph.relations.learned.again import PART
from graph.relations.learned.encoder import LAYERS
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.weights import Stored

Weights = tuple[Any, Any]  # of a matrix or a normalisation: weight, bias


def go_on(first: Encoder, again: Encoder, path: Path, pieces: Pieces, marks: Sequence[str]) -> None:
    """Give both readings the weights of the file; word pieces that it lacks keep those that they have.

    `marks`: the names of the lexicon's marks, in the order of the nets; those that the file lacks weigh nothing.
    """
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    stored = Stored(arrays)
    for net, part in ((first, ""), (again, PART)):
        told = {name.removeprefix(part): name for name in arrays if name.startswith(PART) == bool(part)}
        with torch.no_grad():
            for name, value in net.named_parameters():
                if name == "lex.weight":
                    value.zero_()
                    value[:, [marks.index(mark) for mark in stored.meta["marks"]]] = torch.from_numpy(
                        stored[told[name]]
                    )
                elif name in told and name != "words.weight":
                    value[: len(stored[told[name]])] = torch.from_numpy(stored[told[name]])
            known = [pieces.number[piece] for piece in stored.meta["pieces"]]
            net.words.weight[known] = torch.from_numpy(stored["words.weight"])
            _take(net, bytes(arrays[part + LAYERS]))


def _take(net: Encoder, model: bytes) -> None:
    """Give the layers of a net the weights of a graph."""
    graph = onnx.load_from_string(model).graph
    constants = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    matrices, norms = (list(each) for each in (_matrices(graph, constants), _norms(graph, constants)))
    for layer, *parts in zip(net.layers, *(matrices[n::4] for n in range(4)), norms[1::2], norms[2::2], strict=True):
        for name, (weight, bias) in zip((*PARTS, "n1", "n2"), parts, strict=True):
            getattr(layer, name).weight.copy_(torch.from_numpy(weight.copy()))
            getattr(layer, name).bias.copy_(torch.from_numpy(bias.copy()))
    net.n0.weight.copy_(torch.from_numpy(norms[0][0].copy()))
    net.n0.bias.copy_(torch.from_numpy(norms[0][1].copy()))


def _norms(graph: Any, constants: Mapping[str, Array]) -> Iterator[Weights]:
    """Yield the normalisations in order: that before the layers, then two of each layer."""
    for operator in graph.node:
        if operator.op_type == "LayerNormalization":
            yield constants[operator.input[1]], constants[operator.input[2]]


def _matrices(graph: Any, constants: Mapping[str, Array]) -> Iterator[Weights]:
    """Yield the matrices (out × into) of each layer with what is added: looks, joins, widens, narrows."""
    makes = {name: operator for operator in graph.node for name in operator.output}
    takes = {name: operator for operator in graph.node for name in operator.input}
    products = (operator for operator in graph.node if operator.op_type == "MatMulIntegerToFloat")
    for number, product in enumerate(products):
        weight = constants[product.input[1]] * constants[product.input[3]]
        divided = makes[makes[product.input[0]].input[0]]  # whole ← by its columns
        if divided.op_type == "Mul" and divided.input[1] in constants:
            weight = weight * constants[divided.input[1]][:, None]
        added = takes[takes[product.output[0]].output[0]]
        bias = next(constants[name] for name in added.input if name in constants)
        if number % len(PARTS) == 0:
            asks = np.where(np.arange(3 * WIDTH) < WIDTH, np.sqrt(WIDTH / HEADS), 1).astype(np.float32)
            weight, bias = weight * asks, bias * asks
        yield weight.T, bias
