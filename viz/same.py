"""The graph kg in, the names on its page that may mean the same out, each with what speaks for it.

The graph has no readings any more, only the statements that it rests on: so each document counts as one that names
whom its statements name. That is less than `entente names` sees, and enough to ask a reader.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import networkx as nx

from graph.kg.joining import Suggestion, gather, suggestions
from graph.records import Entity, Reading, Source, Statement

MOST = 60
"""A page holds no more suggestions than this, the surest."""

DOCUMENTS = 200
"""A suggestion for more documents than this is for all of them too many to check: it is left to `entente names`."""


def same_of(kg: nx.MultiDiGraph, names: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the suggestions about two of `names`, the surest first; names are told as their numbers."""
    number = {name: i for i, name in enumerate(names)}
    return [
        {
            "name": number[one.name],
            "into": number[one.into],
            "score": one.score,
            "why": list(one.evidence),
            "documents": None if one.documents is None else list(one.documents),
        }
        for one in suggestions(gather(_readings(kg)))
        if one.name in number and one.into in number and _short(one)
    ][:MOST]


def _short(one: Suggestion) -> bool:
    return one.documents is None or len(one.documents) <= DOCUMENTS


def _readings(kg: nx.MultiDiGraph) -> Iterator[Reading]:
    """Yield for each document of the graph's statements what they say of it."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for *_, evidence in kg.edges(data="evidence", default=()):
        for s in evidence:
            said[s.document].append(s)
    for document, statements in sorted(said.items()):
        names = sorted({name for s in statements for name in (s.source, s.target)})
        source = kg.graph.get("sources", {}).get(document) or Source(document)
        yield Reading(
            source, tuple(_entity(kg, name) for name in names if kg.nodes[name].get("kind")), tuple(statements)
        )


def _entity(kg: nx.MultiDiGraph, name: str) -> Entity:
    known = kg.nodes[name]
    return Entity(
        name, known["kind"], tuple(known.get("names", ())), 1, iso2=known.get("iso2"), wikidata=known.get("wikidata")
    )
