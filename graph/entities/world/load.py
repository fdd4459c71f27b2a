"""The data files of the world table: a folder of TOML files → checked entries.

A file holds one paragraph for each entity. What breaks the rules (an unknown key, an alias of two entities that
do not say so, a member that is not an entity) is refused with the file, the entry and the remedy.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from graph.data_files import Place as At
from graph.data_files import nearest, read_file
from graph.entities.world.folding import letters
from graph.errors import DataError
from graph.records import KINDS, Entity, Kind

FORMS = ("aliases", "adjectives", "person", "persons", "people", "prefixes")
COMMON = ("kind", "wikidata", "at", *FORMS, "seats", "ambiguous", "weak", "note")
FILES: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "countries": ("country", ("iso2", "iso3", "capitals")),
    "territories": ("territory", ("iso2", "iso3", "capitals", "country")),
    "states": ("territory", ("capitals", "country")),
    "divisions": ("territory", ("country",)),
    "past": ("country", ("iso2", "iso3", "capitals", "from", "until", "successors")),
    "peoples": ("people", ("country",)),
    "blocs": ("bloc", ("source", "members", "left", "ended", "talks")),
    "organisations": ("organisation", ("country",)),
    "armed": ("organisation", ("country",)),
    "bodies": ("organisation", ("country",)),
    "parties": ("organisation", ("country",)),
    "media": ("organisation", ("country",)),
    "regions": ("place", ()),
    "places": ("place", ("country",)),
}
PLACE_KEYS = ("name", "at", "wikidata", "aliases")
_LISTS = (*FORMS, "ambiguous", "weak", "successors")
_TEXTS = ("kind", "wikidata", "iso2", "iso3", "country", "from", "until", "source", "ended", "note")


class Where(Protocol):
    """What tells where a fault lies."""

    def at(self, key: str, value: object = None) -> "Where":
        """Return the place of a key, or of a value under it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A capital or a seat of an entity: the place, and the other names of the place."""

    entity: Entity
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of a data file: the entity, the words that name it, and where it governs from."""

    entity: Entity
    forms: Mapping[str, tuple[str, ...]]
    capitals: tuple[Place, ...] = ()
    seats: tuple[Place, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    values: Mapping[str, Any] = field(default_factory=dict)
    place: Where | None = field(default=None, compare=False)

    @property
    def file(self) -> str:
        """Name the file of the paragraph."""
        return str(self.place).partition(":")[0]

    @property
    def where(self) -> str:
        """Name the paragraph for an error message."""
        return str(self.place)


def load_entries(folder: Path) -> tuple[Entry, ...]:
    """Read and check all data files of `folder`, in the order of FILES. Raises DataError."""
    entries = tuple(entry for stem in FILES for entry in _read(folder / f"{stem}.toml", stem))
    check_names(entries)
    check_aliases(entries)
    return entries


def load_media(folder: Path) -> frozenset[str]:
    """Return the names of the entries of media.toml; none where there is no such file."""
    path = folder / "media.toml"
    return frozenset(read_file(path).tables()) if path.exists() else frozenset()


def load_words(folder: Path) -> frozenset[str]:
    """Return the keys of words.toml: ordinary words that are no names where a headline prints all in capitals."""
    path = folder / "words.toml"
    if not path.exists():
        return frozenset()
    values = read_file(path).tables()
    if set(values) != {"ordinary"}:
        raise DataError(f"{path.name}: its only key is ordinary, a list of words in small letters")
    return frozenset(values["ordinary"])


def _read(path: Path, stem: str) -> Iterator[Entry]:
    """Yield the entries of one file; a file that is not there holds none."""
    if not path.exists():
        return
    kind, extra = FILES[stem]
    file = read_file(path)
    for name, values in file.tables().items():
        yield entry_of(At(file).table(name), name, values, kind, (*COMMON, *extra))


def entry_of(where: Where, name: str, values: Any, kind: Kind, keys: tuple[str, ...]) -> Entry:
    """Check one paragraph and make its Entry. Raises DataError."""
    if not isinstance(values, dict):
        raise DataError(f"{where}: is not a paragraph; write [{name}] above its keys")
    _check_keys(where, values, keys)
    entity = _entity(where, name, values, values.get("kind", kind))
    forms = {form: tuple(values[form]) for form in FORMS if form in values}
    said = {name, *(alias for aliases in forms.values() for alias in aliases)}
    capitals = tuple(_place(where, entity, p) for p in values.get("capitals", ()))
    seats = tuple(_place(where, entity, p, capitals) for p in values.get("seats", ()))
    said |= {n for p in (*capitals, *seats) for n in (p.entity.name, *p.aliases)}
    for mark in ("ambiguous", "weak"):
        if unknown := sorted(set(values.get(mark, ())) - said):
            raise DataError(
                f"{where.at(mark)}: {mark} names {unknown[0]!r}, which is not a form of this entry; list it there too"
            )
    marks = (frozenset(values.get("ambiguous", ())), frozenset(values.get("weak", ())))
    return Entry(entity, forms, capitals, seats, *marks, values, where)


def _check_keys(where: Where, values: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    """Refuse keys that are unknown and values of the wrong type."""
    for key, value in values.items():
        if key not in keys:
            raise DataError(f"{where.at(key)}: unknown key {key!r}{nearest(key, keys)}; keys are {', '.join(keys)}")
        if key in _LISTS and not (isinstance(value, list) and value and all(isinstance(v, str) and v for v in value)):
            raise DataError(f'{where.at(key)}: {key} must be a list of words, as in {key} = ["Turkish"]')
        if key in _LISTS and len(set(value)) < len(value):
            raise DataError(f"{where.at(key)}: {key} names a word twice; take one away")
        if key in _TEXTS and not (isinstance(value, str) and value):
            raise DataError(f'{where.at(key)}: {key} must be a text, as in {key} = "..."')
        if key in ("capitals", "seats") and not isinstance(value, list):
            raise DataError(f'{where.at(key)}: {key} must be a list, as in {key} = [{{ name = "Ankara" }}]')
    if values.get("kind", "place") not in KINDS:
        raise DataError(f"{where.at('kind')}: unknown kind {values['kind']!r}; kinds are {', '.join(KINDS)}")


def _entity(where: Where, name: str, values: Mapping[str, Any], kind: Kind) -> Entity:
    """Make the Entity of a paragraph."""
    latitude, longitude = _at(where, values)
    return Entity(
        name=name,
        kind=kind,
        iso2=values.get("iso2"),
        iso3=values.get("iso3"),
        wikidata=values.get("wikidata"),
        latitude=latitude,
        longitude=longitude,
        country=values.get("country"),
    )


def _at(where: Where, values: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Return latitude and longitude of a paragraph, both None where it has none."""
    if "at" not in values:
        return None, None
    match values["at"]:
        case [float(latitude), float(longitude)] if -90 <= latitude <= 90 and -180 <= longitude <= 180:
            return latitude, longitude
    raise DataError(f"{where.at('at')}: at must be latitude and longitude in degrees, as in at = [39.0, 35.0]")


def _place(where: Where, entity: Entity, values: Any, capitals: tuple[Place, ...] = ()) -> Place:
    """Make a capital or seat; a seat given as bare words (a building) lies where the first capital lies."""
    if isinstance(values, str) and values:
        home = capitals[0].entity if capitals else entity
        return Place(Entity(values, "place", latitude=home.latitude, longitude=home.longitude, country=entity.name))
    if not isinstance(values, dict) or not isinstance(values.get("name"), str):
        raise DataError(f'{where}: a capital or seat needs a name, as in {{ name = "Ankara" }}')
    if unknown := [key for key in values if key not in PLACE_KEYS]:
        raise DataError(f"{where}: unknown key {unknown[0]!r} in {values['name']}; keys are {', '.join(PLACE_KEYS)}")
    latitude, longitude = _at(where, values)
    country = entity.name if entity.kind in ("country", "territory") else None
    place = Entity(
        values["name"],
        "place",
        wikidata=values.get("wikidata"),
        latitude=latitude,
        longitude=longitude,
        country=country,
    )
    return Place(place, tuple(values.get("aliases", ())))


def check_names(entries: Sequence[Entry], known: Collection[str] = ()) -> None:
    """Refuse a canonical name that two entries bear, and entries that name an entity which is none."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        name = entry.entity.name
        if name in seen:
            raise DataError(f"{entry.where}: the name stands in {seen[name].file} too; give one of them a qualifier")
        seen[name] = entry
    for entry in entries:
        named = [entry.values.get("country"), *entry.values.get("successors", ())]
        for name in named:
            if name is not None and name not in seen and name not in known:
                raise DataError(f"{entry.where}: {name!r} is not an entity; write a canonical name of these files")


def check_aliases(entries: Sequence[Entry]) -> None:
    """Refuse a form that means two entities, unless both list it as `ambiguous` or all but one as `weak`."""
    seen: dict[tuple[str, str], tuple[Entry, str]] = {}
    for entry in entries:
        for form, alias in named_forms(entry):
            if alias in entry.weak:
                continue
            other, its = seen.setdefault((form, letters(alias)), (entry, alias))
            if other is not entry and not (alias in entry.ambiguous and its in other.ambiguous):
                raise DataError(
                    f"{entry.where}: {alias!r} ({form}) also means {other.entity.name} ({other.file}); list it under "
                    f"ambiguous in both entries, or under weak in the one that it rarely means, or take it away"
                )


def named_forms(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the pairs (form, word) of an entry: its name and aliases, adjectives, person nouns and so on."""
    yield "aliases", entry.entity.name
    for form, words in entry.forms.items():
        for word in words:
            yield form, word
    for form, places in (("capitals", entry.capitals), ("seats", entry.seats)):
        for place in places:
            for word in (place.entity.name, *place.aliases):
                yield form, word
