"""graph/data/titles.toml: by which titles a person is called again, and which words before a title matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.data_files import DATA, read_toml
from graph.entities.words.nouns import nouns
from graph.errors import DataError

PATH = DATA / "titles.toml"
LISTS = ("kinds", "plain", "peers")


@dataclass(frozen=True, slots=True)
class Titles:
    """Words in small letters; what they are stands in the data file."""

    again: Mapping[str, frozenset[str]]
    kinds: frozenset[str]
    plain: frozenset[str]
    peers: frozenset[str]

    def said_by(self, title: str) -> frozenset[str]:
        """Return the words one of which introduced the person whom `title` calls again; none for what is no title."""
        own = {title} if title in nouns().titles or title in self.again else set()
        return self.again.get(title, frozenset()) | own


@cache
def titles(path: Path = PATH) -> Titles:
    """Return the titles of the data file. Raises DataError for tables that are unknown or missing."""
    tables = read_toml(path)
    if set(tables) != {"again", *LISTS} or any(set(tables[t]) != {"words"} for t in LISTS):
        raise DataError(f"{path.name}: its tables are again, and {', '.join(LISTS)} with words; correct the headings")
    again = {title: frozenset(words) for title, words in tables["again"].items()}
    kinds, plain, peers = (frozenset(tables[t]["words"]) for t in LISTS)
    if both := sorted(kinds & plain):
        raise DataError(f"{path.name}: {both[0]!r} in [kinds] and [plain]; keep one")
    return Titles(again, kinds, plain, peers)
