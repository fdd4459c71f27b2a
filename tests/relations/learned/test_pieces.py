"""Words → numbers of word pieces."""

import pytest

from graph.relations.learned.pieces import Pieces

VOCABULARY = ["[UNK]", "door", "##s", "slam", "##med", "e", "##e", "-", "x"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("door", [1]),
        ("Doors", [1, 2]),
        ("slammed", [3, 4]),
        ("é", [5]),
        ("door-x", [1, 7, 8]),
        ("quartz", [0]),
        ("slamquartz", [0]),
        ("", [0]),
        ("x" * 31, [0]),
    ],
)
def test_a_word_is_its_longest_pieces(word: str, pieces: list[int]) -> None:
    assert list(Pieces(VOCABULARY).of(word)) == pieces
