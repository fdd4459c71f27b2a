"""An entity that a phrase stands for, and in which way."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.records import Entity

# name: named itself; agent: acts for it; member: belongs to it; private: an unnamed person of it; act: a thing of it;
# deed: a deed of force of it; place: a place said by it; pronoun: a word that points back to it.
Via = Literal["name", "agent", "member", "private", "act", "deed", "place", "pronoun"]

ACTING: frozenset[Via] = frozenset({"name", "agent", "member", "pronoun"})
"""The ways in which an entity acts, speaks, has an attitude."""

STATES = frozenset({"country", "territory", "bloc"})


@dataclass(frozen=True, slots=True)
class Referent:
    """An entity that a noun phrase stands for; tokens doc[start:end] are the words that say so.

    `pointer` is the word that points back to them, where one does.
    """

    entity: Entity
    start: int
    end: int
    via: Via
    place: Entity | None = None
    form: str = "name"
    head: int = -1
    pointer: int = -1


def distinct(referents: Iterable[Referent]) -> list[Referent]:
    """Return the first referent of each entity and way, in the order in which each is seen for the last time."""
    found = {(r.entity.name, r.via): r for r in reversed(list(referents))}
    return list(reversed(found.values()))
