"""The graph kg in, groups of names out: communities and camps, both inferred, for the colours of the page.

A community holds names with many statements between them, friend or foe (Louvain; Blondel and others 2008). The camps
are those of `graph.balance`: two sides of all that are called allied or opposed, with as few pairs that do not fit as
a search finds. No text says either.
"""

from collections.abc import Callable

import networkx as nx

from graph.balance import camps
from graph.balance.between import camp_names

SEED = 7

TRIES = 10_000
"""So many tries the search for camps makes in all, about; with very many names it may miss the best split."""


def communities(kg: nx.MultiDiGraph, order: Callable[[str], int]) -> dict[str, int]:
    """Return each name's community: 0 is the largest; of equal ones that with the earliest name in `order`."""
    plain = nx.Graph()
    plain.add_nodes_from(sorted(kg))
    between: dict[tuple[str, str], int] = {}
    for source, target, weight in kg.edges(data="weight", default=1):
        pair = (min(source, target), max(source, target))
        between[pair] = between.get(pair, 0) + weight
    plain.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(between.items()))
    found = nx.community.louvain_communities(plain, seed=SEED) if between else [{name} for name in plain]
    ranked = sorted(found, key=lambda names: (-len(names), min(map(order, names))))
    return {name: number for number, names in enumerate(ranked) for name in names}


def camps_of_names(kg: nx.MultiDiGraph) -> dict[str, str]:
    """Return the camp of each name that is in one: "1A" and "1B" are those of the largest part."""
    tries = min(100, max(1, TRIES // max(len(kg), 1)))
    return dict(camp_names(camps(kg, quick=tries)))
