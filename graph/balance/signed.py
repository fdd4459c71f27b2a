"""The graph `kg` in, a signed graph out: one sign for each pair, whole numbers for names, so that searching is quick.

Contested pairs, called allied in one text and opposed in another, have no sign here; they are kept aside, not netted.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from graph.query.pairs import Pair

Edge = tuple[int, int]


@dataclass(frozen=True)
class Signed:
    """Names with a sign for each pair of neighbours: `signs[i, j]` with i < j is +1 or −1."""

    names: tuple[str, ...]
    signs: dict[Edge, int]
    pairs: dict[Edge, Pair]

    def neighbours(self) -> list[list[tuple[int, int]]]:
        """Return for each name its neighbours with their sign, in order."""
        near: list[list[tuple[int, int]]] = [[] for _ in self.names]
        for (i, j), sign in sorted(self.signs.items()):
            near[i].append((j, sign))
            near[j].append((i, sign))
        return near

    def plain(self) -> nx.Graph:
        """Return the graph without signs, for methods that know none."""
        plain = nx.Graph()
        plain.add_nodes_from(range(len(self.names)))
        plain.add_edges_from(sorted(self.signs))
        return plain


def signed(pairs: Iterable[Pair]) -> Signed:
    """Return the signed graph of the pairs that are not contested."""
    kept = [pair for pair in pairs if pair.sign]
    names = tuple(sorted({name for pair in kept for name in (pair.one, pair.other)}))
    number = {name: i for i, name in enumerate(names)}
    of = {(number[pair.one], number[pair.other]): pair for pair in kept}
    return Signed(names, {edge: pair.sign for edge, pair in of.items()}, of)


def triangles(signs: dict[Edge, int]) -> list[tuple[int, int, int]]:
    """Return all triangles i < j < k, in order; each edge looks at its less connected end only."""
    near: dict[int, set[int]] = {}
    for i, j in signs:
        near.setdefault(i, set()).add(j)
        near.setdefault(j, set()).add(i)
    found = [
        (i, j, k) for i, j in signs for k in min(near[i], near[j], key=len) if k > j and k in near[i] and k in near[j]
    ]
    return sorted(found)


def product(signs: dict[Edge, int], triangle: tuple[int, int, int]) -> int:
    """Return the product of a triangle's three signs: −1 where it is not balanced."""
    i, j, k = triangle
    return signs[i, j] * signs[j, k] * signs[i, k]
