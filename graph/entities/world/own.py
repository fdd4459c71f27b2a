"""A user's own names: TOML or CSV files → entries of the world table, and words that are never names.

A paragraph has the keys of the world table's own (docs/world.md), and `demonym`; a CSV file has them as columns, lists
parted by "|" (docs/teaching.md).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self, cast

from graph.data_files import File, Place, nearest
from graph.entities.world.load import COMMON, FORMS, Entry, Where, check_aliases, check_names, entry_of
from graph.errors import DataError
from graph.records import KINDS, Entity, Kind

NEVER = "never"
KEYS = (*COMMON, "iso2", "iso3", "country", "capitals", "demonym")
COLUMNS = ("name", "kind", *FORMS, "demonym", "country", "iso2", "iso3", "wikidata", "latitude", "longitude")
LISTS = frozenset({*FORMS, "demonym"})
SAME = ("ese", "sh", "ch", "s")  # "two Togolese": endings of those whose plural is the same word


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file that has no keys."""

    file: str
    number: int

    def at(self, _key: str, _value: object = None) -> Self:
        """Return the same: a line is near enough."""
        return self

    def __str__(self) -> str:
        """Name file and line."""
        return f"{self.file}:{self.number}"


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Entries that win over the world table, and words that are no names."""

    entries: tuple[Entry, ...] = ()
    never: frozenset[str] = frozenset()


def read_names(files: Iterable[File], known: Mapping[str, Entity]) -> OwnNames:
    """Return the names of `files`; `known` are the entities of the world table, which a paragraph may add words to.

    Raises DataError naming file, line, entry, key and remedy.
    """
    entries: list[Entry] = []
    never: set[str] = set()
    for file in files:
        for where, name, values in _rows(file):
            if values.get("kind") == NEVER:
                never.add(name)
            else:
                entries.append(_entry(where, name, values, known))
    check_names(entries, known)
    check_aliases(entries)
    return OwnNames(tuple(entries), frozenset(never))


def _rows(file: File) -> Iterator[tuple[Where, str, Mapping[str, Any]]]:
    return _of_csv(file) if file.name.lower().endswith(".csv") else _of_toml(file)


def _of_toml(file: File) -> Iterator[tuple[Where, str, Mapping[str, Any]]]:
    for name, values in file.tables().items():
        where = Place(file).table(name)
        if name == NEVER:
            if not isinstance(values, list) or not all(isinstance(word, str) and word.strip() for word in values):
                raise DataError(f'{where}: never is a list of words, as in never = ["Water Cannon"]')
            yield from ((where, word, {"kind": NEVER}) for word in values)
        elif not isinstance(values, dict):
            raise DataError(
                f'{where}: is not a paragraph; write [{name}] above its keys, such as kind = "organisation"'
            )
        else:
            yield where, name, values


def _of_csv(file: File) -> Iterator[tuple[Where, str, Mapping[str, Any]]]:
    rows = csv.DictReader(io.StringIO(file.text, newline=""))
    heads = [head.strip() for head in rows.fieldnames or ()]
    if unknown := [head for head in heads if head not in COLUMNS]:
        advice = f"unknown column {unknown[0]!r}{nearest(unknown[0], COLUMNS)}; columns are {', '.join(COLUMNS)}"
        raise DataError(f"{file.name}:1: {advice}")
    if "name" not in heads:
        raise DataError(f"{file.name}:1: there is no column name; columns are {', '.join(COLUMNS)}")
    rows.fieldnames = heads
    for row in rows:
        where = Line(file.name, rows.line_num)
        if None in row:
            raise DataError(f"{where}: has more cells than the first line; put text with commas in double quotes")
        told = {key: value.strip() for key, value in row.items() if value and value.strip()}
        if told:
            if "name" not in told:
                raise DataError(f"{where}: has no name; write one, or take the line away")
            yield where, told.pop("name"), _values(where, told)


def _values(where: Where, told: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of a row as a paragraph of TOML would have them."""
    values: dict[str, Any] = {
        key: [part.strip() for part in value.split("|") if part.strip()] if key in LISTS else value
        for key, value in told.items()
        if key not in ("latitude", "longitude")
    }
    if "latitude" in told or "longitude" in told:
        try:
            values["at"] = [float(told["latitude"]), float(told["longitude"])]
        except (KeyError, ValueError) as error:
            raise DataError(f"{where}: latitude and longitude are two numbers, in degrees") from error
    return values


def _entry(where: Where, name: str, values: Mapping[str, Any], known: Mapping[str, Entity]) -> Entry:
    """Return a checked entry; of a known entity what is not said stays as it is."""
    if unknown := [key for key in values if key not in KEYS]:
        advice = f"unknown key {unknown[0]!r}{nearest(unknown[0], KEYS)}; keys are {', '.join(KEYS)}"
        raise DataError(f"{where.at(unknown[0])}: {advice}")
    kind = values.get("kind", known[name].kind if name in known else None)
    if kind not in KINDS:
        said = f"unknown kind {kind!r}{nearest(str(kind), KINDS)}" if kind is not None else f"say the kind of {name!r}"
        raise DataError(f"{where.at('kind')}: {said}; kinds are {', '.join(KINDS)}, and never for what is no name")
    demonyms = values.get("demonym", [])
    demonyms = [demonyms] if isinstance(demonyms, str) else demonyms
    if not isinstance(demonyms, list) or not all(isinstance(word, str) and word for word in demonyms):
        raise DataError(f'{where.at("demonym")}: demonym is a word, as in demonym = "Zorvanian"')
    told = {key: value for key, value in values.items() if key != "demonym"}
    for key, words in (("adjectives", demonyms), ("person", demonyms), ("persons", list(map(_plural, demonyms)))):
        if words and isinstance(told.get(key, []), list):
            told[key] = list(dict.fromkeys([*told.get(key, []), *words]))
    made = entry_of(where, name, told, cast(Kind, kind), KEYS)
    if name in known and known[name].kind == kind:
        return _on_top(made, known[name])
    return made


def _on_top(entry: Entry, before: Entity) -> Entry:
    """Return an entry of a known entity that has what is told of it, and else what was known."""
    told = {f.name: getattr(entry.entity, f.name) for f in fields(Entity)}
    changed = {key: value for key, value in told.items() if value not in (None, (), 0)}
    return replace(entry, entity=replace(before, **changed))


def _plural(demonym: str) -> str:
    return demonym if demonym.endswith(SAME) else f"{demonym}s"
