"""Readings in, the graph `kg` out: a networkx.MultiDiGraph, one edge for each (source, target, key).

The graph is a fold over statements: the same set of readings gives the same graph, in whatever order they
come, and a reading given twice counts once. Nodes are the ends of statements only; what is merely mentioned
stays out. The key of an edge is its relation, with "not " before it where the text denies it.

Symmetric statements ("A and B are allies") lie on one edge, its ends in canonical (sorted) order; directed ones
("A backs B") on the edge of their own direction. Where both kinds meet on one edge, the edge is symmetric: one
text at least says that it holds both ways, and an arrow would hide that. Each statement keeps its own
`symmetric`, so the queries still tell who backed whom.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import networkx as nx

from graph.records import KINDS, Entity, Reading, Source, Statement

SIGNS = {"allied": 1, "opposed": -1}
"""The sign of an edge. A visit has none (0); nor has a denial: it states no relation, not the contrary one."""

WORLD = ("iso2", "iso3", "wikidata", "latitude", "longitude", "country")
"""The ids of the world table; a node has those that are known."""

FIELDS = tuple(field.name for field in fields(Statement))


def build_graph(readings: Iterable[Reading]) -> nx.MultiDiGraph:
    """Fold `readings` into one graph; `kg.graph["sources"]` holds the Source of every document read."""
    distinct = _distinct(readings)
    statements = {s for reading in distinct for s in reading.statements}
    ends = {name for s in statements for name in (s.source, s.target)}
    found: dict[str, list[tuple[Reading, Entity]]] = {name: [] for name in ends}
    for reading in distinct:
        for entity in reading.entities:
            if entity.name in found:
                found[entity.name].append((reading, entity))
    nodes = {name: node_attributes((r.source, e) for r, e in entries) for name, entries in found.items()}
    return assemble(nodes, statements, {reading.id: reading.source for reading in distinct})


def assemble(
    nodes: Mapping[str, Mapping[str, Any]], statements: Iterable[Statement], sources: Mapping[str, Source]
) -> nx.MultiDiGraph:
    """Make the graph of `statements`; `nodes` gives what is known of the names beside their statements."""
    edges: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    dates: dict[str, list[str]] = defaultdict(list)
    for s in sorted(statements, key=order):
        edges[(*ends_of(s), s.key)].append(s)
        for name in (s.source, s.target):
            dates[name] += [s.date] if s.date else []
    kg = nx.MultiDiGraph(sources=dict(sorted(sources.items())))
    for name in sorted({end for source, target, _ in edges for end in (source, target)}):
        known = {**node_attributes(()), **nodes.get(name, {})}
        first, last = _span(dates[name] + [known[end] for end in ("first", "last") if known[end]])
        kg.add_node(name, **{**known, "first": first, "last": last})
    for (source, target, key), evidence in sorted(edges.items(), key=lambda item: item[0]):
        kg.add_edge(source, target, key, **edge_attributes(evidence))
    return kg


def ends_of(statement: Statement) -> tuple[str, str]:
    """Return the two ends of the edge on which `statement` lies, in order."""
    pair = (statement.source, statement.target)
    return (min(pair), max(pair)) if statement.symmetric else pair


def edge_attributes(evidence: Iterable[Statement]) -> dict[str, Any]:
    """Return the attributes of the edge that rests on `evidence`, statements of one pair and key."""
    evidence = tuple(evidence)
    one = evidence[0]
    first, last = _span([s.date for s in evidence if s.date])
    return {
        "relation": one.relation,
        "negated": one.negated,
        "symmetric": any(s.symmetric for s in evidence),
        "sign": 0 if one.negated else SIGNS.get(one.relation, 0),
        "weight": len(evidence),
        "documents": len({s.document for s in evidence}),
        "actual": sum(s.modality == "actual" for s in evidence),
        "planned": sum(s.modality == "planned" for s in evidence),
        "possible": sum(s.modality == "possible" for s in evidence),
        "cues": tuple(sorted({s.cue for s in evidence})),
        "attributed_to": tuple(sorted({s.attributed_to for s in evidence if s.attributed_to})),
        "first": first,
        "last": last,
        "evidence": evidence,
    }


def node_attributes(entries: Iterable[tuple[Source, Entity]]) -> dict[str, Any]:
    """Sum up what readings, in the order of their documents, say of one entity; they may come one at a time.

    Its kind is the one most often meant, null if none is given.
    """
    counts: dict[str, int] = defaultdict(int)
    known: dict[str, dict[str, Any]] = defaultdict(dict)
    names: dict[str, None] = {}
    dates: list[str] = []
    mentions, documents, before = 0, 0, None
    for source, entity in entries:
        counts[entity.kind] += max(entity.mentions, 1)
        mentions += entity.mentions
        names.update(dict.fromkeys(entity.names))
        documents, before = documents + (source.id != before), source.id
        for key in WORLD:
            if getattr(entity, key) is not None:
                known[entity.kind].setdefault(key, getattr(entity, key))
        if source.date:
            dates = [min([*dates, source.date]), max([*dates, source.date])]
    kind = max(counts, key=lambda k: (counts[k], -KINDS.index(k))) if counts else None
    first, last = _span(dates)
    return {
        "kind": kind,
        "names": tuple(names),
        "mentions": mentions,
        "documents": documents,
        "first": first,
        "last": last,
        **{key: known[kind][key] for key in WORLD if kind in known and key in known[kind]},
    }


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings in the order of their documents, equal ones once."""
    by_id: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading not in by_id[reading.id]:
            by_id[reading.id].append(reading)
    return [reading for _, group in sorted(by_id.items()) for reading in sorted(group, key=repr)]


def _span(dates: list[str]) -> tuple[str | None, str | None]:
    return (min(dates), max(dates)) if dates else (None, None)


def order(statement: Statement) -> tuple[Any, ...]:
    """Order statements by document and place, then by all else, so that no two differ and rank equal."""
    s = statement
    place = (s.document, s.start, s.source_start, s.target_start, s.cue_start)
    return (*place, tuple(str(getattr(s, name)) for name in FIELDS))
