"""The common words: which they are, and what the data file must be like."""

from pathlib import Path

import pytest

from graph.entities.words.common import PATH, common_words
from graph.errors import DataError


@pytest.mark.parametrize("word", ["participation", "faith", "economic", "accused", "rockets"])
def test_words_that_news_writes_small_are_common(word: str) -> None:
    assert word in common_words()


@pytest.mark.parametrize("word", ["bush", "rice", "putin", "hamas", "tehran", "de", "al"])
def test_names_are_not_even_where_a_dictionary_has_the_word(word: str) -> None:
    assert word not in common_words()


def test_words_stand_in_order_and_once() -> None:
    words = PATH.read_text(encoding="utf-8").split()
    assert words == sorted(set(words))


def test_a_large_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "common_words.txt"
    path.write_text("faith\nTogo\n", encoding="utf-8")
    with pytest.raises(DataError, match="'Togo' must be in small letters"):
        common_words(path)
