"""Readings without end in, the graph `kg` out, in memory that grows with its edges and not with their statements.

The same graph as `graph.kg.build.build_graph` makes. Readings go into Parquet shards in a temporary folder, over which
DuckDB counts and chooses; what does not fit into its memory it puts into that folder too. To Python come one row for
each edge and each name, and the statements that are kept.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import UsageError
from graph.extras import need
from graph.kg.build import EVIDENCE, WORLD, ends_of, node_of, order, sign, strongest
from graph.kg.own import put_project
from graph.project import BUILT_IN, Project
from graph.records import Reading, Source, Statement
from graph.store.outcomes import Outcome
from graph.store.shards import Store
from graph.store.tables import NUMBERS, STATEMENTS
from graph.store.views import open_views

MEMORY = "512MB"
THREADS = 2  # because each wants memory of its own
BATCH = 10_000  # statements, entities and documents of a shard
ROWS = 1_000  # fetched at once
EVERY = 2**62  # more statements than an edge can have
COUNTED = "weight documents actual planned possible past cues attributed_to when first last".split()
LISTS = ("cues", "attributed_to", "when")
TYPES = [NUMBERS.get(name, str) if name != "sentence" else None for name in STATEMENTS]

EDGE = """
    case when "symmetric" then least(source, target) else source end as one,
    case when "symmetric" then greatest(source, target) else target end as other,
    case when negated then 'not ' || relation else relation end as "key"
"""
EDGES = """
    select one, other, "key", any_value(relation), any_value(negated), bool_or("symmetric"), count(*) as weight,
        count(distinct document) as documents,
        count(*) filter (modality = 'actual') as actual,
        count(*) filter (modality = 'planned') as planned,
        count(*) filter (modality = 'possible') as possible,
        count(*) filter (past) as past,
        list(distinct cue) as cues,
        list(distinct attributed_to) filter (attributed_to != '') as attributed_to,
        list(distinct "when") filter ("when" != '') as "when",
        min(nullif(date, '')) as "first", max(nullif(date, '')) as "last"
    from edges group by one, other, "key" order by one, other, "key"
"""
RANK = "confidence desc, coalesce(date, '') desc, document, start, source_start, target_start, cue_start"
KEPT = f"""
    select {", ".join(f'edges."{column}"' for column in STATEMENTS)}
    from edges join (
        select filename, file_row_number from edges
        qualify rank() over (partition by one, other, "key" order by {RANK}) <= $most
    ) using (filename, file_row_number)
    order by one, other, "key"
"""
ENDS = """
    create table ends as select name, min(nullif(date, '')) as "first", max(nullif(date, '')) as "last"
    from (select source as name, date from edges union all select target, date from edges) group by name
"""
KINDS = f"""
    select name, kind, sum(greatest(mentions, 1)), {
    ", ".join(f"arg_min({key}, (document, file_row_number)) filter ({key} is not null)" for key in WORLD)
}
    from entities semi join ends using (name) group by name, kind order by name, kind
"""
NAMES = """
    with forms as (
        select name, form, min((document, place, number)) as seen from (
            select name, document, file_row_number as place, unnest(names) as form,
                generate_subscripts(names, 1) as number
            from entities semi join ends using (name)
        ) group by name, form
    ), known as (
        select name, sum(mentions) as mentions, count(distinct document) as documents,
            min(nullif(date, '')) as "first", max(nullif(date, '')) as "last"
        from entities semi join ends using (name) join documents on document = id group by name
    )
    select name, coalesce(names, []), coalesce(mentions, 0), coalesce(documents, 0),
        least(ends."first", known."first"), greatest(ends."last", known."last")
    from ends left join known using (name)
        left join (select name, list(form order by seen) as names from forms group by name) using (name)
    order by name
