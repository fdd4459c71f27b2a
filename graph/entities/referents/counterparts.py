"""The offices of a text → the same, a counterpart with the office of him whose counterpart he is.

"Foreign Minister Silva and his Cuban counterpart Ana Ruiz": she is Cuba's foreign minister, and not its president.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.entities.names import Name
from graph.entities.referents.offices import Office
from graph.entities.words.titles import titles
from graph.records import Entity
from graph.syntax.tree import Doc

COUNTERPART = frozenset({"counterpart"})


def with_counterparts(
    offices: Sequence[Office], doc: Doc, entities: Mapping[Name, Entity], known: Sequence[Office]
) -> tuple[Office, ...]:
    """Return the offices, counterparts' as what they are, where the text tells it; `known`: those of well-known people.

    One whose own office the text, or the table of well-known people, tells is left with that.
    """
    found: list[Office] = []
    for office in offices:
        if not office.words & COUNTERPART:
            found.append(office)
        elif not _is_told(office, [*offices, *known], entities):
            found.append(_as_told(office, offices, doc, entities))
    return (*found, *known)


def _is_told(office: Office, offices: Sequence[Office], entities: Mapping[Name, Entity]) -> bool:
    """Whether another office of the same state is told of a person."""
    own = (o for o in offices if entities[o.person] == entities[office.person] and not o.words & COUNTERPART)
    return any(set(o.of) & set(office.of) for o in own)


def _as_told(office: Office, offices: Sequence[Office], doc: Doc, entities: Mapping[Name, Entity]) -> Office:
    """Return a counterpart's office with the words of the one before him in his sentence, whose counterpart he is."""
    here, start = entities[office.person], doc[office.person.start].sent.start
    persons = [n for n in entities if start <= n.start < office.person.start and entities[n].kind == "person"]
    last = entities[max(persons, key=lambda n: n.start)] if persons else here
    words = {w for o in offices if entities[o.person] == last != here for w in o.words - COUNTERPART}
    held = {w for w in words if titles().said_by(w) or w in titles().kinds}
    return replace(office, words=(office.words - COUNTERPART) | held) if held else office
