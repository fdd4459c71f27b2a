"""The graph in, its pairs with what is said for and against each out; nothing is netted out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from graph.kg.build import sign
from graph.kg.own import relations_of
from graph.query.statements import every_statement
from graph.query.times import Past, in_time
from graph.records import Statement
from graph.schema import Schema


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, in sorted order, with what sets them together and what sets them against each other."""

    one: str
    other: str
    positive: tuple[Statement, ...]
    negative: tuple[Statement, ...]

    @property
    def sign(self) -> int:
        """+1 where only alliance is stated, −1 where only opposition is, 0 where both are."""
        return bool(self.positive) - bool(self.negative)

    @property
    def contested(self) -> bool:
        """Whether texts say both."""
        return bool(self.positive and self.negative)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences that say so, each once: alliance first."""
        return tuple(dict.fromkeys(s.sentence for s in (*self.positive, *self.negative)))


def signed_pairs(kg: nx.MultiDiGraph, past: Past = "without") -> tuple[Pair, ...]:
    """Return the pairs that a text calls allied or opposed as a fact, in sorted order; own relations by their sign.

    What is denied, planned or only possible does not count, nor does what was so in a closed past; a visit has no sign.
    """
    return pairs_of(in_time(every_statement(kg), past), relations_of(kg))


def pairs_of(statements: Iterable[Statement], relations: Schema | None = None) -> tuple[Pair, ...]:
    """Return the signed pairs of these statements, in sorted order."""
    said: dict[tuple[str, str], dict[int, list[Statement]]] = defaultdict(lambda: {1: [], -1: []})
    for s in statements:
        way = sign(s.relation, s.negated, relations)
        if way and s.modality == "actual" and s.source != s.target:
            said[min(s.source, s.target), max(s.source, s.target)][way].append(s)
    return tuple(Pair(*ends, tuple(by[1]), tuple(by[-1])) for ends, by in sorted(said.items()))


def contested(kg: nx.MultiDiGraph, past: Past = "without") -> tuple[Pair, ...]:
    """Return the pairs that are called both allied and opposed as a fact, those most written about first."""
    found = [pair for pair in signed_pairs(kg, past) if pair.contested]
    return tuple(sorted(found, key=lambda p: (-len(p.positive) - len(p.negative), p.one, p.other)))
