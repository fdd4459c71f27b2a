"""Two names in, what connects them out: chains of stated relations, and whom both are against.

A chain is no statement about its two ends, and a common enemy makes no ally: these are inferences of the reader, and
never become edges. Every step carries its quotes.
"""

from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.kg.own import relations_of
from graph.query.names import resolve
from graph.query.statements import check
from graph.query.ties import between, opponents
from graph.query.values import Tie
from graph.records import Modality


@dataclass(frozen=True, slots=True)
class Chain:
    """Names, each tied to the next; `steps` has the ties of each step, the one said most often first."""

    names: tuple[str, ...]
    steps: tuple[tuple[Tie, ...], ...]


@dataclass(frozen=True, slots=True)
class CommonEnemy:
    """Somebody with whom two others stand in opposition, with the ties of both."""

    name: str
    one: Tie
    other: Tie


def path(kg: nx.MultiDiGraph, one: str, other: str, relation: str | None = None, limit: int = 3) -> tuple[Chain, ...]:
    """Return the shortest chains of stated relations from `one` to `other`, at most `limit` of them.

    Directions do not matter for the search; each tie tells its own. Denied relations make no step.
    """
    check("relation", relation, relations_of(kg))
    one, other = resolve(kg, one), resolve(kg, other)
    plain = nx.Graph()
    plain.add_nodes_from(kg)
    plain.add_edges_from(
        (u, v)
        for u, v, data in kg.edges(data=True)
        if u != v and not data["negated"] and relation in (None, data["relation"])
    )
    try:
        found = list(islice(nx.all_shortest_paths(plain, one, other), limit))
    except nx.NetworkXNoPath:
        return ()
    return tuple(Chain(tuple(names), tuple(_step(kg, u, v, relation) for u, v in pairwise(names))) for names in found)


def _step(kg: nx.MultiDiGraph, one: str, other: str, relation: str | None) -> tuple[Tie, ...]:
    return tuple(tie for tie in between(kg, one, other) if relation in (None, tie.relation))


def common_enemies(
    kg: nx.MultiDiGraph, one: str, other: str, modality: Modality | None = None
) -> tuple[CommonEnemy, ...]:
    """Return those with whom both stand in opposition, whoever is against whom, those most written about first."""
    of_one = {tie.other: tie for tie in opponents(kg, one, modality)}
    of_other = {tie.other: tie for tie in opponents(kg, other, modality)}
    found = [CommonEnemy(name, of_one[name], of_other[name]) for name in of_one.keys() & of_other.keys()]
    return tuple(sorted(found, key=lambda enemy: (-enemy.one.weight - enemy.other.weight, enemy.name)))
