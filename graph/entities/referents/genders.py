"""The names of a text → which of its persons are "he" and which "she", where a title or a forename says so.

"The minister, Ivan Maric, met Ana Silva. She …" is Ana Silva.
"""

from collections.abc import Iterable, Mapping

from graph.entities.names.name import Name
from graph.entities.words.forenames import Gender, read_forenames
from graph.records import Entity
from graph.syntax.tree import Doc, Token

GENDERS: Mapping[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}


def genders(doc: Doc, names: Iterable[Name], entities: Mapping[Name, Entity]) -> dict[str, Gender]:
    """Return the gender of persons by name: by the word before one of their names ("Ms Silva"), else by the forename.

    Nothing for whom two such words contradict each other, and for whom nothing tells.
    """
    known = read_forenames()
    titled, called = dict[str, set[Gender]](), dict[str, Gender]()
    for name in names:
        entity = entities[name]
        if entity.kind != "person":
            continue
        before = known.before.get(doc[name.start - 1].lower_ if name.start else "")
        within = known.before.get(doc[name.start].lower_)  # "Queen Silvia" is a name as a whole
        titled.setdefault(entity.name, set()).update(g for g in (before, within) if g is not None)
        first, *others = entity.name.split()
        if others and first in known.gender:
            called[entity.name] = known.gender[first]
    told = {name: next(iter(found)) for name, found in titled.items() if len(found) == 1}
    torn = {name for name, found in titled.items() if len(found) > 1}
    return {name: gender for name, gender in (called | told).items() if name not in torn}


def others_than(word: Token, known: Mapping[str, Gender]) -> frozenset[str]:
    """Return the persons, by name, that "he" or "she" cannot be; none for other words. `known`: who is which."""
    gender = GENDERS.get(word.lower_)
    return frozenset(name for name, told in known.items() if told != gender) if gender else frozenset()