"""
SOURCES = "select id, date, title, url from documents where failure is null order by id"


def fold_readings(
    readings: Iterable[Reading],
    evidence: int | None = EVIDENCE,
    folder: str | Path | None = None,
    project: Project = BUILT_IN,
) -> nx.MultiDiGraph:
    """Fold `readings`, each document once, into one graph with at most `evidence` statements an edge (None: all).

    `folder` is where the temporary folder lies (None: where the system has its own); it is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="fold-", dir=folder) as shards:
        _write(readings, Store(shards))
        return fold_shards(shards, evidence, shards, project)


def fold_shards(
    shards: str | Path,
    evidence: int | None = EVIDENCE,
    folder: str | Path | None = None,
    project: Project = BUILT_IN,
) -> nx.MultiDiGraph:
    """Fold what lies in a folder of shards, such as the store of a finished build, its documents as they were read.

    Raises UsageError where DuckDB cannot go on.
    """
    duckdb = need("duckdb", "corpus")
    try:
        with open_views(shards, folder, places=True) as base:
            base.execute(f"create view edges as select *, {EDGE} from statements")
            base.execute(ENDS)
            return _graph(base, evidence, project)
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(f"{shards}: cannot be made a graph: {reason}. Is there room on the disk?") from error


def _write(readings: Iterable[Reading], store: Store) -> None:
    """Write readings as shards of about one size, at least one."""
    waiting: list[Outcome] = []
    size = 0
    for reading in readings:
        said = tuple(dict.fromkeys(reading.statements))
        waiting.append(Outcome(reading.id, reading.id, reading.id, replace(reading, statements=said)))
        size += 1 + len(reading.entities) + len(said)
        if size >= BATCH:
            store.write(waiting)
            waiting, size = [], 0
    store.write(waiting)


def _graph(base: Any, evidence: int | None, project: Project) -> nx.MultiDiGraph:
    kg = put_project(nx.MultiDiGraph(sources={row[0]: Source(*row) for row in _rows(base, SOURCES)}), project)
    kinds: dict[str, dict[str, int]] = defaultdict(dict)
    known: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for name, kind, count, *ids in _rows(base, KINDS):
        kinds[name][kind] = count
        known[name][kind] = {key: value for key, value in zip(WORLD, ids, strict=True) if value is not None}
    for name, names, *rest in _rows(base, NAMES):
        kg.add_node(name, **node_of(kinds.pop(name, {}), known.pop(name, {}), tuple(names), *rest))
    for source, target, key, relation, negated, symmetric, *rest in _rows(base, EDGES):
        values = {"relation": relation, "negated": negated, "symmetric": symmetric}
        values["sign"] = sign(relation, negated, project.schema)
        values |= zip(COUNTED, rest, strict=True)
        words = {name: tuple(sorted(values[name] or ())) for name in LISTS}
        kg.add_edge(source, target, key, **values | words)
    for (source, target, key), said in _kept(base, evidence):
        edge = kg.edges[source, target, key]
        edge["evidence"] = strongest(sorted(said, key=order), evidence, edge["weight"])
    return kg


def _kept(base: Any, evidence: int | None) -> Iterator[tuple[tuple[str, str, str], list[Statement]]]:
    """Yield each edge with those of its statements among which the strongest are."""
    said = (Statement(*row) for row in _shared(_rows(base, KEPT, most=EVERY if evidence is None else evidence)))
    return ((ends, list(group)) for ends, group in groupby(said, key=lambda s: (*ends_of(s), s.key)))


def _shared(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[Any]]:
    """Yield the rows of statements with equal values as one value: less than half the memory."""
    seen: dict[type, dict[Any, Any]] = defaultdict(dict)
    columns = [seen[kind] if kind else None for kind in TYPES]  # by type, because 1 == 1.0 == True
    for row in rows:
        yield [
            value if known is None else known.setdefault(value, value)
            for value, known in zip(row, columns, strict=True)
        ]


def _rows(base: Any, select: str, **values: Any) -> Iterator[tuple[Any, ...]]:
    found = base.execute(select, values)
    while rows := found.fetchmany(ROWS):
        yield from rows
