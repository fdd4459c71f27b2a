"""Blocs: random small worlds against every division, three enemies."""

from collections.abc import Iterable, Iterator

import pytest

from graph.balance import blocs
from graph.balance.signed import Edge
from graph.errors import UsageError
from tests.balance.worlds import least, letters, random_signs, world


def partitions(items: list[int]) -> Iterator[list[list[int]]]:
    if not items:
        yield []
        return
    first, *rest = items
    for part in partitions(rest):
        yield [[first], *part]
        for n, group in enumerate(part):
            yield [*part[:n], [first, *group], *part[n + 1 :]]


def fewest_misfits(signs: dict[Edge, int], parts: Iterable[list[list[int]]]) -> int:
    def misfits(part: list[list[int]]) -> int:
        place = {i: n for n, group in enumerate(part) for i in group}
        return sum((place[i] == place[j]) != (sign > 0) for (i, j), sign in signs.items())

    return min(map(misfits, parts))


@pytest.mark.parametrize("seed", range(20))
def test_no_blocs_are_better(seed: int) -> None:
    signs = random_signs(7, 15, 0.4, seed)
    kg = letters(signs)
    every = list(partitions(list(range(7))))
    found = blocs(kg)
    assert len(found.misfits) == fewest_misfits(signs, every)
    assert found.lower <= len(found.misfits)
    assert len(blocs(kg, k=2).misfits) == least(signs, 7)
    assert len(blocs(kg, k=3).misfits) == fewest_misfits(signs, (part for part in every if len(part) <= 3))


def test_three_enemies_are_three_blocs() -> None:
    found = blocs(world("A-B, B-C, A-C, A+D, X+Y"))
    assert (found.blocs, found.misfits, found.pairs, found.proven) == (
        (("A", "D"), ("X", "Y"), ("B",), ("C",)),
        (),
        5,
        True,
    )
    assert len(blocs(world("A-B, B-C, A-C"), k=2).misfits) == 1
    with pytest.raises(UsageError, match="at least one bloc"):
        blocs(world("A+B"), k=0)
