"""Statements and a choice of time in, those that pass out: with or without the past, at a time that sentences give."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import networkx as nx

from graph.dates import overlap, period_of
from graph.errors import UsageError
from graph.kg.build import assemble
from graph.kg.own import project_of
from graph.records import Statement

Past = Literal["with", "without", "only"]
PASTS = ("with", "without", "only")


def in_time(statements: Iterable[Statement], past: Past = "with", when: str | None = None) -> Iterator[Statement]:
    """Yield the statements with or without those about a closed past, or these only.

    `when` is a period ("1989", "1980/1989", "2014/.."): then only those whose sentence gives a time within it. Raises
    UsageError for what is none.
    """
    if past not in PASTS:
        raise UsageError(f'no past "{past}"; there are {", ".join(PASTS)}')
    if when is not None:
        period_of(when, "when")
    for s in statements:
        wanted = past == "with" or s.past == (past == "only")
        if wanted and (when is None or (s.when is not None and overlap(s.when, when))):
            yield s


def timed(kg: nx.MultiDiGraph, past: Past = "with", when: str | None = None) -> nx.MultiDiGraph:
    """Return the graph of those statements of `kg` that `in_time` yields, with all the names of `kg`."""
    every = [s for _, _, evidence in kg.edges(data="evidence") for s in evidence]
    kept = list(in_time(every, past, when))
    if len(kept) == len(every):
        return kg
    known: dict[str, dict[str, Any]] = {name: dict(data) for name, data in kg.nodes(data=True)}
    part = assemble(known, kept, kg.graph.get("sources", {}), project=project_of(kg))
    part.add_nodes_from((name, data) for name, data in known.items() if name not in part)
    return part


def of_the_past(kg: nx.MultiDiGraph) -> int:
    """Return how many statements of the graph are about a closed past."""
    return sum(past or 0 for _, _, past in kg.edges(data="past"))
