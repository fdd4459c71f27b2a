"""Triads: three names of whom each pair has a sign, balanced or not, with the quotes for each side.

A triad is balanced where the product of its signs is positive: the friend of a friend is a friend, the enemy of an
enemy is a friend (Heider 1946; Cartwright and Harary 1956). Under weak balance three enemies are stable as well
(Davis 1967).
"""

from dataclasses import dataclass

import networkx as nx

from graph.balance.signed import product, signed, triangles
from graph.query.pairs import Pair, signed_pairs
from graph.query.times import Past


@dataclass(frozen=True, slots=True)
class Triad:
    """Three names in sorted order, their three pairs, and whether these are balanced."""

    names: tuple[str, str, str]
    pairs: tuple[Pair, Pair, Pair]
    balanced: bool

    @property
    def signs(self) -> str:
        """The signs of the three pairs, as "++-"."""
        return "".join("+" if pair.sign > 0 else "-" for pair in self.pairs)


def triads(kg: nx.MultiDiGraph, weak: bool = False, past: Past = "without") -> tuple[Triad, ...]:
    """Return all triads in sorted order; with `weak`, three enemies count as balanced."""
    graph = signed(signed_pairs(kg, past))
    found = []
    for triangle in triangles(graph.signs):
        i, j, k = triangle
        pairs = (graph.pairs[i, j], graph.pairs[j, k], graph.pairs[i, k])
        enemies = all(pair.sign < 0 for pair in pairs)
        balanced = product(graph.signs, triangle) > 0 or (weak and enemies)
        found.append(Triad((graph.names[i], graph.names[j], graph.names[k]), pairs, balanced))
    return tuple(found)
