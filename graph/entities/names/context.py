"""The names of a text, each by itself, in; out those that the rest of the text decides, and none that it leaves open.

"Korean" is of the Korea that the text names, and open where it names both; "Moscow" is the Soviet Union's in a text
that speaks of the Soviet Union, and not of Russia.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.entities.names.name import Name
from graph.entities.world import Sense, World
from graph.syntax.tree import Doc

FORMER = frozenset({"former", "ex", "-", "old"})
STATES = frozenset({"country", "territory"})


def in_context(names: Sequence[Name], doc: Doc, world: World) -> Iterator[Name]:
    """Yield the names, those of several states decided by the others."""
    unsure = any(n.entity.name in world.shared for n in names)
    told = {n.entity.name for n in names if len(_states(n, doc, world)) == 1} if unsure else set()
    for name in names:
        if name.form in ("capital", "seat"):
            yield _of_its_time(name, names, doc, world)
            continue
        states = _states(name, doc, world) if name.entity.name in world.shared else {}
        meant = [state for state in states if state in told]
        if len(states) < 2 or not meant:
            yield name
        elif len(meant) == 1:
            yield replace(name, entity=states[meant[0]].entity)


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
