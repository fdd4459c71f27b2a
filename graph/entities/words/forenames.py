"""graph/data/forenames.toml: what men and women are called, and the words before a name that tell which of them it is.

By a forename a full name is known for a person's, and whether "he" or "she" is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from graph.data_files import DATA, read_toml
from graph.errors import DataError

PATH = DATA / "forenames.toml"
TABLES = {"men": {"names", "before"}, "women": {"names", "before"}, "both": {"names"}}

Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class Forenames:
    """Names as they are written; whether those whom only men, or only women, bear are "he" or "she".

    `before`: the same of words before a name, in small letters: "mrs", "king".
    """

    names: frozenset[str]
    gender: Mapping[str, Gender]
    before: Mapping[str, Gender]


@cache
def read_forenames(path: Path = PATH) -> Forenames:
    """Return the forenames of a data file. Raises DataError for other tables, small letters, a name in two."""
    tables = read_toml(path)
    if {name: set(table) for name, table in tables.items()} != TABLES:
        raise DataError(f"{path.name}: its tables are men and women, with names and before, and both, with names")
    names: dict[str, str] = {}
    for table in TABLES:
        for name in tables[table]["names"]:
            if not name[:1].isupper():
                raise DataError(f"{path.name}: {name!r} must begin with a capital")
            if names.setdefault(name, table) != table:
                raise DataError(f"{path.name}: {name!r} is in [{names[name]}] and [{table}]; put it into [both] alone")
    told: dict[str, Gender] = {"men": "he", "women": "she"}
    gender = {name: told[table] for name, table in names.items() if table in told}
    before = {word: told[table] for table in told for word in tables[table]["before"]}
    return Forenames(frozenset(names), gender, before)


def forenames() -> frozenset[str]:
    """Return the forenames as they are written, none that is a place or a common word too."""
    return read_forenames().names
