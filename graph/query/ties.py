"""Who is with whom, against whom, who went where: the graph and names in, answers with their quotes out."""

from collections import defaultdict
from collections.abc import Callable

import networkx as nx

from graph.build import order
from graph.query.names import UnknownNameError, resolve
from graph.query.values import Answer, Tie
from graph.records import Modality, Statement


def allies(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return those with whom `name` sides or who side with it; see each tie's direction."""
    name = resolve(kg, name)
    return _ask(kg, "allies", (name,), lambda s: s.relation == "allied" and _of(modality, s))


def opponents(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return those whom `name` is against or who are against it; see each tie's direction."""
    name = resolve(kg, name)
    return _ask(kg, "opponents", (name,), lambda s: s.relation == "opposed" and _of(modality, s))


def visits(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return the places and hosts to which `name` went or is to go."""
    name = resolve(kg, name)
    return _ask(kg, "visits", (name,), lambda s: s.relation == "visited" and s.source == name and _of(modality, s))


def visitors(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return those who went or are to go to `name`, a place or a host."""
    name = resolve(kg, name)
    return _ask(kg, "visitors", (name,), lambda s: s.relation == "visited" and s.target == name and _of(modality, s))


def between(kg: nx.MultiDiGraph, one: str, other: str) -> Answer:
    """Return all that is said between two names, in both directions; the ties are those of `one`."""
    names = (resolve(kg, one), resolve(kg, other))
    return _ask(kg, "between", names, lambda s: {s.source, s.target} == set(names))


def about(kg: nx.MultiDiGraph, name: str) -> tuple[Statement, ...]:
    """Return every statement that `name` is an end of or that is attributed to it, in the order of the texts."""
    every = [s for _, _, data in kg.edges(data=True) for s in data["evidence"]]
    try:
        name = resolve(kg, name)
    except UnknownNameError:
        if not any(s.attributed_to == name for s in every):
            raise
    found = [s for s in every if name in (s.source, s.target, s.attributed_to)]
    return tuple(sorted(found, key=lambda s: (s.document, s.start, s.cue_start, s.source, s.target)))


def _of(modality: Modality | None, statement: Statement) -> bool:
    return modality is None or statement.modality == modality


def _ask(kg: nx.MultiDiGraph, question: str, names: tuple[str, ...], wanted: Callable[[Statement], bool]) -> Answer:
    """Gather the wanted statements at the first of `names` into ties: one for each other end and key."""
    name = names[0]
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    edges = [
        *kg.out_edges(name, data="evidence"),
        *((u, v, e) for u, v, e in kg.in_edges(name, data="evidence") if u != v),
    ]
    for source, target, evidence in edges:
        other = target if source == name else source
        for statement in filter(wanted, evidence):
            found[other, statement.key].append(statement)
    ties = [
        Tie(name, other, said[0].relation, said[0].negated, tuple(sorted(said, key=order)))
        for (other, _), said in found.items()
    ]
    ties.sort(key=lambda tie: (-tie.actual, -tie.weight, tie.other, tie.key))
    return Answer(question, names, tuple(t for t in ties if not t.negated), tuple(t for t in ties if t.negated))
