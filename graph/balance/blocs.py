"""The graph `kg` in, blocs out: as many as fit, or k of them, with friends inside and enemies between.

Where two camps are too few (three mutual enemies), more blocs may fit better: weak balance (Davis 1967). The least
number of pairs that do not fit is the line index for k blocs (Doreian and Mrvar 1996); without a number of blocs it is
correlation clustering (Bansal, Blum and Chawla 2004). An inference, as the camps are.
"""

import random
from dataclasses import dataclass

import networkx as nx

from graph.balance.search import Near
from graph.balance.signed import Edge, Signed, signed, triangles
from graph.errors import UsageError
from graph.query.pairs import Pair, signed_pairs
from graph.query.times import Past

STARTS = 20
MOST_SWEEPS = 100


@dataclass(frozen=True, slots=True)
class Blocs:
    """Blocs, the largest first; `misfits` are friends in different blocs and enemies in one.

    `lower` is a proven lower bound of the number of misfits, whatever the blocs.
    """

    blocs: tuple[tuple[str, ...], ...]
    pairs: int
    misfits: tuple[Pair, ...]
    lower: int

    @property
    def proven(self) -> bool:
        """Whether it is proven that no blocs have fewer misfits."""
        return self.lower == len(self.misfits)


def blocs(kg: nx.MultiDiGraph, k: int | None = None, seed: int = 0, past: Past = "without") -> Blocs:
    """Return at most `k` blocs (as many as fit best, without `k`) with few misfits, found by a seeded search."""
    if k is not None and k < 1:
        raise UsageError("there must be at least one bloc")
    graph = signed(signed_pairs(kg, past))
    near = graph.neighbours()
    draw = random.Random(seed)
    starts = [_settle(near, _start(near, k, number, draw), k, draw) for number in range(STARTS)]
    place = min(starts, key=lambda place: (len(_misfits(graph, place)), len(set(place))))
    if k is None:
        place = _apart(graph, place)
    misfits = tuple(graph.pairs[edge] for edge in _misfits(graph, place))
    groups = [tuple(n for n, at in zip(graph.names, place, strict=True) if at == bloc) for bloc in set(place)]
    found = tuple(sorted(groups, key=lambda names: (-len(names), names)))
    return Blocs(found, len(graph.pairs), misfits, _lower_bound(graph.signs))


def _start(near: Near, k: int | None, number: int, draw: random.Random) -> list[int]:
    """Return where the search begins: at first each name alone or all together, then anywhere."""
    if number == 0:
        return list(range(len(near))) if k is None else [0] * len(near)
    return [draw.randrange(k or max(2, number)) for _ in near]


def _settle(near: Near, place: list[int], k: int | None, draw: random.Random) -> list[int]:
    """Move names, one by one, to the bloc that suits them best, until none wants to move."""
    for _ in range(MOST_SWEEPS):
        moved = False
        for i in draw.sample(range(len(near)), len(near)):
            liking = {place[i]: 0}
            for j, sign in near[i]:
                liking[place[j]] = liking.get(place[j], 0) + sign
            empty = next(b for b in range(len(near) + 1) if b not in liking)  # as good as any that i has no tie with
            if k is None or empty < k:
                liking.setdefault(empty, 0)
            best = max(liking, key=lambda b: (liking[b], b == place[i], -b))
            moved |= best != place[i]
            place[i] = best
        if not moved:
            break
    return place


def _apart(graph: Signed, place: list[int]) -> list[int]:
    """Return the blocs with strangers apart: two names that no friends connect need not be in one."""
    friends = nx.Graph()
    friends.add_nodes_from(range(len(place)))
    friends.add_edges_from((i, j) for (i, j), sign in graph.signs.items() if sign > 0 and place[i] == place[j])
    return [at for _, at in sorted((i, at) for at, part in enumerate(nx.connected_components(friends)) for i in part)]


def _misfits(graph: Signed, place: list[int]) -> list[Edge]:
    return sorted(edge for edge, sign in graph.signs.items() if (place[edge[0]] == place[edge[1]]) != (sign > 0))


def _lower_bound(signs: dict[Edge, int]) -> int:
    """Return the number of triangles of two friendships and one enmity that share no edge: each has a misfit."""
    used: set[Edge] = set()
    count = 0
    for i, j, k in triangles(signs):
        edges = {(i, j), (j, k), (i, k)}
        if sum(signs[edge] for edge in edges) == 1 and used.isdisjoint(edges):
            used |= edges
            count += 1
    return count
