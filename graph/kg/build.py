"""Readings in, the graph `kg` out: a networkx.MultiDiGraph, one edge for each (source, target, key).

The graph is a fold over statements: the same set of readings gives the same graph, in whatever order they
come, and a reading given twice counts once. Nodes are the ends of statements only; what is merely mentioned
stays out. The key of an edge is its relation, with "not " before it where the text denies it.

Symmetric statements ("A and B are allies") lie on one edge, its ends in canonical (sorted) order; directed ones
("A backs B") on the edge of their own direction. Where both kinds meet on one edge, the edge is symmetric: one
text at least says that it holds both ways, and an arrow would hide that. Each statement keeps its own
`symmetric`, so the queries still tell who backed whom.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

import networkx as nx

from graph.errors import UsageError
from graph.kg.own import put_project
from graph.project import BUILT_IN, Project
from graph.records import KINDS, Entity, Reading, Source, Statement
from graph.schema import Schema, schema

WORLD = ("iso2", "iso3", "wikidata", "latitude", "longitude", "country")
"""The ids of the world table; a node has those that are known."""

EVIDENCE = 20
"""So many statements of an edge are kept in a graph that is made of many texts."""

NO_READINGS = "a graph is made of several readings, which extract(…) or read_readings(path) gives"

PLACE = ("document", "start", "source_start", "target_start", "cue_start")
MAYBE = ("attributed_to", "date", "when")
_known = attrgetter(*PLACE, *(f.name for f in fields(Statement) if f.name not in (*PLACE, *MAYBE)))


def build_graph(
    readings: Iterable[Reading], evidence: int | None = None, project: Project = BUILT_IN
) -> nx.MultiDiGraph:
    """Fold `readings` into one graph; `kg.graph["sources"]` holds the Source of every document read.

    At most `evidence` statements an edge are kept (None: all), the strongest; all are counted. `project` is the one
    that the texts were read with: the graph keeps it. Raises UsageError for what are no readings.
    """
    distinct = _distinct(readings)
    statements = {s for reading in distinct for s in reading.statements}
    ends = {name for s in statements for name in (s.source, s.target)}
    found: dict[str, list[tuple[Reading, Entity]]] = {name: [] for name in ends}
    for reading in distinct:
        for entity in reading.entities:
            if entity.name in found:
                found[entity.name].append((reading, entity))
    nodes = {name: node_attributes((r.source, e) for r, e in entries) for name, entries in found.items()}
    return assemble(nodes, statements, {reading.id: reading.source for reading in distinct}, evidence, project)


def assemble(
    nodes: Mapping[str, Mapping[str, Any]],
    statements: Iterable[Statement],
    sources: Mapping[str, Source],
    evidence: int | None = None,
    project: Project = BUILT_IN,
) -> nx.MultiDiGraph:
    """Make the graph of `statements`; `nodes` gives what is known of the names beside their statements."""
    edges: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    dates: dict[str, list[str]] = defaultdict(list)
    for s in sorted(statements, key=order):
        edges[(*ends_of(s), s.key)].append(s)
        for name in (s.source, s.target):
            dates[name] += [s.date] if s.date else []
    kg = put_project(nx.MultiDiGraph(sources=dict(sorted(sources.items()))), project)
    for name in sorted({end for source, target, _ in edges for end in (source, target)}):
        known = {**node_attributes(()), **nodes.get(name, {})}
        first, last = _span(dates[name] + [known[end] for end in ("first", "last") if known[end]])
        kg.add_node(name, **{**known, "first": first, "last": last})
    for (source, target, key), said in sorted(edges.items(), key=lambda item: item[0]):
        told = _edge_attributes(said, project.schema)
        kg.add_edge(source, target, key, **told, evidence=strongest(said, evidence, len(said)))
    return kg


def ends_of(statement: Statement) -> tuple[str, str]:
    """Return the two ends of the edge on which `statement` lies, in order."""
    pair = (statement.source, statement.target)
    return (min(pair), max(pair)) if statement.symmetric else pair


def strongest(said: Sequence[Statement], most: int | None, weight: int) -> tuple[Statement, ...]:
    """Return `said`, in text order; if the edge has more than `most`, those said surest, of equally sure the latest.

    `weight` is how many the edge has; `said` may be a part of them, if the strongest are among it.
    """
    if most is None or weight <= most:
        return tuple(said)
    latest = sorted(said, key=lambda s: s.date or "", reverse=True)
    return tuple(sorted(latest, key=lambda s: -s.confidence)[:most])


def sign(relation: str, negated: bool, relations: Schema | None = None) -> int:
    """Return the sign of an edge. A denial has none (0): it states no relation, not the contrary one."""
    known = schema() if relations is None else relations
    return 0 if negated or relation not in known else known[relation].sign


def _edge_attributes(said: Sequence[Statement], relations: Schema) -> dict[str, Any]:
    """Return the attributes of the edge on which `said` lie, but for the statements themselves."""
    one = said[0]
    first, last = _span([s.date for s in said if s.date])
    return {
        "relation": one.relation,
        "negated": one.negated,
        "symmetric": any(s.symmetric for s in said),
        "sign": sign(one.relation, one.negated, relations),
        "weight": len(said),
        "documents": len({s.document for s in said}),
        "actual": sum(s.modality == "actual" for s in said),
        "planned": sum(s.modality == "planned" for s in said),
        "possible": sum(s.modality == "possible" for s in said),
        "past": sum(s.past for s in said),
        "cues": tuple(sorted({s.cue for s in said})),
        "attributed_to": tuple(sorted({s.attributed_to for s in said if s.attributed_to})),
        "when": tuple(sorted({s.when for s in said if s.when})),
        "first": first,
        "last": last,
    }


def node_attributes(entries: Iterable[tuple[Source, Entity]]) -> dict[str, Any]:
    """Sum up what readings, in the order of their documents, say of one entity."""
    counts: dict[str, int] = defaultdict(int)
    known: dict[str, dict[str, Any]] = defaultdict(dict)
    names: dict[str, None] = {}
    mentions, documents, dates = 0, set(), []
    for source, entity in entries:
        counts[entity.kind] += max(entity.mentions, 1)
        mentions += entity.mentions
        names.update(dict.fromkeys(entity.names))
        documents.add(source.id)
        dates += [source.date] if source.date else []
        for key in WORLD:
            if getattr(entity, key) is not None:
                known[entity.kind].setdefault(key, getattr(entity, key))
    return node_of(counts, known, tuple(names), mentions, len(documents), *_span(dates))


def node_of(
    counts: Mapping[str, int],
    known: Mapping[str, Mapping[str, Any]],
    names: tuple[str, ...] = (),
    mentions: int = 0,
    documents: int = 0,
    first: str | None = None,
    last: str | None = None,
) -> dict[str, Any]:
    """Return a node's attributes: its kind is the one most often meant, its ids are those known of that kind."""
    kind = max(counts, key=lambda k: (counts[k], -KINDS.index(k))) if counts else None
    ids = known.get(kind or "", {})
    return {
        "kind": kind,
        "names": names,
        "mentions": mentions,
        "documents": documents,
        "first": first,
        "last": last,
        **{key: ids[key] for key in WORLD if key in ids},
    }


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings in the order of their documents, equal ones once."""
    if isinstance(readings, Reading | str) or not isinstance(readings, Iterable):
        raise UsageError(f"{NO_READINGS}, not of one {type(readings).__name__}")
    by_id: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if not isinstance(reading, Reading):
            raise UsageError(f"{NO_READINGS}, not of {type(reading).__name__}")
        if reading not in by_id[reading.id]:
            by_id[reading.id].append(reading)
    return [reading for _, group in sorted(by_id.items()) for reading in sorted(group, key=_whole)]


def _whole(reading: Reading) -> str:
    """Return all that a reading holds, to order by."""
    return json.dumps(reading.to_dict())


def _span(dates: list[str]) -> tuple[str | None, str | None]:
    return (min(dates), max(dates)) if dates else (None, None)


def order(statement: Statement) -> tuple[Any, ...]:
    """Order statements by document and place, then by all else, so that no two differ and rank equal."""
    return (*_known(statement), *(getattr(statement, name) or "" for name in MAYBE))
