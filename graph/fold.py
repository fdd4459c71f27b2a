"""Readings without end in, the graph `kg` out, in memory that grows with its edges and not with their statements.

The same graph as `graph.build.build_graph` makes, but for the evidence: of each edge only the strongest and latest
statements are kept, while all are counted. Statements and mentions wait in a temporary file that SQLite sorts, so that
one edge, and one node, is summed up at a time.
"""

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

import networkx as nx

from graph.build import edge_attributes, ends_of, node_attributes, order
from graph.records import Entity, Reading, Source, Statement

EVIDENCE = 20  # statements kept of an edge
ROWS = 10_000  # written at once
CACHE = -64_000  # SQLite's memory in KB, with its sign
TABLES = """
create table statements (source text, target text, key text, statement text);
create table mentions (name text, document text, reading text, place integer, entity text, source text);
create table sources (document text, reading text, source text);
"""


def fold_readings(
    readings: Iterable[Reading], evidence: int | None = EVIDENCE, folder: str | Path | None = None
) -> nx.MultiDiGraph:
    """Fold `readings` into one graph with at most `evidence` statements an edge (None: all), strongest, latest first.

    `folder` is where the temporary file lies (None: where the system has its own); it is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="entente-", dir=folder) as place:
        base = sqlite3.connect(Path(place) / "fold.sqlite")
        try:
            base.executescript(f"pragma journal_mode=off; pragma synchronous=off; pragma cache_size={CACHE}; {TABLES}")
            _fill(base, readings)
            return _graph(base, evidence)
        finally:
            base.close()


def strongest(statements: Iterable[Statement], most: int | None) -> tuple[Statement, ...]:
    """Return the `most` statements that say it surest, of equally sure ones the latest; all in text order for None."""
    ordered = sorted(statements, key=order)
    if most is None:
        return tuple(ordered)
    ordered.sort(key=lambda s: s.date or "", reverse=True)
    return tuple(sorted(ordered, key=lambda s: -s.confidence)[:most])


def _fill(base: sqlite3.Connection, readings: Iterable[Reading]) -> None:
    """Write what the readings say to the temporary file."""
    rows: dict[str, list[tuple[Any, ...]]] = {"statements": [], "mentions": [], "sources": []}
    for reading in readings:
        mark = hashlib.blake2b(repr(reading).encode(), digest_size=16).hexdigest()
        source = _packed(reading.source)
        rows["sources"].append((reading.id, mark, source))
        for s in reading.statements:
            rows["statements"].append((*ends_of(s), s.key, _packed(s)))
        for place, entity in enumerate(reading.entities):
            rows["mentions"].append((entity.name, reading.id, mark, place, _packed(entity), source))
        if len(rows["mentions"]) + len(rows["statements"]) > ROWS:
            _flush(base, rows)
    _flush(base, rows)


def _packed(record: Source | Statement | Entity) -> str:
    return json.dumps(list(asdict(record).values()), ensure_ascii=False)


def _flush(base: sqlite3.Connection, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    for table, waiting in rows.items():
        if waiting:
            base.executemany(f"insert into {table} values ({', '.join('?' * len(waiting[0]))})", waiting)
            waiting.clear()


def _graph(base: sqlite3.Connection, evidence: int | None) -> nx.MultiDiGraph:
    edges: list[tuple[str, str, str, dict[str, Any]]] = []
    dates: dict[str, list[str]] = {}
    for (source, target, key), said in _edges(base):
        values = edge_attributes(sorted(said, key=order))
        values["evidence"] = strongest(said, evidence)
        edges.append((source, target, key, values))
        for name in {end for s in said for end in (s.source, s.target)}:
            known = [d for d in (values["first"], values["last"]) if d]
            dates[name] = [*dates.get(name, ()), *known] if known else dates.get(name, [])
            dates[name] = [min(dates[name]), max(dates[name])] if dates[name] else []
    sources = {document: Source(*json.loads(source)) for document, _, source in _sources(base)}
    kg = nx.MultiDiGraph(sources=sources)
    about = dict(_nodes(base, dates.keys()))
    for name in sorted(dates):
        node = about.get(name) or node_attributes(())
        found = [*dates[name], *(node[end] for end in ("first", "last") if node[end])]
        kg.add_node(name, **{**node, "first": min(found, default=None), "last": max(found, default=None)})
    for source, target, key, values in edges:
        kg.add_edge(source, target, key, **values)
    return kg


def _edges(base: sqlite3.Connection) -> Iterator[tuple[tuple[str, str, str], list[Statement]]]:
    """Yield each edge, in order, with its statements, each once."""
    found = base.execute("select distinct source, target, key, statement from statements order by 1, 2, 3")
    for ends, rows in groupby(found, key=lambda row: row[:3]):
        yield ends, [Statement(*json.loads(row[3])) for row in rows]


def _nodes(base: sqlite3.Connection, ends: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is known of each name that is an end of a statement."""
    wanted = frozenset(ends)
    found = base.execute(
        "select distinct name, document, reading, place, entity, source from mentions order by 1, 2, 3, 4"
    )
    for name, rows in groupby(found, key=lambda row: row[0]):
        if name in wanted:
            yield name, node_attributes((Source(*json.loads(row[5])), _entity(row[4])) for row in rows)


def _entity(packed: str) -> Entity:
    values = json.loads(packed)
    return Entity(values[0], values[1], tuple(values[2]), *values[3:])


def _sources(base: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    yield from base.execute("select distinct document, reading, source from sources order by 1, 2")
