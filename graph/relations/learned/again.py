"""A sentence and one pair of it → how much speaks for each relation of the pair, its ends marked in what is read.

The first reading of a sentence is the same for all its pairs, so that who exactly is against whom is left to what each
pair looks at. Where a pair may stand in a relation, the part of the sentence around it is read once more for this pair
alone, with its ends and the way between them put to the words before the layers (markers of ends: Z. Zhong, D. Chen
2021, "A Frustratingly Easy Approach for Entity and Relation Extraction"). Layers of its own, the same word pieces.
"""

from collections.abc import Sequence

import numpy as np

from graph.relations.learned.encoder import Encoder
from graph.relations.learned.sums import Array, gelu, ranges_of, sums_of
from graph.relations.learned.view import Pair, Seen, around
from graph.relations.learned.weights import Stored

PART = "again."  # its weights' names begin so
FEW = 32  # pairs that are judged together


class Again:
    """The part of the net that reads a sentence for one pair."""

    def __init__(self, stored: Stored) -> None:
        """Take the weights."""
        self._encode = Encoder(stored, PART)
        self._tags, self._labels = stored[f"{PART}tag.weight"], stored[f"{PART}dep.weight"]
        self._marks, self._flags = stored.linear(f"{PART}lex"), stored.linear(f"{PART}flag")
        self._asks, self._bag = stored.linear(f"{PART}q"), stored[f"{PART}bag.weight"]
        self._hidden, self._out = stored.linear(f"{PART}hidden"), stored.linear(f"{PART}out")

    def __call__(self, seen: Sequence[Seen], pairs: Sequence[Pair]) -> Array:
        """Return the scores of each pair (row) by relation (column), as log odds; `seen` is the sentence of each."""
        relations = self._out.weight.shape[1]
        found = np.empty((len(pairs), relations), dtype=np.float32)
        near = [around(*one) for one in zip(seen, pairs, strict=True)]
        for start in range(0, len(pairs), FEW):
            found[start : start + FEW] = self._read(*zip(*near[start : start + FEW], strict=True))
        return found

    def _read(self, seen: Sequence[Seen], pairs: Sequence[Pair]) -> Array:
        x = self._encode(seen, self._added(seen, pairs))
        parts = list(ranges_of([len(one.pieces) for one in seen]))
        looks, starts = self._asks(x), [start for start, _ in parts]
        lengths = [end - start for start, end in parts]
        looks = np.exp(looks - np.repeat(np.maximum.reduceat(looks, starts), lengths, axis=0))
        looks /= np.repeat(np.add.reduceat(looks, starts), lengths, axis=0)
        seeks = np.zeros((2 + looks.shape[1], len(x)), dtype=np.float32)  # of both ends, and of what is looked at
        seeks[2:] = looks.T
        for one, pair, (start, _) in zip(seen, pairs, parts, strict=True):
            for row, (anchor, first, stop) in zip(seeks, (pair.source, pair.target), strict=False):
                for a, b in (one.spans[anchor], (one.spans[first, 0], one.spans[stop - 1, 1])):
                    row[start + a : start + b] += 0.5 / (b - a)
        rows = np.stack([seeks[:, start:end] @ x[start:end] for start, end in parts])
        source, target = rows[:, 0], rows[:, 1]
        told = sums_of(self._bag, [pair.features for pair in pairs])
        whole = np.concatenate([source, target, source * target, rows[:, 2:].reshape(len(pairs), -1), told], 1)
        return self._out(gelu(self._hidden(whole)))

    def _added(self, seen: Sequence[Seen], pairs: Sequence[Pair]) -> Array:
        """Return what is put to the vectors of the pieces: tag, label, marks of the word, and what it is to the pair.

        A piece that stands for a name of several words gets the mean of these; those at both ends get nothing.
        """
        words = self._tags[np.concatenate([one.tags for one in seen])]
        words += self._labels[np.concatenate([one.labels for one in seen])]
        words += self._marks(np.concatenate([one.marks for one in seen]).astype(np.float32))
        words += self._flags(np.concatenate([pair.bits for pair in pairs]).astype(np.float32))
        parts = list(ranges_of([len(one.pieces) for one in seen]))
        spans = np.concatenate([one.spans + start for one, (start, _) in zip(seen, parts, strict=True)])
        first = np.flatnonzero(np.diff(spans[:, 0], prepend=-1))  # a name's further words have the same span
        mean = np.add.reduceat(words, first) / np.diff(first, append=len(words))[:, None].astype(np.float32)
        start, end = spans[first].T
        added = np.zeros((parts[-1][1], words.shape[1]), dtype=np.float32)
        added[np.concatenate([np.arange(a + 1, b - 1) for a, b in parts])] = np.repeat(mean, end - start, axis=0)
        return added
