"""The net: what is seen of a sentence and its pairs → for each pair, how much speaks for each relation, and its cue.

An encoder of three transformer layers (the first of MiniLM, W. Wang et al. 2020, tuned on) reads the sentence; each
pair looks at its words with two attention heads, whose keys know the pair's ends and the way between them; the first
head is trained to lie on the words that state the relation, and so points at the cue. All by numpy: the weights are
whole numbers of eight bits with a scale for each row, in graph/data/learned.npz, which scripts/train.py writes.
"""

import functools
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.data_files import DATA
from graph.errors import DataError
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.view import Names, Pair, Seen

FILE = DATA / "learned.npz"
FORM = 1  # of the file; another is refused
ADVICE = "install entente again, or read with --reader rules"
TINY = 1e-12
NOT_HERE = np.float32(-1e4)

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Told:
    """What the net says of one pair: a score for each relation (log odds), of symmetric and denied; the cue's word."""

    scores: tuple[float, ...]
    symmetric: float
    denied: float
    cue: int


class Net:
    """The net with its weights."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        """Take the arrays of the file. Raises KeyError, ValueError where they are not what they should be."""
        meta = json.loads(bytes(arrays["meta"]).decode())
        if meta["form"] != FORM:
            raise ValueError(f"form {meta['form']}")
        self.relations: tuple[str, ...] = tuple(meta["relations"])
        self.pieces = Pieces(meta["pieces"])
        self.names = Names.told(meta, self.pieces)
        marks = self.names.marks.items()
        self.marks_of = [[n for mark, n in marks if mark.rpartition(".")[0] == one] for one in self.relations]
        self._layers, self._heads = int(meta["layers"]), int(meta["heads"])
        self._words = arrays["words.weight"], arrays["words.weight.scale"]
        self._of = {name: _whole(arrays, name) for name in arrays if not name.startswith(("meta", "words."))}

    def __call__(self, seen: Sequence[Seen], pairs: Sequence[Sequence[Pair]]) -> list[list[Told]]:
        """Return what it says of each pair of each sentence."""
        read = self._encode(seen) if seen else []
        return [
            self._judge(one, words, each) if each else [] for one, words, each in zip(seen, read, pairs, strict=True)
        ]

    def _encode(self, seen: Sequence[Seen]) -> list[Array]:
        """Return a vector for each piece of each sentence; laid end to end, each looks at itself only."""
        of, numbers, scale = self._of, *self._words
        ids = np.concatenate([one.pieces for one in seen])
        lengths = [len(one.pieces) for one in seen]
        places = np.concatenate([np.arange(n) for n in lengths])
        x = numbers[ids].astype(np.float32) * scale[ids][:, None] + of["positions.weight"][places]
        x = _normal(x, of["n0.weight"], of["n0.bias"])
        starts = np.cumsum([0, *lengths])
        for n in range(self._layers):
            x = self._layer(x, f"layers.{n}.", starts)
        return [x[a:b] for a, b in pairwise(starts)]

    def _layer(self, x: Array, name: str, starts: NDArray[np.int64]) -> Array:
        of = self._of
        qkv = _linear(x, of[f"{name}qkv.weight"], of[f"{name}qkv.bias"])
        size = x.shape[1] // self._heads
        mixed = np.empty_like(x)
        for a, b in pairwise(starts):
            q, k, v = qkv[a:b].reshape(b - a, 3, self._heads, size).transpose(1, 2, 0, 3)
            seen = _softmax(q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(size)))
            mixed[a:b] = (seen @ v).transpose(1, 0, 2).reshape(b - a, -1)
        x = _normal(x + _linear(mixed, of[f"{name}o.weight"], of[f"{name}o.bias"]), *self._norm(f"{name}n1"))
        inner = _gelu(_linear(x, of[f"{name}i.weight"], of[f"{name}i.bias"]))
        return _normal(x + _linear(inner, of[f"{name}u.weight"], of[f"{name}u.bias"]), *self._norm(f"{name}n2"))

    def _norm(self, name: str) -> tuple[Array, Array]:
        return self._of[f"{name}.weight"], self._of[f"{name}.bias"]

    def _judge(self, seen: Seen, x: Array, pairs: Sequence[Pair]) -> list[Told]:
        of = self._of
        words = np.stack([x[a:b].mean(0) for a, b in seen.spans])
        words = words + of["tag.weight"][seen.tags] + of["dep.weight"][seen.labels]
        words = words + seen.marks.astype(np.float32) @ of["lex.weight"].T
        one = np.stack([_end(words, pair.source) for pair in pairs])
        other = np.stack([_end(words, pair.target) for pair in pairs])
        bits = np.stack([p.bits for p in pairs]).astype(np.float32)
        key = _linear(words, of["key.weight"], of["key.bias"])[None] + bits @ of["flag.weight"].T
        key = np.tanh(key + (one @ of["qa.weight"].T + other @ of["qb.weight"].T)[:, None])
        score = _linear(key, of["score.weight"], of["score.bias"]) + bits @ of["flag_score.weight"].T
        at_end = (bits[..., 0] > 0) | (bits[..., 2] > 0)
        score[..., 0][at_end] = NOT_HERE
        looked = _softmax(score.transpose(0, 2, 1))
        value = _linear(words, of["value.weight"], of["value.bias"])
        context = (looked @ value).reshape(len(pairs), -1)
        a, b = (_linear(v, of[f"{e}.weight"], of[f"{e}.bias"]) for v, e in ((one, "ea"), (other, "eb")))
        bag = np.stack([of["bag.weight"][p.features].sum(0) for p in pairs])
        plain = np.stack([of["bagout.weight"][p.features].sum(0) for p in pairs])
        z = _gelu(_linear(np.concatenate([a, b, a * b, context, bag], 1), of["hidden.weight"], of["hidden.bias"]))
        y = (
            _linear(_gelu(_linear(z, of["hidden2.weight"], of["hidden2.bias"])), of["out.weight"], of["out.bias"])
            + plain
        )
        more = _linear(z, of["more.weight"], of["more.bias"])
        cues = score[..., 0].argmax(1)
        return [
            Told(tuple(map(float, scores)), float(m[0]), float(m[1]), int(cue))
            for scores, m, cue in zip(y, more, cues, strict=True)
        ]


@functools.cache
def net(path: Path = FILE) -> Net:
    """Return the net of the data file. Raises DataError where it is missing, damaged or of another version."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return Net({name: file[name] for name in file.files})
    except OSError as error:
        raise DataError(
            f"{path.name}: the learned reader cannot be read ({error.strerror or error}); {ADVICE}"
        ) from error
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise DataError(f"{path.name}: the learned reader is damaged or of another version; {ADVICE}") from error


