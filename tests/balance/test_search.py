"""The search for the best split finds what the integer programme proves."""

import pytest

from graph.balance.exact import solve
from graph.balance.search import frustrated, lower_bound, search
from graph.balance.signed import Signed
from tests.balance.worlds import random_signs


@pytest.mark.parametrize(("size", "edges", "noise"), [(20, 48, 0.15), (30, 90, 0.3), (50, 249, 0.2), (100, 200, 0.1)])
def test_the_search_finds_what_the_integer_programme_proves(size: int, edges: int, noise: float) -> None:
    signs = random_signs(size, edges, noise, size)
    near = Signed(tuple(map(str, range(size))), signs, {}).neighbours()
    lower = lower_bound(signs, near, 0)
    upper = len(frustrated(signs, search(near, lower, 0, 100 * size)))
    solution = solve(signs, size, 0, edges, 60)
    assert solution.sides is not None
    assert (solution.lower, len(frustrated(signs, solution.sides))) == (upper, upper)
    assert 0 < lower <= upper
