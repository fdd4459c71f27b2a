"""The graph kg and its positions in, what the page is told out: plain JSON values, in a fixed order.

Names and edges become those of vis-network, under numbers ("n12", "e3"), never under their own names: a name may be
`__proto__`. Sentences come once each. A statement is a row of `FIELDS`; its offsets stay those of the document,
so that what the page exports is what `entente extract` prints.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import networkx as nx

from graph.exports.joining import Places
from graph.records import Source, Statement
from viz import look
from viz.groups import camps_of_names, communities
from viz.select import strengths
from viz.wording import is_many, phrase

FIELDS = (
    "edge", "source", "target", "sentence", "start", "end", "cue", "cue_start", "cue_end", "source_text",
    "source_start", "source_end", "target_text", "target_start", "target_end", "symmetric", "modality",
    "attributed_to", "date", "document", "rule", "confidence", "past", "when",
)  # fmt: skip
"""The columns of a row; `edge`, `source`, `target`, `sentence`, `document` are numbers, the rest stands for itself."""

QUOTES = 60
"""Of one edge's statements a page holds at most so many, evenly taken from all; it says so where there are more."""

IN_ALL = 50_000
"""A page holds no more statements than this, so that a browser opens it; but at least one of each edge."""


def nodes_of(
    kg: nx.MultiDiGraph,
    where: Places,
    aliases: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """Return the names for vis-network, the one with the most statements first."""
    strength = strengths(kg)
    most = max(strength.values(), default=1) or 1
    names = ordered(kg)
    number = {name: i for i, name in enumerate(names)}
    community = communities(kg, number.__getitem__)
    camp = camps_of_names(kg)
    return [
        {
            "id": f"n{i}",
            "name": str(name),
            "kind": kg.nodes[name].get("kind") or "unknown",
            "names": [str(n) for n in kg.nodes[name].get("names", ())],
            "aliases": list(aliases.get(name, ())),
            "mentions": kg.nodes[name].get("mentions", 0),
            "camp": kg.nodes[name].get("camp") or camp.get(name),
            "community": community[name],
            "strength": strength[name],
            "size": look.between(look.SIZES, strength[name] / most),
            "x": where.at[name][0],
            "y": where.at[name][1],
            "part": where.part[name],
            **_wording(str(name), kg.nodes[name].get("kind")),
        }
        for i, name in enumerate(names)
    ]


def _wording(name: str, kind: str | None) -> dict[str, Any]:
    """Return how a sentence says a name, where that is not the name alone with a verb of one."""
    said = phrase(name, kind)
    return {**({"said": said} if said != name else {}), **({"many": True} if is_many(name, kind) else {})}


def lean(things: Sequence[Mapping[str, Any]], usual: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> list[Any]:
    """Return the names or edges without what is as usual: the scripts know that, and the file is smaller."""
    return [
        {key: value for key, value in one.items() if key not in usual(one) or usual(one)[key] != value}
        for one in things
    ]


def usual_name(one: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the scripts take a name to be where nothing else is told."""
    return {"names": [one["name"]], "aliases": [], "camp": None, "part": 0}


def usual_edge(one: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the scripts take an edge to be where nothing else is told."""
    return {"relation": one["key"], "negated": False, "symmetric": False, "actual": one["weight"], "past": 0}


def ordered(kg: nx.MultiDiGraph) -> list[Any]:
    """Return the names in the order of the page: most statements first, then by the alphabet."""
    strength = strengths(kg)
    return sorted(kg, key=lambda name: (-strength[name], str(name)))


def edges_of(kg: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """Return the edges for vis-network, in the order of their ends."""
    number = {name: i for i, name in enumerate(ordered(kg))}
    most = max((data.get("weight", 1) for *_, data in kg.edges(data=True)), default=1)
    rows = sorted(kg.edges(keys=True, data=True), key=lambda e: (number[e[0]], number[e[1]], e[2]))
    edges = []
    for i, (source, target, key, data) in enumerate(rows):
        weight = data.get("weight", 1)
        edges.append({
            "id": f"e{i}",
            "from": f"n{number[source]}",
            "to": f"n{number[target]}",
            "key": key,
            "relation": data.get("relation", key),
            "negated": bool(data.get("negated", False)),
            "symmetric": bool(data.get("symmetric", False)),
            "weight": weight,
            "actual": data.get("actual", weight),
            "past": data.get("past", 0),
            "width": look.between(look.WIDTHS, (weight - 1) / max(most - 1, 4)),
        })  # fmt: skip
    return edges


def quotes_of(kg: nx.MultiDiGraph, edges: Sequence[Mapping[str, Any]]) -> list[list[Statement]]:
    """Return the statements of each edge that the page holds."""
    names = ordered(kg)
    ends = [(names[int(edge["from"][1:])], names[int(edge["to"][1:])], edge["key"]) for edge in edges]
    evidence = [kg.edges[end].get("evidence", ()) for end in ends]
    most = _of_one_edge([len(said) for said in evidence])
    return [evenly(said, most) for said in evidence]


def statements_of(kg: nx.MultiDiGraph, quotes: Sequence[Sequence[Statement]]) -> dict[str, Any]:
    """Return the statements as rows, and the tables of sentences and documents they point into."""
    names = ordered(kg)
    number = {name: i for i, name in enumerate(names)}
    sources: Mapping[str, Source] = kg.graph.get("sources", {})
    sentences: dict[str, int] = {}
    documents: dict[str, int] = {}
    rows = [_row(s, i, number, sentences, documents) for i, said in enumerate(quotes) for s in said]
    return {
        "fields": list(FIELDS),
        "rows": rows,
        "sentences": list(sentences),
        "documents": [_document(sources.get(id) or Source(id)) for id in documents],
    }


def _of_one_edge(sizes: Sequence[int]) -> int:
    """Return how many statements of one edge the page can hold."""
    most = QUOTES
    while most > 1 and sum(min(size, most) for size in sizes) > IN_ALL:
        most -= 1
    return most


def evenly(evidence: Sequence[Statement], most: int) -> list[Statement]:
    """Return at most `most` of the statements, taken at even steps from the first to the last."""
    if len(evidence) <= most:
        return list(evidence)
    if most == 1:
        return [evidence[0]]
    return [evidence[i * (len(evidence) - 1) // (most - 1)] for i in range(most)]


def _row(
    s: Statement, edge: int, number: Mapping[str, int], sentences: dict[str, int], documents: dict[str, int]
) -> list[Any]:
    numbers = {
        "edge": edge,
        "source": number[s.source],
        "target": number[s.target],
        "sentence": sentences.setdefault(s.sentence, len(sentences)),
        "document": documents.setdefault(s.document, len(documents)),
    }
    return [numbers[name] if name in numbers else getattr(s, name) for name in FIELDS]


def _document(source: Source) -> dict[str, str | None]:
    return {"id": source.id, "title": source.title, "date": source.date, "url": source.url}
