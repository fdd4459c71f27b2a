"""A signed graph in, a split with the fewest frustrated edges out, by integer programming (HiGHS, in scipy).

One binary variable for the side of each name and one for each edge, which is 1 where the edge is frustrated; a cut for
each negative triangle, one of whose edges must be (Aref, Mason and Wilson 2020). scipy comes with `entente-kg[exact]`.
"""

from dataclasses import dataclass
from typing import Any

from graph.balance.signed import Edge, product, triangles
from graph.extras import need


@dataclass(frozen=True, slots=True)
class Solution:
    """The sides found, if any were found in time, and the number below which no split can come."""

    sides: list[int] | None
    lower: int


def solve(signs: dict[Edge, int], size: int, least: int, most: int, seconds: float) -> Solution:
    """Return a best split of `size` names, or what is known of it after `seconds`.

    `least` and `most` are bounds that are known already.
    """
    numpy, sparse, optimize = need("numpy", "exact"), need("scipy.sparse", "exact"), need("scipy.optimize", "exact")
    edges = sorted(signs)
    rows = [*_sides_decide(edges, signs, size), *_cuts(edges, signs, size)]
    rows.append(({size + number: 1.0 for number in range(len(edges))}, float(least), float(most)))
    matrix = sparse.lil_array((len(rows), size + len(edges)))
    for number, (row, _, _) in enumerate(rows):
        for column, value in row.items():
            matrix[number, column] = value
    limits = optimize.LinearConstraint(matrix.tocsr(), [low for _, low, _ in rows], [high for *_, high in rows])
    upper = numpy.ones(size + len(edges))
    upper[_most_connected(edges)] = 0  # which side is which does not matter
    found = optimize.milp(
        numpy.concatenate([numpy.zeros(size), numpy.ones(len(edges))]),
        integrality=numpy.concatenate([numpy.ones(size), numpy.zeros(len(edges))]),
        bounds=optimize.Bounds(0, upper),
        constraints=limits,
        options={"time_limit": seconds},
    )
    sides = None if found.x is None else [1 if value > 0.5 else -1 for value in found.x[:size]]
    return Solution(sides, _bound(found, least))


def _sides_decide(edges: list[Edge], signs: dict[Edge, int], size: int) -> list[tuple[dict[int, float], float, float]]:
    """Return the rows by which an edge is frustrated where its names stand on the wrong sides."""
    infinite = float("inf")
    rows: list[tuple[dict[int, float], float, float]] = []
    for number, (i, j) in enumerate(edges, start=size):
        if signs[i, j] > 0:  # friends on different sides
            rows.append(({number: 1.0, i: -1.0, j: 1.0}, 0.0, infinite))
            rows.append(({number: 1.0, i: 1.0, j: -1.0}, 0.0, infinite))
        else:  # enemies on one side
            rows.append(({number: 1.0, i: -1.0, j: -1.0}, -1.0, infinite))
            rows.append(({number: 1.0, i: 1.0, j: 1.0}, 1.0, infinite))
    return rows


def _cuts(edges: list[Edge], signs: dict[Edge, int], size: int) -> list[tuple[dict[int, float], float, float]]:
    number = {edge: size + n for n, edge in enumerate(edges)}
    return [
        ({number[i, j]: 1.0, number[j, k]: 1.0, number[i, k]: 1.0}, 1.0, 3.0)
        for i, j, k in triangles(signs)
        if product(signs, (i, j, k)) < 0
    ]


def _most_connected(edges: list[Edge]) -> int:
    degree: dict[int, int] = {}
    for edge in edges:
        for i in edge:
            degree[i] = degree.get(i, 0) + 1
    return max(sorted(degree), key=lambda i: degree[i])


def _bound(found: Any, least: int) -> int:
    """Return the lower bound that HiGHS proved; an index is a whole number, so it may be rounded up."""
    bound = getattr(found, "mip_dual_bound", None)
    if bound is None or bound != bound or bound in (float("inf"), -float("inf")):
        return least
    return max(least, int(-(-(bound - 1e-6) // 1)))
