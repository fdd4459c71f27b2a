"""The graph `kg` in, rows of plain values out: what the tables and the XML formats have in common.

A row is a dictionary of str, int, float, bool and None. All rows of one graph have the same columns, and a
column has one type, so that no reader has to guess.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import networkx as nx

from graph.kg.build import WORLD, order
from graph.records import Kind, Source, Statement, check

Row = dict[str, str | int | float | bool | None]
Columns = dict[str, str]

JOIN = " ¶ "
"""Between the quotes in one cell; a character reference for a line break does not survive Gephi."""

LIST = " | "
"""Between short things in one cell: names, cues, speakers."""

NODE_COLUMNS: Columns = {
    "label": "string", "kind": "string", "names": "string", "mentions": "int", "documents": "int",
    "first": "string", "last": "string", "iso2": "string", "iso3": "string", "wikidata": "string",
    "latitude": "double", "longitude": "double", "country": "string", "size": "double",
}  # fmt: skip

EDGE_COLUMNS: Columns = {
    "label": "string", "relation": "string", "negated": "boolean", "symmetric": "boolean", "sign": "int",
    "weight": "double", "documents": "int", "actual": "int", "planned": "int", "possible": "int", "past": "int",
    "cues": "string", "attributed_to": "string", "when": "string", "first": "string", "last": "string",
    "confidence": "double", "evidence": "string", "sources": "string",
}  # fmt: skip

STATEMENT_FIELDS = tuple(field.name for field in fields(Statement))
_VALUES = attrgetter(*STATEMENT_FIELDS)

OWN = {"kind", "names", "mentions", "documents", "first", "last", "x", "y", *WORLD}
"""The attributes of a node that the columns above hold (and its place on a picture)."""


def node_columns(kg: nx.MultiDiGraph) -> Columns:
    """Return the columns of the nodes with their types; what others put on the nodes (a camp) comes last."""
    found: dict[str, set[type]] = {}
    for _, data in kg.nodes(data=True):
        for key in data.keys() - OWN - NODE_COLUMNS.keys():
            if data[key] is not None:
                found.setdefault(key, set()).add(type(data[key]))
    return NODE_COLUMNS | {key: _column_type(types) for key, types in sorted(found.items())}


def node_rows(kg: nx.MultiDiGraph) -> Iterator[tuple[str, Row]]:
    """Yield each node's name and row; `size` grows with its mentions, for drawing."""
    columns = node_columns(kg)
    extra = {key: kind for key, kind in columns.items() if key not in NODE_COLUMNS}
    for name, data in kg.nodes(data=True):
        row: Row = {
            "label": name,
            "kind": data["kind"],
            "names": LIST.join(data["names"]) or None,
            "mentions": data["mentions"],
            "documents": data["documents"],
            "first": data["first"],
            "last": data["last"],
            **{key: data.get(key) for key in WORLD},
            "size": round(10 + 5 * math.log2(max(data["mentions"], 1)), 3),
        }
        yield name, row | {key: _plain(data.get(key), kind) for key, kind in extra.items()}


def edge_rows(kg: nx.MultiDiGraph) -> Iterator[tuple[str, str, str, Row]]:
    """Yield each edge's source, target, key and row."""
    sources: Mapping[str, Source] = kg.graph.get("sources", {})
    for source, target, key, data in kg.edges(keys=True, data=True):
        evidence = data["evidence"]
        cited = dict.fromkeys(s.document for s in evidence)
        row: Row = {
            "label": key,
            **{name: data[name] for name in ("relation", "negated", "symmetric", "sign")},
            "weight": float(data["weight"]),
            **{name: data[name] for name in ("documents", "actual", "planned", "possible", "past")},
            "cues": LIST.join(data["cues"]),
            "attributed_to": LIST.join(data["attributed_to"]) or None,
            "when": LIST.join(data["when"]) or None,
            "first": data["first"],
            "last": data["last"],
            "confidence": max(s.confidence for s in evidence),
            "evidence": JOIN.join(dict.fromkeys(s.sentence for s in evidence)),
            "sources": JOIN.join(_citation(sources.get(document) or Source(document)) for document in cited),
        }
        yield source, target, key, row


def statement_values(evidence: Iterable[Statement]) -> list[Row]:
    """Return each statement as a row of its fields."""
    return [dict(zip(STATEMENT_FIELDS, _VALUES(statement), strict=True)) for statement in evidence]


@dataclass(frozen=True)
class _Node:
    """What the attributes of a node may be, for `with_tuples` to check; others may put more on a node."""

    kind: Kind | None
    names: tuple[str, ...]
    mentions: int
    documents: int
    first: str | None
    last: str | None
    iso2: str | None
    iso3: str | None
    wikidata: str | None
    latitude: float | None
    longitude: float | None
    country: str | None


def with_tuples(values: Any) -> dict[str, Any]:
    """Return the attributes of a node as they were before JSON made lists of tuples. Raises TypeError, ValueError."""
    if not isinstance(values, dict):
        raise TypeError("what is known of a name is not an object")
    found = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    check(_Node, {key: value for key, value in found.items() if key in _NODE})
    if odd := [key for key, value in found.items() if isinstance(value, dict)]:
        raise TypeError(f"{odd[0]} cannot be an object")
    return found


_NODE = frozenset(field.name for field in fields(_Node))


def statements_of(kg: nx.MultiDiGraph) -> list[Statement]:
    """Return all statements of the graph in the order of the texts."""
    every = [s for _, _, evidence in kg.edges(data="evidence") for s in evidence]
    return sorted(every, key=order)


def _citation(source: Source) -> str:
    return ", ".join(part for part in (source.title or source.id, source.date, source.url) if part)


def _column_type(types: set[type]) -> str:
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "int"
    return "double" if types <= {int, float} else "string"


def _plain(value: Any, kind: str) -> str | int | float | bool | None:
    """Return `value` as its column holds it."""
    if value is None:
        return None
    if kind == "string":
        return LIST.join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return float(value) if kind == "double" else value
