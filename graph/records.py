"""The plain values that flow through the program: Document, Mention, Entity, Statement, Reading.

All are frozen and hold only str, int, float, bool, None and tuples of these, so that they can be hashed,
pickled, compared and written as JSON without loss. Offsets are half-open and count characters of
`Document.text` as we publish it: `document.text[start:end] == text` always holds.
"""

import math
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, Self, Union, get_args, get_origin, get_type_hints

Modality = Literal["actual", "planned", "possible"]
Kind = Literal["country", "territory", "bloc", "people", "person", "organisation", "place"]
Reader = Literal["rules", "learned", "both"]
"""Who reads: the rules, the learned reader alone, or the rules and what the learned reader finds beside them."""

READERS: tuple[Reader, ...] = ("rules", "learned", "both")
MODALITIES: tuple[Modality, ...] = ("actual", "planned", "possible")
KINDS: tuple[Kind, ...] = ("country", "territory", "bloc", "people", "person", "organisation", "place")


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """One text to read. `date` is an ISO date (YYYY-MM-DD) or None, `date_source` says where it was found."""

    id: str
    text: str
    date: str | None = None
    date_source: Literal["metadata", "dateline"] | None = None
    title: str | None = None
    url: str | None = None

    def __repr__(self) -> str:
        return f"<Document {self.id}: {_many(len(self.text), 'character')}>"


@dataclass(frozen=True, slots=True)
class Source:
    """What is kept of a document beside its statements: enough to cite it."""

    id: str
    date: str | None = None
    title: str | None = None
    url: str | None = None

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build a Source from a mapping as read from JSON. Raises KeyError without an id, TypeError for odd values."""
        known = {"id": values["id"], **{name: values.get(name) for name in _SOURCE[1:]}}
        check(cls, known)
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Mention:
    """The words text[start:end] of a document that name (or stand for) the entity `entity`."""

    entity: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that can act or be gone to: canonical name, kind, its surface forms in this document, ids.

    `names` are the surface forms in order of first appearance, `mentions` counts them all.
    """

    name: str
    kind: Kind
    names: tuple[str, ...] = ()
    mentions: int = 0
    iso2: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build an Entity from a mapping as read from JSON; unknown keys are ignored, missing ones default.

        Raises TypeError or ValueError for a value that it cannot have.
        """
        known = {name: values[name] for name in _ENTITY if name in values}
        if not isinstance(known.get("names", []), list | tuple):
            raise TypeError("names is not a list")
        known["names"] = tuple(known.get("names", ()))
        check(cls, known)
        return cls(**known)


@dataclass(frozen=True, slots=True, repr=False)
class Statement:
    """One stated relation, `source —relation→ target`, with the words that say so.

    `source` and `target` are canonical names, the `*_text` the words that name them, `cue` those that state the
    relation. `sentence` is text[start:end] of the `document` of that id, `date` the day of that text. `negated`: it
    says that this is not so; `attributed_to`: who says it there. `confidence` is the probability, in 0..1, that it is
    right (docs/accuracy.md), `rule` names the rule that fired.

    `past` tells that the text puts the relation into a closed past: "in 1772", "a former ally". `when` is the time that
    the sentence gives it, None where it gives none: a date or the beginning of one ("1772", "2008-08"), or an interval
    of two, each included ("1980/1989"), of which one may be open ("2014/..", "../1991").
    """

    source: str
    source_text: str
    source_start: int
    source_end: int
    relation: str
    target: str
    target_text: str
    target_start: int
    target_end: int
    cue: str
    cue_start: int
    cue_end: int
    sentence: str
    start: int
    end: int
    symmetric: bool
    negated: bool
    modality: Modality
    attributed_to: str | None
    date: str | None
    document: str
    rule: str
    confidence: float
    past: bool = False
    when: str | None = None

    def __repr__(self) -> str:
        end = "—" if self.symmetric else "→"
        how = "" if self.modality == "actual" else f", {self.modality}"
        return f"<Statement {self.source} —{self.key}{end} {self.target}: “{self.cue}”{how}>"

    @property
    def key(self) -> str:
        """The edge key in the graph: the relation, with "not " before it where it is denied."""
        return f"not {self.relation}" if self.negated else self.relation

    @property
    def decided_by(self) -> str:
        """The reader that decided that this is a statement: what the rule names before a colon, else the rules."""
        reader, colon, _ = self.rule.partition(": ")
        return reader if colon else "rules"

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build a Statement from a mapping as read from JSON.

        `past` and `when`, which an earlier version did not write, may be missing. Raises KeyError for another missing
        field, TypeError or ValueError for a value that it cannot have.
        """
        known = {**LATER, **{name: values[name] for name in _STATEMENT if name in values or name not in LATER}}
        check(cls, known)
        return cls(**known)


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """What reading one document gave: its source, the entities it names, and its statements in text order."""

    source: Source
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]

    def __repr__(self) -> str:
        found = f"{_many(len(self.entities), 'name')}, {_many(len(self.statements), 'statement')}"
        return f"<Reading {self.id}: {found}>"

    @property
    def id(self) -> str:
        """The document's id."""
        return self.source.id

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: the line that `entente extract` prints."""
        return {
            **_plain(self.source, _SOURCE),
            "entities": [_plain(entity, _ENTITY) for entity in self.entities],
            "statements": [_plain(statement, _STATEMENT) for statement in self.statements],
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build a Reading from its JSON form. Raises KeyError, TypeError or ValueError for what is none."""
        return cls(
            source=Source.from_dict(values),
            entities=tuple(Entity.from_dict(e) for e in values.get("entities", ())),
            statements=tuple(Statement.from_dict(s) for s in values["statements"]),
        )


