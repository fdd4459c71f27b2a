"""The names of a text, each by itself, in; out those that the rest of the text decides, and none that it leaves open.

"Korean" is of the Korea that the text names, and open where it names both; "Moscow" is the Soviet Union's in a text
that speaks of the Soviet Union, and not of Russia.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.entities.names.bearers import borne, division, states_named
from graph.entities.names.facilities import facility
from graph.entities.names.name import Name
from graph.entities.names.whereabouts import is_of_meeting
from graph.entities.world import Sense, World
from graph.records import Entity
from graph.syntax.tree import Doc

FORMER = frozenset({"former", "ex", "-", "old"})
BODIES = frozenset({"organisation", "bloc"})
STATES = frozenset({"country", "territory"})
RULED = frozenset({"governor", "gov.", "legislature", "lieutenant", "county", "voters", "republicans", "democrats"})
SEATED = frozenset({"governor", "gov.", "senator", "sen.", "congressman", "congresswoman"})  # "Senator Berg of Georgia"
BEFORE = 6  # tokens
OWNING = frozenset({"'s", "’s", "state", "province", "of"})
KOREAS = frozenset({"North Korea", "South Korea"})
SURE = 2  # what must speak for a division against a country of its name
NEAR = 4  # tokens behind a name: "Georgia's Republican governor"


def in_context(names: Sequence[Name], doc: Doc, world: World) -> Iterator[Name]:
    """Yield the names, those of several states decided by the others."""
    unsure = any(n.entity.name in world.shared for n in names)
    told = {n.entity.name for n in names if len(_states(n, doc, world)) == 1} if unsure else set()
    counted = states_named(names)
    for name in names:
        if name.entity.name in world.shared and name.end < len(doc) and doc[name.end].text == "War":
            continue  # "the Korean War"
        if name.entity.name in KOREAS and _is_direction(name, names, doc):
            continue  # "the North project"
        other = _body(name, names, doc, world) or division(name, doc, world) or borne(name, counted, doc, world)
        if other is not None:
            yield other
            continue
        if (divided := _division(name, names, doc, world)) is not None:
            yield divided
            continue
        if name.place is not None and is_of_meeting(name, doc):
            yield replace(name, entity=name.place, form="city", place=None)  # "the Kampala talks"
            continue
        if (site := facility(name, doc)) is not None:
            yield site
            continue
        if name.form in ("capital", "seat"):
            yield _of_its_time(name, names, doc, world)
            continue
        states = _states(name, doc, world) if name.entity.name in world.shared else {}
        meant = [state for state in states if state in told]
        if len(states) < 2 or not meant:
            yield name
        elif len(meant) == 1:
            yield replace(name, entity=states[meant[0]].entity)


def _is_direction(name: Name, names: Sequence[Name], doc: Doc) -> bool:
    """Whether "North" or "South" is no Korea: in a text that names neither otherwise."""
    if doc[name.start : name.end].text not in ("North", "South"):
        return False
    return all(doc[n.start : n.end].text in ("North", "South") for n in names if n.entity.name in KOREAS)


def _body(name: Name, names: Sequence[Name], doc: Doc, world: World) -> Name | None:
    """Return a body of several with that name as the one that the text names otherwise, or whose state it names."""
    if name.entity.kind not in BODIES or name.form != "name":
        return None
    senses = [s for s in world.senses(doc[name.start : name.end].text) if s.entity.kind in BODIES and s.form == "name"]
    if len(senses) < 2:
        return None
    words = doc[name.start : name.end].text
    said = {n.entity.name for n in names if doc[n.start : n.end].text != words}
    best = [s for s in senses if s.entity.name in said] or [s for s in senses if s.entity.country in said]
    return replace(name, entity=best[0].entity) if len(best) == 1 else None


def _division(name: Name, names: Sequence[Name], doc: Doc, world: World) -> Name | None:
    """Return a name as that of a division which the text is about: Georgia beside Atlanta, Punjab beside Lahore.

    None where it is no division's, or where the text speaks as much of the country so called, or of another state.
    """
    if name.form != "name" or name.entity.kind not in STATES:
        return None
    senses = [s for s in world.senses(doc[name.start : name.end].text) if s.form == "name" and s.entity.kind in STATES]
    if len(senses) < 2 or not any(s.entity.country for s in senses):
        return None
    seats = all(s.entity.country for s in senses)  # "Washington", "Congress" tell nothing of Georgia
    speaking = [n for n in names if seats or (n.form not in ("capital", "seat") and n.entity.kind not in BODIES)]
    votes = {s.entity.name: _votes(s.entity, name, speaking, doc) for s in senses}
    best = max(senses, key=lambda s: votes[s.entity.name])
    rivals = [s for s in senses if s is not best and votes[s.entity.name] >= votes[best.entity.name]]
    if best.entity.country and votes[best.entity.name] < SURE and any(not s.entity.country for s in senses):
        return None  # one town of the United States makes no U.S. state of Georgia
    return None if rivals else replace(name, entity=best.entity)


def _votes(entity: Entity, name: Name, names: Sequence[Name], doc: Doc) -> int:
    """Return how much a text speaks for one bearer of a name: its state, towns and sisters, and who governs it."""
    home = entity.country or entity.name
    beside = {n.entity.name for n in names if n.entity.name != name.entity.name and home == n.entity.country}
    beside |= {n.place.name for n in names if n.place is not None and home in (n.place.country, n.entity.name)}
    named = any(n.entity.name == home and n.form != "name" for n in names)  # "Georgian": the country's adjective
    own = bool(entity.country) and any(n.entity.name == home and _owns(n, name, doc) for n in names)
    alike = [n for n in names if n.form == "name" and n.entity.name == name.entity.name]  # one sense in a text
    told = any(t.lower_ in RULED for n in alike for t in doc[n.end : n.end + NEAR]) or any(
        doc[n.start - 1].lower_ == "of" and t.lower_ in SEATED
        for n in alike
        for t in doc[max(n.start - BEFORE, 0) : n.start - 1]
    )
    ruled = bool(entity.country) and told
    return len(beside) + named + own + 2 * ruled


def _owns(one: Name, other: Name, doc: Doc) -> bool:
    """Whether the first name says whose the second is: "India's Punjab", "the Indian state of Punjab"."""
    between = [t.lower_ for t in doc[one.end : other.start]] if one.end <= other.start < one.end + NEAR else ["-"]
    return all(w in OWNING for w in between) and (bool(between) or one.form == "adjective")


def _states(name: Name, doc: Doc, world: World) -> dict[str, Sense]:
    """Return the states that the words of a name may mean in its form."""
    senses = world.senses(doc[name.start : name.end].text)
    return {s.entity.name: s for s in reversed(senses) if s.form == name.form and s.entity.kind in STATES}


def _of_its_time(name: Name, names: Sequence[Name], doc: Doc, world: World) -> Name:
    """Return a capital as that of a state of the past which the text names, and whose successor it does not name."""
    before = [s for s in world.senses(doc[name.start : name.end].text) if s.entity.name in world.past]
    if not before:
        return name
    plain = (n for n in names if n.form == "name" and doc[max(n.start - 1, 0)].lower_ not in FORMER)
    named = {n.entity.name for n in plain}
    sense = next((s for s in before if s.entity.name in named and name.entity.name not in named), None)
    return name if sense is None else replace(name, entity=sense.entity)
