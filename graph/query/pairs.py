"""The graph in, its pairs with what is said for and against each out; nothing is netted out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from graph.query.statements import every_statement
from graph.records import Statement


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, in sorted order, with the statements that they are allied and that they are opposed."""

    one: str
    other: str
    allied: tuple[Statement, ...]
    opposed: tuple[Statement, ...]

    @property
    def sign(self) -> int:
        """+1 where only alliance is stated, −1 where only opposition is, 0 where both are."""
        return bool(self.allied) - bool(self.opposed)

    @property
    def contested(self) -> bool:
        """Whether texts say both."""
        return bool(self.allied and self.opposed)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences that say so, each once: alliance first."""
        return tuple(dict.fromkeys(s.sentence for s in (*self.allied, *self.opposed)))


def signed_pairs(kg: nx.MultiDiGraph) -> tuple[Pair, ...]:
    """Return the pairs that a text calls allied or opposed as a fact, in sorted order.

    What is denied, planned or only possible does not count; a visit has no sign.
    """
    return pairs_of(every_statement(kg))


def pairs_of(statements: Iterable[Statement]) -> tuple[Pair, ...]:
    """Return the signed pairs of these statements, in sorted order."""
    said: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: {"allied": [], "opposed": []})
    for s in statements:
        if s.relation != "visited" and s.modality == "actual" and not s.negated and s.source != s.target:
            said[min(s.source, s.target), max(s.source, s.target)][s.relation].append(s)
    return tuple(Pair(*ends, tuple(by["allied"]), tuple(by["opposed"])) for ends, by in sorted(said.items()))


def contested(kg: nx.MultiDiGraph) -> tuple[Pair, ...]:
    """Return the pairs that are called both allied and opposed as a fact, those most written about first."""
    found = [pair for pair in signed_pairs(kg) if pair.contested]
    return tuple(sorted(found, key=lambda p: (-len(p.allied) - len(p.opposed), p.one, p.other)))
