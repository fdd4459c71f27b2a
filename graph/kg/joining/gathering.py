"""Readings → what all of them say of each name: its kind, forms, counts, company and offices."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.entities.words.nouns import nouns
from graph.entities.words.titles import titles
from graph.records import Entity, Reading, Statement

COMPANY = frozenset({"country", "territory", "bloc", "organisation", "people"})
STATES = frozenset({"country", "territory"})
POLITE = frozenset("mr mrs ms miss dr mr. mrs. ms. dr. sir lord lady dame former".split())
BEFORE = 40  # characters of a sentence before a name
_WORD = re.compile(r"[\w.-]+")


@dataclass(slots=True)
class Known:
    """What is known of one name: how often it stands in which documents, as what, beside whom."""

    name: str
    kinds: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    dates: list[str] = field(default_factory=list)
    documents: dict[str, tuple[str | None, frozenset[str]]] = field(default_factory=dict)
    company: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    known: bool = False

    @property
    def kind(self) -> str:
        """The kind that most documents give it."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


Gathered = dict[str, Known]


def gather(readings: Iterable[Reading]) -> Gathered:
    """Return what the readings say of each name, in the order of the names."""
    found: Gathered = {}
    for reading in readings:
        beside = frozenset(e.name for e in reading.entities if e.kind in COMPANY)
        states = frozenset(e.name for e in reading.entities if e.kind in STATES)
        for entity in reading.entities:
            known = found.setdefault(entity.name, Known(entity.name))
            _add(known, entity, reading, beside)
            known.states.update(states - {entity.name})
        for statement in reading.statements:
            for name, words in _offices(statement):
                if name in found:
                    found[name].offices |= words
    return dict(sorted(found.items()))


def _add(known: Known, entity: Entity, reading: Reading, beside: frozenset[str]) -> None:
    known.kinds[entity.kind] += max(entity.mentions, 1)
    known.forms.update(dict.fromkeys(entity.names, 1))
    known.mentions += entity.mentions
    known.known = known.known or entity.wikidata is not None or entity.iso2 is not None
    date = reading.source.date
    company = beside - {entity.name}
    if entity.kind == "person":
        known.documents[reading.id] = (date, company)
    else:
        known.documents.setdefault(reading.id, (date, frozenset()))
    known.company.update(company)
    if date:
        known.dates.append(date)


def _offices(statement: Statement) -> Iterator[tuple[str, set[str]]]:
    """Yield the ends of a statement, each with the words of office that stand right before it."""
    titled = (nouns().titles | titles().kinds) - POLITE
    for name, start in ((statement.source, statement.source_start), (statement.target, statement.target_start)):
        place = start - statement.start
        words = [w.lower() for w in _WORD.findall(statement.sentence[max(place - BEFORE, 0) : max(place, 0)])]
        found: set[str] = set()
        while words and words[-1] in titled:
            found.add(words.pop())
        if found:
            yield name, found
