"""graph/data/common_words.txt: the words that news writes small, and large only at the head of a title or sentence."""

from functools import cache
from pathlib import Path

from graph.data_files import DATA, read_words

PATH = DATA / "common_words.txt"


@cache
def common_words(path: Path = PATH) -> frozenset[str]:
    """Return the common words, forms of verbs and plurals too, in small letters. Raises DataError."""
    return read_words(path, lambda word: word == word.lower(), "be in small letters")
