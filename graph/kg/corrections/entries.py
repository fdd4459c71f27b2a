"""One correction as a value: a Move (a name becomes another) or a Drop (statements are left out)."""

import json
from dataclasses import dataclass

CHOICE = ("name", "document", "source", "relation", "target", "negated", "cue_start")
"""The fields of a Drop that choose statements; at least one of name, document, source, target must be given."""


@dataclass(frozen=True, slots=True)
class Move:
    """One name becomes another: everywhere, or in some documents only (a split). `how` is the entry's kind."""

    how: str
    name: str
    to: str
    documents: frozenset[str] | None = None
    note: str | None = None
    date: str | None = None

    def __str__(self) -> str:
        """Say it in words."""
        where = f" in {', '.join(sorted(self.documents))}" if self.documents is not None else ""
        return f'{self.how} "{self.name}" → "{self.to}"{where}'


@dataclass(frozen=True, slots=True)
class Drop:
    """Statements to leave out: those that agree with every field that is given."""

    name: str | None = None
    document: str | None = None
    source: str | None = None
    relation: str | None = None
    target: str | None = None
    negated: bool | None = None
    cue_start: int | None = None
    note: str | None = None
    date: str | None = None

    def __str__(self) -> str:
        """Say it in words."""
        given = [(key, getattr(self, key)) for key in CHOICE if getattr(self, key) is not None]
        return "drop " + ", ".join(f"{key} {json.dumps(value, ensure_ascii=False)}" for key, value in given)


@dataclass(frozen=True, slots=True)
class Right(Drop):
    """Statements that a reader holds to be right: those that agree with every field that is given."""

    def __str__(self) -> str:
        """Say it in words."""
        return Drop.__str__(self).replace("drop", "right", 1)


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one or several files, in their order."""

    moves: tuple[Move, ...] = ()
    drops: tuple[Drop, ...] = ()
    rights: tuple[Right, ...] = ()

    def __add__(self, other: "Corrections") -> "Corrections":
        """Join two files' corrections."""
        return Corrections(self.moves + other.moves, self.drops + other.drops, self.rights + other.rights)


@dataclass(frozen=True, slots=True)
class Report:
    """What corrections did: each in words, with the number of statements that it changed or dropped."""

    applied: tuple[tuple[str, int], ...]
    unused: tuple[str, ...]
