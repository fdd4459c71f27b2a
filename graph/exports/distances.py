"""The ties of a graph in, the distances at which its names should stand out: friends near, opponents far.

A path with an even number of opposed ties leads to a friend (the enemy of an enemy), one with an odd number to an
opponent. Each name is therefore taken twice, once on each side: allied ties stay on their side, opposed ties change
it. The shortest way to the friendly side, or to the other one plus `GAP`, is the distance to aim at.
"""

from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np

GAP = 1.6
"""How much farther an opponent stands than a friend, in lengths of an allied tie."""

NEUTRAL = 1.3
"""Length of a tie that is neither allied nor opposed: a visit, or a denial."""

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Ties:
    """The pairs of one graph by number of name: `first[i]` and `second[i]` are tied, `signs[i]` says how.

    A sign is 1 (allied), -1 (opposed), 0 (neither), 2 (both: contested).
    """

    names: list[str]
    first: Array = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    second: Array = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    signs: Array = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


def ties_of(kg: nx.MultiDiGraph) -> Ties:
    """Sum up the edges of `kg` as ties between pairs, names in sorted order."""
    names = sorted(kg)
    number = {name: i for i, name in enumerate(names)}
    signs: dict[tuple[int, int], set[int]] = {}
    for source, target, sign in kg.edges(data="sign", default=0):
        pair = (min(number[source], number[target]), max(number[source], number[target]))
        if pair[0] != pair[1]:
            signs.setdefault(pair, set()).add(int(sign))
    rows = [(a, b, 2 if {1, -1} <= found else sum(found)) for (a, b), found in sorted(signs.items())]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Ties(names, table[:, 0], table[:, 1], table[:, 2])


def ideal_distances(ties: Ties, pivots: Array) -> Array:
    """Return the distance to aim at from each name (row) to each of `pivots` (column); all must be connected."""
    count = len(ties.names)
    sides = _shortest(*_arcs(ties, count), count, pivots)
    return np.minimum(sides[:count], sides[count:] + GAP)


def tie_lengths(ties: Ties) -> Array:
    """Return the length to aim at of each tie itself; a contested one lies between friend and opponent."""
    lengths = {1: 1.0, -1: 1.0 + GAP, 0: NEUTRAL, 2: 1.0 + GAP / 2}
    return np.array([lengths[int(sign)] for sign in ties.signs], dtype=np.float64)


def _arcs(ties: Ties, count: int) -> tuple[Array, Array, Array]:
    """Return start, end and length of every step between the two sides, sorted by end."""
    same, other = ties.signs != -1, (ties.signs == -1) | (ties.signs == 2)
    length = np.where(ties.signs == 0, NEUTRAL, 1.0)
    parts = []
    for chosen, shift in ((same, 0), (other, count)):
        a, b, long = ties.first[chosen], ties.second[chosen], length[chosen]
        for one, two in ((a, b), (b, a)):
            parts += [(one, two + shift, long), (one + count, two + count - shift, long)]
    start, end, long = (np.concatenate([part[i] for part in parts]) for i in range(3))
    order = np.lexsort((start, end))
    return start[order], end[order], long[order]


def _shortest(start: Array, end: Array, length: Array, count: int, pivots: Array) -> Array:
    """Return the shortest way from each pivot to both sides of all names (Bellman and Ford, all pivots at once)."""
    far = np.full((2 * count, len(pivots)), np.inf, dtype=np.float32)
    far[pivots, np.arange(len(pivots))] = 0.0
    heads = np.flatnonzero(np.r_[True, end[1:] != end[:-1]])
    targets = end[heads]
    while True:
        best = np.minimum.reduceat(far[start] + length[:, None].astype(np.float32), heads, axis=0)
        shorter = np.minimum(far[targets], best)
        if np.array_equal(shorter, far[targets]):
            return far
        far[targets] = shorter
