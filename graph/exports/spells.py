"""Edges in, the times at which they held out: what GEXF calls spells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import networkx as nx

from graph.dates import Days, days_of
from graph.records import Statement


def spells_of(edge: Mapping[str, Any]) -> list[Days]:
    """Return the spells of an edge, in order; none where no sentence says when it was.

    A statement holds at the time that its sentence gives; the others from the first day to the last on which one was
    made: "In 1772, …" in a text of 2025 gives 1772, and no day of 2025.
    """
    if not edge["when"]:
        return []
    evidence: tuple[Statement, ...] = edge["evidence"]
    said = [s.date for s in evidence if s.date and not s.when and not s.past]
    told: list[Days] = [(min(said), max(said))] if said else []
    return joined(chain(map(days_of, edge["when"]), told))


def node_spells(kg: nx.MultiDiGraph) -> Mapping[str, list[Days]]:
    """Return the spells of each name: those of its edges, and the days on which texts speak of it."""
    found: dict[str, list[Days]] = defaultdict(list)
    for source, target, edge in kg.edges(data=True):
        for name in {source, target} if edge["when"] else ():
            found[name] += spells_of(edge)
    for name, spells in found.items():
        first, last = kg.nodes[name]["first"], kg.nodes[name]["last"]
        found[name] = joined([*spells, (first, last)] if first else spells)
    return found


def joined(spells: Iterable[Days]) -> list[Days]:
    """Return the spells in order, those that overlap as one."""
    found: list[Days] = []
    for first, last in sorted(spells, key=lambda days: (days[0] or "", days[1] is None, days[1] or "")):
        end = found[-1][1] if found else ""
        if found and (end is None or (first or "") <= end):
            found[-1] = (found[-1][0], None if end is None or last is None else max(end, last))
        else:
            found.append((first, last))
    return found
