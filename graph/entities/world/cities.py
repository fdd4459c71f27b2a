"""The cities of 15,000 people and more: a gzipped table of GeoNames (CC BY 4.0) → senses of their names.

The table has one line for each name in a country (name, ISO code of the country, latitude, longitude, people, and
the usual name where it is another), the greatest city of that name; `tools/make_cities.py` makes it. It is read when
the first name is looked for.
"""

import gzip
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graph.entities.world.folding import first_words, fits, letters, most_words
from graph.entities.world.senses import Sense
from graph.errors import DataError
from graph.records import Entity

FILE = "cities.tsv.gz"
_GREAT = 100_000  # people: a city that a headline may name in capitals

_SURE = 250_000  # people: the names of smaller ones are as often those of persons and other things


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table."""

    name: str
    iso2: str
    latitude: float
    longitude: float
    people: int
    usual: str = ""


class Cities:
    """The cities of one data folder. A city is called "Moscow (United States)" where Moscow is another one."""

    def __init__(self, folder: Path, countries: Mapping[str, str], taken: Mapping[str, Entity]) -> None:
        """Note where the table lies, the countries by their ISO codes, and the entities whose names are taken."""
        self._path = folder / FILE
        self._countries = countries
        self._taken = taken

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        """The lines of the table by the key of their name; empty where there is no table."""
        found: dict[str, list[str]] = {}
        if self._path.exists():
            for line in gzip.decompress(self._path.read_bytes()).decode().splitlines():
                found.setdefault(letters(line[: line.find("\t")]).lower(), []).append(line)
        return found

    @cached_property
    def first(self) -> Mapping[str, int]:
        """The keys of the first words of all names, each with the greatest number of tokens that follow it."""
        found: dict[str, int] = {}
        for name, lines in self._lines.items():
            printed = lines[0][: lines[0].find("\t")]
            most = most_words(printed)
            for first in first_words(printed) if most > 1 else (name,):
                found[first] = max(found.get(first, 0), most)
        return found

    def has(self, key: str) -> bool:
        """Say whether any city has this key."""
        return key in self._lines

    def senses(self, found: str, words: Collection[int] = (), *, shouted: bool = False) -> tuple[Sense, ...]:
        """Return the cities called `found` (letters of a text whose words begin at `words`), the greatest first."""
        lines = self._lines.get(found.lower())
        if lines is None:
            return ()
        rows = sorted((_read(line) for line in lines), key=lambda row: -row.people)
        return tuple(
            self._sense(row, first=row is rows[0])
            for row in rows
            if fits(row.name, found, words, shouted=shouted and row.people >= _GREAT)
        )

    def entity(self, name: str) -> Entity | None:
        """Return the city with the canonical name `name`."""
        plain = name.rpartition(" (")[0] if name.endswith(")") else name
        cities = (*self.senses(letters(name), shouted=False), *self.senses(letters(plain)))
        return next((s.entity for s in cities if s.entity.name == name), None)

    def _sense(self, row: _Row, *, first: bool) -> Sense:
        """Give a city its canonical name and its country."""
        country = self._countries.get(row.iso2, row.iso2)
        usual = row.usual or row.name
        name = usual if first and usual not in self._taken else f"{usual} ({country})"
        place = Entity(name, "place", latitude=row.latitude, longitude=row.longitude, country=country)
        return Sense(place, "city", place, ambiguous=row.people < _SURE)


def _read(line: str) -> _Row:
    """Read one line of the table. Raises DataError."""
    try:
        name, iso2, latitude, longitude, people, *usual = line.split("\t")
        return _Row(name, iso2, float(latitude), float(longitude), int(people), *usual)
    except (TypeError, ValueError) as error:
        raise DataError(f"{FILE}: {line!r} is not a city; make the table anew with tools/make_cities.py") from error
