"""A sentence and one pair of it → how much speaks for each relation of the pair, its ends marked in what is read.

The first reading of a sentence is the same for all its pairs, so that who exactly is against whom is left to what each
pair looks at. Where a pair may stand in a relation, the part of the sentence around it is read once more for this pair
alone, with its ends and the way between them put to the words before the layers (markers of ends: Z. Zhong, D. Chen
2021, "A Frustratingly Easy Approach for Entity and Relation Extraction"). Layers of its own, the same word pieces.
"""

from collections.abc import Sequence

import numpy as np

from graph.relations.learned.encoder import Encoder
from graph.relations.learned.sums import Array, gelu, sums_of
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
        x = self._encode(seen, [self._added(*one) for one in zip(seen, pairs, strict=True)])
        asks, rows, at = self._asks(x), list[Array](), 0
        for one, pair in zip(seen, pairs, strict=True):
            here, look = x[at : at + len(one.pieces)], asks[at : at + len(one.pieces)]
            look = np.exp(look - look.max(0))
            source, target = (_end(here, one, end) for end in (pair.source, pair.target))
            rows.append(np.concatenate([source, target, source * target, ((look / look.sum(0)).T @ here).ravel()]))
            at += len(here)
        told = sums_of(self._bag, [pair.features for pair in pairs])
        return self._out(gelu(self._hidden(np.concatenate([np.stack(rows), told], 1))))

    def _added(self, seen: Seen, pair: Pair) -> Array:
        """Return what is put to the vectors of the pieces: tag, label, marks of the word, and what it is to the pair.

        A piece that stands for a name of several words gets the mean of these.
        """
        words = self._tags[seen.tags] + self._labels[seen.labels] + self._marks(seen.marks.astype(np.float32))
        words += self._flags(pair.bits.astype(np.float32))
        first = np.flatnonzero(np.diff(seen.spans[:, 0], prepend=-1))  # a name's further words have the same span
        mean = np.add.reduceat(words, first) / np.diff(first, append=len(words))[:, None].astype(np.float32)
        start, end = seen.spans[first].T
        added = np.zeros((len(seen.pieces), words.shape[1]), dtype=np.float32)
        added[start[0] : end[-1]] = np.repeat(mean, end - start, axis=0)
        return added


def _end(x: Array, seen: Seen, end: tuple[int, int, int]) -> Array:
    """Return the vector of an end: half that of its anchor, half the mean of its pieces."""
    anchor, start, stop = end
    (a, b), first, last = seen.spans[anchor], seen.spans[start][0], seen.spans[stop - 1][1]
    return np.asarray((x[a:b].mean(0) + x[first:last].mean(0)) / np.float32(2))
