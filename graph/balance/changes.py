"""The graph `kg` in, what changed from one period to a later one out: pairs whose sign is another, with both quotes."""

from dataclasses import dataclass

import networkx as nx

from graph.balance.between import Polarisation, polarisation_of
from graph.kg.own import relations_of
from graph.query.pairs import Pair, pairs_of
from graph.query.periods import Step, timeline
from graph.query.times import Past


@dataclass(frozen=True, slots=True)
class Change:
    """A pair whose sign (+1, −1, or 0 where it is contested) is another than in the last period that spoke of it."""

    since: str
    period: str
    before: Pair
    after: Pair


@dataclass(frozen=True, slots=True)
class Window:
    """One period with its pairs and figures, and what changed since each pair was last spoken of."""

    period: str
    pairs: tuple[Pair, ...]
    polarisation: Polarisation
    changes: tuple[Change, ...]


def windows(kg: nx.MultiDiGraph, by: Step = "year", past: Past = "without") -> tuple[Window, ...]:
    """Return the periods in which a sign is stated, in order; what no date is known of is in none."""
    last: dict[tuple[str, str], tuple[str, Pair]] = {}
    relations = relations_of(kg)
    found = []
    for part in timeline(kg, by=by, past=past):
        pairs = pairs_of(part.statements, relations)
        if part.period is None or not pairs:
            continue
        changes = []
        for pair in pairs:
            since, before = last.get((pair.one, pair.other), (part.period, pair))
            if before.sign != pair.sign:
                changes.append(Change(since, part.period, before, pair))
            last[pair.one, pair.other] = (part.period, pair)
        found.append(Window(part.period, pairs, polarisation_of(pairs), tuple(changes)))
    return tuple(found)


def changes(kg: nx.MultiDiGraph, by: Step = "year", past: Past = "without") -> tuple[Change, ...]:
    """Return all changes of sign, in order of time: the news in a corpus of news."""
    return tuple(change for window in windows(kg, by, past) for change in window.changes)
