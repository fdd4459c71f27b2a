"""graph/data/deeds.toml: which noun tells again of a deed that a verb told of."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.data_files import DATA, read_toml
from graph.errors import DataError

PATH = DATA / "deeds.toml"


@cache
def deeds(path: Path = PATH) -> Mapping[str, frozenset[str]]:
    """Return the verbs that each noun tells again of. Raises DataError."""
    tables = read_toml(path)
    for noun, verbs in tables.items():
        if not isinstance(verbs, list) or not verbs:
            raise DataError(f'{path.name}: {noun} needs a list of verbs, as in {noun} = ["bomb"]')
    return {noun: frozenset(verbs) for noun, verbs in tables.items()}
