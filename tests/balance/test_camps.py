"""Camps: small worlds by hand, random ones against every split."""

import random

import pytest

from graph.balance import camps, with_camps
from tests.balance.worlds import TWO_CAMPS, least, letters, random_signs, world


def test_two_camps_with_the_pair_that_does_not_fit() -> None:
    (split,) = camps(world(TWO_CAMPS))
    assert (split.one, split.other, split.pairs) == (("A", "B", "C"), ("D", "E"), 7)
    assert [pair.quotes for pair in split.frustrated] == [("C+D",)]
    assert (split.lower, split.upper, split.proven) == (1, 1, True)


def test_only_facts_that_nobody_denies_and_no_contested_pair_count() -> None:
    kg = world("A+B, B-C, A-C, A-B?, A-B!, C+D, C-D")
    assert [(s.one, s.other, s.upper) for s in camps(kg)] == [(("A", "B"), ("C",), 0)]


def test_unconnected_parts_are_split_each_for_itself() -> None:
    kg = world("A-B, B-C, X+Y")
    assert [(s.one, s.other) for s in camps(kg)] == [(("A", "C"), ("B",)), (("X", "Y"), ())]
    marked = with_camps(kg)
    assert dict(marked.nodes(data="camp")) == {"A": "1A", "B": "1B", "C": "1A", "X": "2A", "Y": "2A"}
    assert [data for _, data in kg.nodes(data=True) if "camp" in data] == []
    assert sorted(marked.edges(keys=True)) == sorted(kg.edges(keys=True))


@pytest.mark.parametrize("seed", range(50))
def test_no_split_is_better(seed: int) -> None:
    draw = random.Random(seed)
    size = draw.randint(3, 9)
    signs = random_signs(size, draw.randint(2, size * (size - 1) // 2), draw.random() / 2, seed)
    splits, wanted = camps(letters(signs), seed=seed), least(signs, size)
    assert sum(split.upper for split in splits) == wanted
    assert sum(split.lower for split in splits) <= wanted
    assert [split.proven for split in camps(letters(signs), exact=True)] == [True] * len(splits)
    assert sum(split.lower for split in camps(letters(signs), exact=True)) == wanted


def test_without_time_a_bound_is_all_that_is_known() -> None:
    signs = random_signs(80, 700, 0.4, 1)
    (split,) = camps(letters(signs), exact=True, seconds=0)
    assert not split.proven
    assert 0 < split.lower < split.upper
    assert split == camps(letters(signs))[0]


def test_the_same_graph_and_seed_give_the_same_camps() -> None:
    signs = random_signs(40, 150, 0.3, 7)
    assert camps(letters(signs), seed=3) == camps(letters(dict(reversed(signs.items()))), seed=3)
