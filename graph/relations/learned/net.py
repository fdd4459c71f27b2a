"""The net: what is seen of a sentence and its pairs → for each pair, how much speaks for each relation, and its cue.

An encoder of three transformer layers (the first of MiniLM, W. Wang et al. 2020, tuned on) reads the sentence; each
pair looks at its words with two attention heads, whose keys know the pair's ends and the way between them; the first
head is trained to lie on the words that state the relation, and so points at the cue. The weights are whole numbers, in
graph/data/learned.npz, which scripts/train.py writes. Pairs that may stand in a relation are read a second time
(graph/relations/learned/again).
"""

import functools
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from graph.data_files import DATA
from graph.errors import DataError
from graph.relations.learned.again import Again
from graph.relations.learned.encoder import Encoder
from graph.relations.learned.judge import Judge
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.view import Names, Pair, Seen
from graph.relations.learned.weights import FORM, Stored

__all__ = ["FILE", "FORM", "Net", "Told", "net"]

FILE = DATA / "learned.npz"
ADVICE = "install entente again, or read with --reader rules"


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
        stored = Stored(arrays)
        self.relations: tuple[str, ...] = tuple(stored.meta["relations"])
        self.pieces = Pieces(stored.meta["pieces"])
        self.names = Names.told(stored.meta, self.pieces)
        marks = self.names.marks.items()
        self.marks_of = [[n for mark, n in marks if mark.rpartition(".")[0] == one] for one in self.relations]
        self._encode, self._judge = Encoder(stored), Judge(stored)
        self.again = Again(stored)

    def __call__(self, seen: Sequence[Seen], pairs: Sequence[Sequence[Pair]]) -> list[list[Told]]:
        """Return what it says of each pair of each sentence."""
        if not any(pairs):
            return [[] for _ in seen]
        scores, more, cues = self._judge(self._encode(seen), seen, pairs)
        told = map(Told, map(tuple, scores.tolist()), more[:, 0].tolist(), more[:, 1].tolist(), cues.tolist())
        return [list(islice(told, len(each))) for each in pairs]


@functools.cache
def net(path: Path = FILE) -> Net:
    """Return the net of the file. Raises DataError where it or onnxruntime is missing, damaged or another version."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return Net({name: file[name] for name in file.files})
    except OSError as error:
        raise DataError(
            f"{path.name}: the learned reader cannot be read ({error.strerror or error}); {ADVICE}"
        ) from error
    except ImportError as error:
        raise DataError(
            f"onnxruntime, by which the learned reader reads, cannot be loaded ({error}); {ADVICE}"
        ) from error
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise DataError(f"{path.name}: the learned reader is damaged or of another version; {ADVICE}") from error
