"""Words of a tree → the way between two of them."""

import pytest

from graph.relations.learned.mentions import upwards, way


@pytest.mark.parametrize(
    ("heads", "one", "other", "found"),
    [
        ([1, 1, 1], 0, 2, ([0], 1, [2])),
        ([1, 1, 1], 1, 2, ([], 1, [2])),
        ([0, 1], 0, 1, ([0], -1, [1])),  # two trees
        ([1, 2, 3, 3], 0, 3, ([0, 1, 2], 3, [])),
        ([1, 9], 0, 1, ([0], 1, [])),  # a head outside the sentence ends the way
    ],
)
def test_a_way_leads_up_and_down(
    heads: list[int], one: int, other: int, found: tuple[list[int], int, list[int]]
) -> None:
    assert way(upwards(heads, one), upwards(heads, other)) == found
