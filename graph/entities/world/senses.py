"""What the words of an entry mean: one paragraph of the data → its words with their senses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.entities.world.folding import key
from graph.entities.world.load import Entry, Place
from graph.records import Entity

Form = Literal["name", "adjective", "person", "people", "capital", "seat", "prefix", "city"]

_ORDER: tuple[Form, ...] = ("name", "capital", "adjective", "person", "people", "seat", "prefix", "city")
RANK: dict[Form, int] = {form: i for i, form in enumerate(_ORDER)}
_FORMS: tuple[tuple[str, Form, bool], ...] = (
    ("aliases", "name", False),
    ("adjectives", "adjective", False),
    ("person", "person", False),
    ("persons", "person", True),
    ("people", "people", True),
    ("prefixes", "prefix", False),
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that words may mean: the entity, and the form in which they name it.

    `place` is the place itself where the words are a capital, a seat of government or a city. `ambiguous` tells
    that the words mean something else as often (Georgia, "the North"): only the context can say.
    """

    entity: Entity
    form: Form
    place: Entity | None = None
    plural: bool = False
    ambiguous: bool = False


def senses_of(entry: Entry) -> Iterator[tuple[str, Sense]]:
    """Yield the words of an entry, each with its sense."""
    entity = entry.entity
    unsure = entry.ambiguous | entry.weak
    own: Form = "people" if entity.kind == "people" else "name"
    yield entity.name, Sense(entity, own, None, own == "people", entity.name in unsure)
    for field, form, plural in _FORMS:
        for word in entry.forms.get(field, ()):
            said = own if form == "name" else form
            yield word, Sense(entity, said, None, plural or said == "people", word in unsure)
    yield from _places(entry, entry.capitals, "capital")
    yield from _places(entry, entry.seats, "seat")


def _places(entry: Entry, places: tuple[Place, ...], form: Form) -> Iterator[tuple[str, Sense]]:
    """Yield the capitals or seats of an entry, but for those that are called like it (Singapore)."""
    names = {key(entry.entity.name)}
    for place in places:
        for word in (place.entity.name, *place.aliases):
            if key(word) not in names:
                yield word, Sense(entry.entity, form, place.entity, False, word in entry.ambiguous | entry.weak)