_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_END = rf"(?:{_DATE}|\.\.)"
TIMES = {"date": re.compile(_DATE, re.ASCII), "when": re.compile(rf"{_DATE}|{_END}/{_END}", re.ASCII)}
"""What the fields that hold dates and periods may say."""

LARGEST = 2**53
"""No number of ours is larger: up to here JSON keeps each."""


def check(record: type, values: Mapping[str, Any]) -> None:
    """Raise TypeError or ValueError where a value is not what the record declares of its field."""
    known = _known(record)
    for name, value in values.items():
        kinds, choices = known[name]
        if type(value) not in kinds or (choices and value not in choices):
            raise TypeError(f"{name} cannot be {value!r:.60}")
        if isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= LARGEST):
            raise ValueError(f"{name} cannot be {value!r:.60}")
        if name in TIMES and value is not None and not TIMES[name].fullmatch(value):
            raise ValueError(f"{name} cannot be {value!r:.60}")
        if isinstance(value, tuple) and not all(isinstance(one, str) for one in value):
            raise TypeError(f"{name} is not a list of texts")


@cache
def _known(record: type) -> dict[str, tuple[frozenset[type], frozenset[object]]]:
    """Return for each field of a record the types that its values may have, and the values if there are only some."""
    return {name: _allowed(hint) for name, hint in get_type_hints(record).items()}


def _allowed(hint: Any) -> tuple[frozenset[type], frozenset[object]]:
    if get_origin(hint) is Literal:
        return frozenset(map(type, get_args(hint))), frozenset(get_args(hint))
    if get_origin(hint) in (types.UnionType, Union):
        parts = [_allowed(part) for part in get_args(hint)]
        choices = frozenset().union(*(some for _, some in parts))
        return frozenset().union(*(kinds for kinds, _ in parts)), choices | {None} if choices else choices
    if hint is float:
        return frozenset((float, int)), frozenset()
    return frozenset((get_origin(hint) or hint,)), frozenset()


LATER: Mapping[str, Any] = {"past": False, "when": None}
"""The fields of a statement that an earlier version did not write, with what they are then."""

_SOURCE, _ENTITY, _STATEMENT = (tuple(f.name for f in fields(record)) for record in (Source, Entity, Statement))


def _plain(record: Source | Entity | Statement, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that is no statement, and why: `reason` is a sentence for a person."""

    source: str | None
    relation: str
    target: str | None
    cue: str
    cue_start: int
    cue_end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate of the text and who plays which part in it: `roles` are pairs (role, words)."""

    predicate: str
    start: int
    end: int
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """All that the program saw in a text: mentions, frames with their roles, statements, dropped candidates.

    `steps` are pairs of a step on the way and the lines that tell what it gave.
    """

    text: str
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    frames: tuple[Frame, ...]
    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]
    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __repr__(self) -> str:
        return f"<Explanation: {_many(len(self.statements), 'statement')}, {len(self.dropped)} dropped>"


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
