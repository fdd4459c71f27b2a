"""The names of a text → the same, a state with its embassy behind it as one name: "the Saudi embassy in Lima".

An embassy is itself, not its country, and another in each town. What only works for one ("embassy officials") is of
its country.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.entities.names.context import STATES
from graph.entities.names.name import Name
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.labels import POSSESSIVES
from graph.syntax.tree import Doc, Token

EMBASSIES = frozenset({"embassy", "consulate"})
WHERE = frozenset({"in", "at"})
PLACES = STATES | {"place"}


def embassies(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, those of a state beside "embassy" or "consulate" as the embassy's, in its town if that is told.

    "The Saudi embassy" of a text that tells of the Saudi Embassy in Lima, and of no other, is that one.
    """
    words = [t.i for t in doc if t.lower_ in EMBASSIES and t.tag_ in ("NN", "NNP")]
    if not words:
        return list(names)
    at = {i: n for n in names for i in range(n.start, n.end)}
    found = {n: n for n in names}
    for word in words:
        if (mission := _embassy(doc[word], at, doc, world)) is not None:
            for inside in dict.fromkeys(at[i] for i in range(mission.start, mission.end) if i in at):
                found.pop(inside, None)
            found[mission] = mission
    told = {n.entity.name for n in found if doc[n.end - 1].lower_ in EMBASSIES or doc[n.start].lower_ in EMBASSIES}
    same = {name: whole for name in told if (whole := _in_state(name, told, world)) is not None}
    towns = told - same.keys()
    known = (_named(n, same[n.entity.name]) if n.entity.name in same else _the_only(n, towns) for n in found.values())
    return sorted(known, key=lambda n: n.start)


def _named(name: Name, full: str) -> Name:
    return replace(name, entity=replace(name.entity, name=full))


def _in_state(name: str, told: set[str], world: World) -> str | None:
    """Return the embassy in the capital of the state in which it is said to be: that in Peru is the one in Lima."""
    mission, _, state = name.rpartition(" in ")
    capital = world.capital(state) if mission else None
    return whole if capital is not None and (whole := f"{mission} in {capital.name}") in told else None


def _the_only(name: Name, told: set[str]) -> Name:
    """Return an embassy that is told without its town as the only one of its state that the text tells with it."""
    towns = [full for full in told if full.startswith((f"{name.entity.name} in ", f"{name.entity.name} at "))]
    if name.entity.name not in told or len(towns) != 1:
        return name
    return _named(name, towns[0])


def _embassy(word: Token, at: dict[int, Name], doc: Doc, world: World) -> Name | None:
    """Return the embassy that a state before the word, or behind its "of", makes of it; None where there is none."""
    start, end = word.i, word.i + 1
    inside = at.get(word.i)
    if inside is None and word.dep_ in ("compound", "nmod"):
        return None  # "embassy officials"
    state: Entity | None = None
    if inside is not None and inside.end == end and inside.start < word.i:
        start = inside.start
        state = _state(doc[start : word.i].text, world)
    elif inside is not None and inside.start == word.i and inside.end > end + 1:  # "Embassy of the Republic of Peru"
        end = inside.end
        state = _state(doc[word.i + 2 + (doc[word.i + 2].lower_ == "the") : end].text, world)
    else:
        before = word.i - 1 - (word.i > 0 and doc[word.i - 1].text in POSSESSIVES)
        owner = at.get(before)
        if owner is not None and owner.form in ("name", "adjective") and owner.entity.kind in STATES:
            start, state = owner.start, owner.entity
        elif end < len(doc) and doc[end].lower_ == "of":
            behind = at.get(end + 1) or at.get(end + 2)
            if behind is not None and behind.form == "name" and behind.entity.kind in STATES:
                end, state = behind.end, behind.entity
    if state is None:
        return None
    town = at.get(end + 1) if end < len(doc) and doc[end].lower_ in WHERE else None
    where = "" if town is None or town.entity.kind not in PLACES else f" in {(town.place or town.entity).name}"
    name = f"{world.adjective(state.name)} {word.text.capitalize()}{where}"
    return Name(start, end, Entity(name, "organisation", country=state.name), "name")


def _state(words: str, world: World) -> Entity | None:
    senses = world.senses(words)
    return senses[0].entity if senses and senses[0].entity.kind in STATES else None
