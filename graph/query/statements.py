"""Filters in, the statements that pass them all out, in the order of the texts."""

from collections.abc import Iterator
from typing import Unpack

import networkx as nx

from graph.kg.build import order
from graph.query.filters import Filters, passing
from graph.query.names import resolve
from graph.records import Statement


def statements(kg: nx.MultiDiGraph, name: str | None = None, **filters: Unpack[Filters]) -> tuple[Statement, ...]:
    """Return the statements with `name` at an end that pass every filter given, in the order of the texts.

        statements(kg, "Turkey", relation="allied", since="2025-06", confidence="likely")

    The filters are those of `Filters`: relation, negated, modality, speaker, since, until, document, confidence, past,
    when. Raises UsageError for what is no filter, date, word or number of these.
    """
    found = passing(kg, every_statement(kg), **filters)
    if name is None:
        return tuple(found)
    end = resolve(kg, name)
    return tuple(s for s in found if end in (s.source, s.target))


def every_statement(kg: nx.MultiDiGraph) -> Iterator[Statement]:
    """Yield all statements of the graph in the order of the texts."""
    yield from sorted((s for _, _, evidence in kg.edges(data="evidence", default=()) for s in evidence), key=order)
