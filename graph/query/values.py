"""What the queries answer with: small frozen values that carry the statements they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.records import Statement

Direction = Literal["out", "in", "both"]


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation between `name`, the one asked about, and `other`, with every statement that says so."""

    name: str
    other: str
    relation: str
    negated: bool
    evidence: tuple[Statement, ...]

    @property
    def key(self) -> str:
        """The relation, with "not " before it where it is denied."""
        return self.evidence[0].key

    @property
    def direction(self) -> Direction:
        """Who sides with, stands against or goes to whom: "out" is `name` → `other`, "in" the reverse."""
        out = any(s.symmetric or s.source == self.name for s in self.evidence)
        into = any(s.symmetric or s.target == self.name for s in self.evidence)
        return "both" if out and into else "out" if out else "in"

    @property
    def weight(self) -> int:
        """How many statements say so."""
        return len(self.evidence)

    @property
    def actual(self) -> int:
        """How many statements say so as a fact, not as a plan or a possibility."""
        return sum(s.modality == "actual" for s in self.evidence)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences that say so, each once."""
        return tuple(dict.fromkeys(s.sentence for s in self.evidence))

    @property
    def first(self) -> str | None:
        """The earliest date on which it was said, where a date is known."""
        return min((s.date for s in self.evidence if s.date), default=None)

    @property
    def last(self) -> str | None:
        """The latest date on which it was said, where a date is known."""
        return max((s.date for s in self.evidence if s.date), default=None)


@dataclass(frozen=True, slots=True)
class Answer:
    """The ties that a question found, those said most often first; `denied` are those that a text denies.

    `names` are the canonical names of those asked about. An answer is used like a tuple of its `ties`; what is
    denied is never among them, though the same tie may be stated in one text and denied in another.
    """

    question: str
    names: tuple[str, ...]
    ties: tuple[Tie, ...]
    denied: tuple[Tie, ...]

    def __iter__(self) -> Iterator[Tie]:
        return iter(self.ties)

    def __len__(self) -> int:
        return len(self.ties)

    def __getitem__(self, index: int) -> Tie:
        return self.ties[index]

    @property
    def others(self) -> tuple[str, ...]:
        """The names found, each once."""
        return tuple(dict.fromkeys(tie.other for tie in self.ties))
