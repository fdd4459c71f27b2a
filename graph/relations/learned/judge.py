"""The vectors of the pieces of sentences, and their pairs → for each pair, how much speaks for each relation, its cue.

Each pair looks at the words of its sentence with two attention heads, whose keys know the pair's ends and the way
between them; the first head points at the words that state the relation. What is the same for all pairs of a sentence,
or for all with an end, is computed once.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graph.relations.learned.sums import Array, gelu, ranges_of, sums_of
from graph.relations.learned.view import Pair, Seen
from graph.relations.learned.weights import Stored

NOT_HERE = np.float32(-1e4)
SOURCE, TARGET = 0, 2  # columns of a pair's bits: the words of its ends

Places = NDArray[np.int64]


class Judge:
    """The part of the net that judges pairs."""

    def __init__(self, stored: Stored) -> None:
        """Take the weights."""
        self._tags, self._labels = stored["tag.weight"], stored["dep.weight"]
        self._marks, self._flags = stored.linear("lex"), stored.linear("flag")
        self._key, self._value = stored.linear("key"), stored.linear("value")
        self._score, self._flag_score = stored.linear("score"), stored.linear("flag_score")
        self._asks = stored.linear("qa"), stored.linear("qb")
        self._ends = stored.linear("ea"), stored.linear("eb")
        self._bag = np.concatenate([stored["bag.weight"], stored["bagout.weight"]], 1)
        self._hidden, self._hidden2 = stored.linear("hidden"), stored.linear("hidden2")
        self._out, self._more = stored.linear("out"), stored.linear("more")

    def __call__(self, x: Array, seen: Sequence[Seen], pairs: Sequence[Sequence[Pair]]) -> tuple[Array, Array, Places]:
        """Return for all pairs in order: scores, what else is said of how it is stated, numbers of the cues' words."""
        words = self._words(x, seen)
        ends, rows = _ends(words, seen, pairs)
        context, cues = self._context(words, ends, rows, seen, pairs)
        relations = self._out.weight.shape[1]
        told = sums_of(self._bag, [pair.features for each in pairs for pair in each])
        one, other = (part(ends)[rows[:, end]] for end, part in enumerate(self._ends))
        z = gelu(self._hidden(np.concatenate([one, other, one * other, context, told[:, :-relations]], 1)))
        scores = self._out(gelu(self._hidden2(z))) + told[:, -relations:]
        return scores, self._more(z), cues

    def _context(
        self, words: Array, ends: Array, rows: Places, seen: Sequence[Seen], pairs: Sequence[Sequence[Pair]]
    ) -> tuple[Array, Places]:
        """Return for each pair what its two heads see of its sentence, and the word that the first looks at most."""
        keys, values = self._key(words), self._value(words)
        source, target = (part(ends)[rows[:, end]] for end, part in enumerate(self._asks))
        asks, context, cues = source + target, list[Array](), list[Places]()
        ranges = zip(ranges_of(map(len, seen)), ranges_of(map(len, pairs)), pairs, strict=True)
        for (a, b), (first, last), each in ranges:
            if each:
                looked, cue = self._look(keys[a:b], asks[first:last], each)
                context.append((looked @ values[a:b]).reshape(len(each), -1))
                cues.append(cue)
        return np.concatenate(context), np.concatenate(cues)

    def _words(self, x: Array, seen: Sequence[Seen]) -> Array:
        """Return the vectors of the words: the mean of their pieces, with tag, label and marks of the lexicon."""
        starts = np.cumsum([0, *(len(one.pieces) for one in seen)])
        spans = np.concatenate([one.spans + start for one, start in zip(seen, starts[:-1], strict=True)])
        first, lengths = spans[:, 0], spans[:, 1] - spans[:, 0]
        words: Array = x[first]
        for piece in range(1, lengths.max()):
            longer = lengths > piece
            words[longer] += x[first[longer] + piece]
        words /= lengths[:, None].astype(np.float32)
        words += self._tags[np.concatenate([one.tags for one in seen])]
        words += self._labels[np.concatenate([one.labels for one in seen])]
        words += self._marks(np.concatenate([one.marks for one in seen]).astype(np.float32))
        return words

    def _look(self, keys: Array, asks: Array, pairs: Sequence[Pair]) -> tuple[Array, Places]:
        """Return how much each pair of a sentence looks at each word with two heads, and where the first looks most."""
        bits = np.stack([pair.bits for pair in pairs])
        flags = bits.reshape(-1, bits.shape[2]).astype(np.float32)
        key = self._flags(flags).reshape(len(pairs), len(keys), -1)
        key += keys
        key += asks[:, None]
        np.tanh(key, out=key)
        score = self._score(key.reshape(len(flags), -1))
        score += self._flag_score(flags)
        score = score.reshape(len(pairs), len(keys), -1)
        score[..., 0][bits[..., SOURCE] | bits[..., TARGET]] = NOT_HERE
        cues = score[..., 0].argmax(1)
        score -= score.max(1, keepdims=True)
        np.exp(score, out=score)
        score /= score.sum(1, keepdims=True)
        return score.transpose(0, 2, 1), cues


def _ends(words: Array, seen: Sequence[Seen], pairs: Sequence[Sequence[Pair]]) -> tuple[Array, Places]:
    """Return a vector for each end, half its anchor and half the mean of its words, and the two rows of each pair."""
    known: dict[tuple[int, int, int], int] = {}
    rows = [
        [known.setdefault((at + anchor, at + start, at + end), len(known)) for anchor, start, end in ends]
        for (at, _), each in zip(ranges_of(map(len, seen)), pairs, strict=True)
        for ends in ((pair.source, pair.target) for pair in each)
    ]
    share = np.zeros((len(known), len(words)), dtype=np.float32)
    for row, (anchor, start, end) in enumerate(known):
        share[row, start:end] = 0.5 / (end - start)
        share[row, anchor] += 0.5
    return share @ words, np.array(rows)
