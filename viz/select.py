"""A graph in, the part of it that one page shows out, with a count of what was left out.

A page of 5,000 names is slow to draw and nobody can read it. So a page shows the names with the most statements,
or those around names that are asked for, and says what it left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.errors import UsageError
from graph.kg.own import check_graph
from graph.query.names import resolve

NODES = 500
"""How many names a page shows unless asked otherwise."""


FIRST = 60
"""How many of these it draws at first."""

FEW = 80
"""So few names are all drawn at first."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a page does not show of its graph: names and statements left out, and which choice left them out."""

    nodes: int = 0
    statements: int = 0
    limit: int | None = None
    about: tuple[str, ...] = ()
    hops: int = 0


def select(
    kg: nx.MultiDiGraph, nodes: int | None = NODES, about: str | Sequence[str] | None = None, hops: int = 1
) -> tuple[nx.MultiDiGraph, LeftOut]:
    """Return the part of `kg` to show, as a view.

    `about` keeps the names given and those at most `hops` edges away; `nodes` keeps the strongest of these, None all.
    """
    check_graph(kg)
    centre = _named(kg, about)
    kept = _around(kg, centre, hops) if centre else set(kg)
    if nodes is not None:
        if nodes < 1:
            raise UsageError(f"nodes is {nodes}; a page needs at least 1 name, or None for all of them")
        kept = set(strongest(kg.subgraph(kept), nodes, centre))
    part = kg.subgraph(kept)
    left = LeftOut(len(kg) - len(part), _statements(kg) - _statements(part), nodes, centre, hops if centre else 0)
    return part, left


def strengths(kg: nx.MultiDiGraph) -> dict[str, int]:
    """Return how many statements each name has a part in."""
    counts = dict.fromkeys(kg, 0)
    for source, target, weight in kg.edges(data="weight", default=1):
        counts[source] += weight
        if target != source:
            counts[target] += weight
    return counts


def drawn_first(kg: nx.MultiDiGraph) -> list[str]:
    """Return the names that the page draws at first: the strongest, or all where they are few."""
    return sorted(kg) if len(kg) <= FEW else strongest(kg, FIRST)


def strongest(kg: nx.MultiDiGraph, count: int, centre: Sequence[str] = ()) -> list[str]:
    """Return at most `count` names, those of `centre`, then those with the most statements, each with a neighbour.

    A name all of whose neighbours are weaker brings the strongest of them along, and stays out where there is room for
    one only.
    """
    strength = strengths(kg)
    order = sorted(kg, key=lambda name: (name not in centre, -strength[name], str(name)))
    rank = {name: i for i, name in enumerate(order)}
    kept: dict[str, None] = {}
    for name in order:
        if len(kept) >= count:
            break
        near = sorted({(rank[n], n) for n in nx.all_neighbors(kg, name) if n != name})
        alone = count > 1 and bool(near) and not any(n in kept for _, n in near)
        if len(kept) + alone < count:
            kept.update(dict.fromkeys([name, near[0][1]] if alone else [name]))
    return list(kept)


def _named(kg: nx.MultiDiGraph, about: str | Sequence[str] | None) -> tuple[str, ...]:
    asked = [about] if isinstance(about, str) else list(about or ())
    return tuple(dict.fromkeys(resolve(kg, name) for name in asked))


def _around(kg: nx.MultiDiGraph, centre: Iterable[str], hops: int) -> set[str]:
    if hops < 0:
        raise UsageError(f"hops is {hops}; give 0 or more")
    kept = edge_of_it = set(centre)
    for _ in range(hops):
        edge_of_it = {n for name in edge_of_it for n in nx.all_neighbors(kg, name)} - kept
        kept = kept | edge_of_it
    return kept


def _statements(kg: nx.MultiDiGraph) -> int:
    return sum(weight for *_, weight in kg.edges(data="weight", default=1))
