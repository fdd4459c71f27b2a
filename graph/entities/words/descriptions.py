"""What a state or group is called without its name ("the kingdom", "the Gulf state") → the names that this fits.

The words are those of graph/data/world/described.toml; docs/world.md says how they are written.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from graph.data_files import DATA, read_toml
from graph.entities.words.nouns import nouns
from graph.entities.world import World, world
from graph.errors import DataError
from graph.records import Entity

PATH = DATA / "world" / "described.toml"
GROUPS = frozenset({"group", "movement", "militia", "faction", "network"})
LONGEST = 3  # words of a description


def may_be_called(what: str, entity: Entity) -> bool:
    """Whether a body may be called "the group", "the agency", or be "armed"; an unknown one may."""
    if what in GROUPS | {"armed"} and not nouns().organs.isdisjoint(entity.name.lower().split()):
        return False  # no ministry is "the group"
    names = descriptions()["armed"] | descriptions()["group"] if what in GROUPS else descriptions().get(what)
    known = world().entity(entity.name) is not None and entity.kind != "people"
    return names is None or not known or entity.name in names or what.capitalize() in entity.name.split()


def fitting(words: Sequence[str]) -> frozenset[str] | None:
    """Return the names that all these words, in small letters, fit; None where one of them is no description.

    Words that fit every state ("the troubled country") tell nothing: where there are no others, nothing is returned.
    """
    known, found, place = descriptions(), [], 0
    while place < len(words):
        for size in range(LONGEST, 0, -1):
            if (names := known.get(" ".join(words[place : place + size]))) is not None:
                found.append(names)
                place += size
                break
        else:
            if words[place] not in nouns().countries and words[place] not in nouns().neutral:
                return None
            place += 1
    return frozenset.intersection(*found) if found else frozenset()


@cache
def descriptions(path: Path = PATH) -> Mapping[str, frozenset[str]]:
    """Return the names that each description fits. Raises DataError for names that the world table does not know."""
    return {words: _checked(path, words, names, world()) for words, names in read_toml(path).items()}


def _checked(path: Path, words: str, names: object, table: World) -> frozenset[str]:
    if words != words.lower() or len(words.split()) > LONGEST:
        raise DataError(f"{path.name}: {words!r} must be in small letters, and of {LONGEST} words at most")
    if not isinstance(names, list) or not names or len(set(names)) < len(names):
        raise DataError(f'{path.name}: {words!r} needs a list of different names, as in {words} = ["Jordan"]')
    if unknown := [name for name in names if table.entity(name) is None]:
        raise DataError(f"{path.name}: {words!r} names {unknown[0]!r}, which is not an entity of the world table")
    return frozenset(names)