def _whole(arrays: Mapping[str, Any], name: str) -> Array:
    """Return the weights of a name as they are to be used: whole numbers times the scale of their row."""
    values = arrays[name]
    if values.dtype == np.int8:
        return np.asarray(values.astype(np.float32) * arrays[f"{name}.scale"].astype(np.float32)[:, None])
    return np.asarray(values.astype(np.float32))


def _end(words: Array, end: tuple[int, int, int]) -> Array:
    """Return the vector of an end: half its anchor, half the mean of its words."""
    anchor, first, last = end
    return np.asarray(words[anchor] / 2 + words[first:last].mean(0) / 2)


def _linear(x: Array, weight: Array, bias: Array) -> Array:
    return np.asarray(x @ weight.T + bias)


def _normal(x: Array, weight: Array, bias: Array) -> Array:
    middle = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((middle * middle).mean(-1, keepdims=True) + np.float32(TINY))
    return np.asarray(middle / spread * weight + bias)


def _softmax(x: Array) -> Array:
    x = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(x / x.sum(-1, keepdims=True))


def _gelu(x: Array) -> Array:
    return np.asarray(x * (1 + _erf(x / np.float32(np.sqrt(2)))) / 2)


def _erf(x: Array) -> Array:
    """Return the error function, right to 1.5e-7 (M. Abramowitz, I. Stegun 1964, 7.1.26)."""
    t = 1 / (1 + np.float32(0.3275911) * np.abs(x))
    a = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
    total = np.zeros_like(t)
    for factor in a:
        total = (total + np.float32(factor)) * t
    return np.asarray(np.sign(x) * (1 - total * np.exp(-x * x)))
