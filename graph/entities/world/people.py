"""Well-known people: a table of who held which office when → whom a name means, and what offices he held.

The table (graph/data/world/people.tsv, docs/world.md) has one line for each office: name, the state or body, the
office, from, until (the first day on which he no longer had it; empty where it has not ended or is not known), and, on
the first line of a person, other spellings of his name. It is read when the first person is looked for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.data_files import DATA, read_toml
from graph.entities.world.folding import letters
from graph.entities.world.slips import Slips
from graph.errors import DataError

PATH = DATA / "world" / "people.tsv"
SURNAMES = "surnames.toml"
HEADER = ["name", "of", "office", "from", "until", "spellings"]
PARTICLES = frozenset("al el de da do dos du di della van von der den bin ben ibn ul ter le la".split())
FIRST = frozenset({"China", "South Korea", "North Korea"})  # where the surname stands first
FIRST_OF_THREE = frozenset({"Taiwan", "Hong Kong", "Singapore"})  # where it does in names of three parts
_MIDDLE = re.compile(r"(?<=\w\w) (?:[A-Z]\. ?)+(?=\w\w)")
BEFORE, AFTER = 1, 5  # years before and after his offices in which a surname alone may mean a person


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a person held, from an ISO day, month or year, until the first of them without it ("": open)."""

    person: str
    of: str
    office: str
    start: str
    until: str

    @property
    def words(self) -> frozenset[str]:
        """The words of the office: "prime", "minister"."""
        return frozenset(self.office.split())

    def began(self, date: str) -> bool:
        """Whether it began on `date` or before."""
        return self.start[: len(date)] <= date[: len(self.start)]

    def ended(self, date: str) -> bool:
        """Whether it had ended on `date`."""
        return bool(self.until) and self.until <= date[: len(self.until)]

    def is_near(self, date: str) -> bool:
        """Whether `date` lies in its time or so near to it that a surname alone may mean who held it."""
        year = int(date[:4])
        begun = year >= int(self.start[:4]) - BEFORE
        return begun and (not self.until or year <= int(self.until[:4]) + AFTER)


@dataclass(frozen=True, slots=True)
class People:
    """The posts of each person, the persons of each spelling, and those of each surname; keys are folded."""

    posts: Mapping[str, tuple[Post, ...]]
    spelled: Mapping[str, tuple[str, ...]]
    surnamed: Mapping[str, tuple[str, ...]]
    common: frozenset[str]

    def called(self, name: str, date: str | None = None) -> str | None:
        """Return the one person whose full name is spelled so, of two the one whose time `date` is.

        Initials in the middle may be left out: "James N. Mattis".
        """
        found = self.spelled.get(_key(name)) or self.spelled.get(_key(_MIDDLE.sub(" ", name)), ())
        return self._one(found, date)

    def known_as(self, surname: str, date: str | None = None) -> tuple[str, ...]:
        """Return the persons whom a surname alone may mean on `date`, common surnames too."""
        found = self.surnamed.get(_key(surname), ())
        return found if date is None else tuple(p for p in found if any(x.is_near(date) for x in self.posts[p]))

    def is_common(self, surname: str) -> bool:
        """Whether many others bear a surname."""
        return _key(surname) in self.common

    def stands_last(self, word: str) -> bool:
        """Whether a word is a surname of well-known people, and all of them have it behind their forenames."""
        known = self.known_as(word)
        return bool(known) and all(_key(full.split()[-1]) == _key(word) for full in known)

    def state_of(self, surname: str) -> str | None:
        """Return the one state or body of which all of that surname held an office: "Bush" is of the United States."""
        found = {post.of for person in self.surnamed.get(_key(surname), ()) for post in self.posts[person]}
        return found.pop() if len(found) == 1 else None

    def _one(self, persons: tuple[str, ...], date: str | None) -> str | None:
        if len(persons) > 1 and date is not None:
            persons = tuple(p for p in persons if any(post.is_near(date) for post in self.posts[p]))
        return persons[0] if len(persons) == 1 else None


@cache
def people(path: Path = PATH) -> People:
    """Return the table of well-known people. Raises DataError naming the line that cannot be read."""
    posts: dict[str, list[Post]] = {}
    spelled: dict[str, dict[str, None]] = {}
    surnamed: dict[str, dict[str, None]] = {}
    for post, spellings in _lines(path):
        first = post.person not in posts
        posts.setdefault(post.person, []).append(post)
        for name in (post.person, *spellings) if first else ():
            index = spelled if " " in name else surnamed
            index.setdefault(_key(name), {})[post.person] = None
            for short in _surnames(name, post.of):
                surnamed.setdefault(_key(short), {})[post.person] = None
    common = frozenset(map(_key, read_toml(path.with_name(SURNAMES))["common"]))
    return People(
        {name: tuple(held) for name, held in posts.items()},
        {key: tuple(names) for key, names in spelled.items()},
        {key: tuple(names) for key, names in surnamed.items()},
        common,
    )


@cache
def misspelled(path: Path = PATH) -> Slips:
    """Return the names of well-known people, to be asked which of them a misspelled one is."""
    return Slips(people(path).posts)


@cache
def korean_surnames(path: Path = PATH) -> frozenset[str]:
    """Return the surnames that Koreans have, as news spells them."""
    return frozenset(read_toml(path.with_name(SURNAMES))["korean"])


def _lines(path: Path) -> Iterator[tuple[Post, list[str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if number == 1 and cells == HEADER:
            continue
        if len(cells) != len(HEADER) or not all(cells[:4]):
            raise DataError(
                f"{path.name}: line {number}: needs {', '.join(HEADER)}, parted by tabs; until may be empty"
            )
        yield Post(*cells[:5]), [s for s in cells[5].split("; ") if s]


def _surnames(name: str, of: str) -> Iterator[str]:
    """Yield the words by which a person may be called alone: "Assad" and "al-Assad", "de Villepin", "Xi"."""
    words = [w for w in name.split() if not (w.endswith(".") and len(w) < 4)]
    parts = len(" ".join(words).replace("-", " ").split())
    if parts < 2 or "of" in words or not words[-1].strip("IVX"):
        return  # "Elizabeth II"
    if of in FIRST or (of in FIRST_OF_THREE and parts > 2):
        yield words[0]
        return
    start = len(words) - 1
    yield words[start].removeprefix("al-").removeprefix("el-")
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    yield " ".join(words[start:])


def _key(name: str) -> str:
    return letters(name).lower()
