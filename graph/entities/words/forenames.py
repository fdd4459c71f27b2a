"""graph/data/forenames.txt: what parents call their children, by which a full name is known for a person's."""

from functools import cache
from pathlib import Path

from graph.data_files import DATA
from graph.errors import DataError

PATH = DATA / "forenames.txt"


@cache
def forenames(path: Path = PATH) -> frozenset[str]:
    """Return the forenames as they are written, none that is a place or a common word too. Raises DataError."""
    names = path.read_text(encoding="utf-8").split()
    if unfit := next((n for n in names if not n[:1].isupper()), None):
        raise DataError(f"{path.name}: {unfit!r} must begin with a capital")
    return frozenset(names)
