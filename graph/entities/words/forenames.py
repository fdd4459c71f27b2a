"""graph/data/forenames.txt: what parents call their children, by which a full name is known for a person's."""

from functools import cache
from pathlib import Path

from graph.data_files import DATA, read_words

PATH = DATA / "forenames.txt"


@cache
def forenames(path: Path = PATH) -> frozenset[str]:
    """Return the forenames as they are written, none that is a place or a common word too. Raises DataError."""
    return read_words(path, lambda name: name[:1].isupper(), "begin with a capital")
