"""The signed graph: all its triangles, and their signs."""

import itertools

import pytest

from graph.balance.signed import product, triangles
from tests.balance.worlds import random_signs


@pytest.mark.parametrize("seed", range(10))
def test_all_triangles_are_found(seed: int) -> None:
    signs = random_signs(12, 40, 0.3, seed)
    every = [t for t in itertools.combinations(range(12), 3) if all(e in signs for e in itertools.combinations(t, 2))]
    assert triangles(signs) == every
    assert [product(signs, t) for t in every] == [
        signs[i, j] * signs[j, k] * signs[i, k] for i, j, k in every
    ]  # fmt: skip
