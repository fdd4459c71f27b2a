"""graph/data/common_words.txt: the words that news writes small, and large only at the head of a title or sentence."""

from functools import cache
from pathlib import Path

from graph.data_files import DATA
from graph.errors import DataError

PATH = DATA / "common_words.txt"


@cache
def common_words(path: Path = PATH) -> frozenset[str]:
    """Return the common words, forms of verbs and plurals too, in small letters. Raises DataError."""
    words = path.read_text(encoding="utf-8").split()
    if unfit := next((w for w in words if w != w.lower()), None):
        raise DataError(f"{path.name}: {unfit!r} must be in small letters")
    return frozenset(words)
