"""The graph `kg` in, its camps out: two sides for each connected part, and the pairs that do not fit.

The camps are an inference from the signs of all pairs, not a statement of any text, and never become edges. Parts that
no signed pair connects are split each for itself: nothing is known of how their sides relate.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic

import networkx as nx

from graph.balance.exact import solve
from graph.balance.search import frustrated, lower_bound, search
from graph.balance.signed import Edge, Signed, signed
from graph.query.pairs import Pair, signed_pairs
from graph.query.times import Past

ROUNDS = 100  # tries of the search for each name


@dataclass(frozen=True, slots=True)
class Split:
    """Two camps of one connected part: `one` is the larger. `frustrated` are the pairs that do not fit.

    `lower` is a proven lower bound of the number of such pairs; where it equals their number, no split is better
    (others may be as good).
    """

    one: tuple[str, ...]
    other: tuple[str, ...]
    pairs: int
    frustrated: tuple[Pair, ...]
    lower: int

    @property
    def upper(self) -> int:
        """How many pairs do not fit this split; no more than so many need not fit."""
        return len(self.frustrated)

    @property
    def proven(self) -> bool:
        """Whether it is proven that no split frustrates fewer pairs."""
        return self.lower == self.upper


def camps(
    kg: nx.MultiDiGraph,
    exact: bool = False,
    seconds: float = 60.0,
    seed: int = 0,
    past: Past = "without",
    quick: int | None = None,
) -> tuple[Split, ...]:
    """Return the two camps of each connected part of the graph, the largest part first.

    The search is quick and nearly always finds the best split; `exact` tries to prove it for at most `seconds`, which
    needs scipy. See `Split.proven` in both cases. With `quick` the search tries only so often for each name, and
    nothing is proven.
    """
    return camps_of(signed_pairs(kg, past), exact, seconds, seed, quick)


def camps_of(
    pairs: Iterable[Pair], exact: bool = False, seconds: float = 60.0, seed: int = 0, quick: int | None = None
) -> tuple[Split, ...]:
    """Return the camps of these pairs, as `camps` does; contested pairs have no sign and do not count."""
    graph = signed(pairs)
    plain = graph.plain()
    parts = sorted((sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part))
    return tuple(_split(graph, plain.subgraph(part), exact, seconds, seed, quick) for part in parts)


def _split(graph: Signed, part: nx.Graph, exact: bool, seconds: float, seed: int, quick: int | None) -> Split:
    """Split one connected part block by block: a cycle lies within one block, so blocks do not disturb each other."""
    sides: dict[int, int] = {}
    lower = 0
    end = monotonic() + seconds
    for block in _in_reach(sorted(sorted(block) for block in nx.biconnected_components(part))):
        found, bound = _split_block(graph, block, end - monotonic() if exact else None, seed, quick)
        joint = next((i for i in block if i in sides), None)
        turn = 1 if joint is None or found[joint] == sides[joint] else -1
        sides |= {i: turn * side for i, side in found.items()}
        lower += bound
    return _named(graph, sides, lower)


def _in_reach(blocks: list[list[int]]) -> Iterator[list[int]]:
    """Yield the blocks so that each shares one name with those before it."""
    of: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        for i in block:
            of.setdefault(i, []).append(number)
    seen, waiting = {0}, [0]
    while waiting:
        number = waiting.pop()
        yield blocks[number]
        new = {other for i in blocks[number] for other in of[i]} - seen
        seen |= new
        waiting += sorted(new)


def _split_block(
    graph: Signed, block: list[int], seconds: float | None, seed: int, quick: int | None
) -> tuple[dict[int, int], int]:
    """Return the side of each name of a block and a lower bound of the edges that cannot be satisfied."""
    number = {name: i for i, name in enumerate(block)}
    inside = ((edge, sign) for edge, sign in graph.signs.items() if edge[0] in number and edge[1] in number)
    signs: dict[Edge, int] = {(number[i], number[j]): sign for (i, j), sign in inside}
    near = Signed(tuple(graph.names[i] for i in block), signs, {}).neighbours()
    lower = lower_bound(signs, near, seed) if quick is None else 0
    sides = search(near, lower, seed, rounds=(ROUNDS if quick is None else quick) * len(block))
    upper = len(frustrated(signs, sides))
    if seconds is not None and lower < upper:
        solution = solve(signs, len(block), lower, upper, max(seconds, 0.0))
        lower = solution.lower
        if solution.sides is not None and len(frustrated(signs, solution.sides)) < upper:
            sides = solution.sides
    return {name: sides[i] for name, i in number.items()}, lower


def _named(graph: Signed, sides: dict[int, int], lower: int) -> Split:
    one, other = (tuple(graph.names[i] for i in sorted(sides) if sides[i] == side) for side in (1, -1))
    if (-len(other), other) < (-len(one), one):
        one, other = other, one
    inside = [edge for edge in graph.signs if edge[0] in sides]
    wrong = sorted((i, j) for i, j in inside if sides[i] * sides[j] != graph.signs[i, j])
    return Split(one, other, len(inside), tuple(graph.pairs[edge] for edge in wrong), lower)
