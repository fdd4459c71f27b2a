"""Camps in, who stands between them and how far apart they are out."""

from dataclasses import dataclass

import networkx as nx

from graph.balance.camps import Split, camps_of
from graph.balance.signed import product, signed, triangles
from graph.query.pairs import Pair, signed_pairs
from graph.query.times import Past


@dataclass(frozen=True, slots=True)
class Bridge:
    """A name that is allied with somebody of the other camp; `across` are these pairs with their quotes."""

    name: str
    across: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Polarisation:
    """How far a graph is split in two; each figure with the number it is a share of. None where that number is 0.

    `unfit` of `pairs` do not fit the two camps (0 is perfect balance; proven only if `proven`); `balanced` of `triads`
    are balanced; `across` of the `positive` pairs go from camp to camp. `ei` is the E-I index of these (Krackhardt
    and Stern 1988): −1 where all friends are of one camp, +1 where all are of the other.
    """

    pairs: int
    unfit: int
    proven: bool
    triads: int
    balanced: int
    positive: int
    across: int

    @property
    def frustration(self) -> float | None:
        """The share of pairs that do not fit the two camps."""
        return self.unfit / self.pairs if self.pairs else None

    @property
    def balance(self) -> float | None:
        """The share of triads that are balanced."""
        return self.balanced / self.triads if self.triads else None

    @property
    def ei(self) -> float | None:
        """Allied pairs across minus allied pairs within, as a share of all allied pairs."""
        return (2 * self.across - self.positive) / self.positive if self.positive else None


def bridges(kg: nx.MultiDiGraph, splits: tuple[Split, ...] | None = None, past: Past = "without") -> tuple[Bridge, ...]:
    """Return the names that are allied with somebody of the other camp, those with most such pairs first."""
    pairs = signed_pairs(kg, past)
    side = _sides(splits if splits is not None else camps_of(pairs))
    across = [pair for pair in pairs if pair.sign > 0 and side[pair.one] != side[pair.other]]
    names = sorted({name for pair in across for name in (pair.one, pair.other)})
    found = [Bridge(name, tuple(pair for pair in across if name in (pair.one, pair.other))) for name in names]
    return tuple(sorted(found, key=lambda bridge: (-len(bridge.across), bridge.name)))


def polarisation(kg: nx.MultiDiGraph, past: Past = "without") -> Polarisation:
    """Return how far the graph is split in two."""
    return polarisation_of(signed_pairs(kg, past))


def polarisation_of(pairs: tuple[Pair, ...]) -> Polarisation:
    """Return how far these pairs are split in two; contested pairs do not count."""
    graph = signed(pairs)
    splits = camps_of(pairs)
    side = _sides(splits)
    signs = [product(graph.signs, triangle) for triangle in triangles(graph.signs)]
    positive = [pair for pair in graph.pairs.values() if pair.sign > 0]
    return Polarisation(
        pairs=len(graph.pairs),
        unfit=sum(split.upper for split in splits),
        proven=all(split.proven for split in splits),
        triads=len(signs),
        balanced=sum(sign > 0 for sign in signs),
        positive=len(positive),
        across=sum(side[pair.one] != side[pair.other] for pair in positive),
    )


def _sides(splits: tuple[Split, ...]) -> dict[str, str]:
    return dict(camp_names(splits))


def camp_names(splits: tuple[Split, ...]) -> list[tuple[str, str]]:
    """Return each name with its camp: "1A" and "1B" are the camps of the largest part, "2A" and "2B" of the next."""
    return [
        (name, f"{number}{letter}")
        for number, split in enumerate(splits, start=1)
        for letter, camp in (("A", split.one), ("B", split.other))
        for name in camp
    ]


def with_camps(kg: nx.MultiDiGraph, splits: tuple[Split, ...] | None = None) -> nx.MultiDiGraph:
    """Return a copy of the graph whose nodes have the attribute `camp` ("1A"), where they are in one: for Gephi."""
    copy = kg.copy()
    for name, camp in camp_names(splits if splits is not None else camps_of(signed_pairs(kg))):
        copy.nodes[name]["camp"] = camp
    return copy
