"""What the queries answer with: small frozen values that carry the statements they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.records import Modality, Statement

Direction = Literal["out", "in", "both"]


@dataclass(frozen=True, slots=True, repr=False)
class Tie:
    """One relation between `name`, the one asked about, and `other`, with every statement that says so."""

    name: str
    other: str
    relation: str
    negated: bool
    evidence: tuple[Statement, ...]

    def __repr__(self) -> str:
        line = {"out": f"—{self.key}→", "in": f"←{self.key}—", "both": f"—{self.key}—"}[self.direction]
        said = "1 statement" if self.weight == 1 else f"{self.weight} statements"
        return f"<Tie {self.name} {line} {self.other}: {said}>"

    @property
    def key(self) -> str:
        """The relation, with "not " before it where it is denied."""
        return self.evidence[0].key

    @property
    def modality(self) -> Modality | None:
        """How it is said: as a fact ("actual"), planned or possible; None where its statements differ in that."""
        told = {s.modality for s in self.evidence}
        return self.evidence[0].modality if len(told) == 1 else None

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


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """The ties that a question found, those said most often first; an answer is used like a tuple of its `ties`.

    `ties` are stated as facts. What texts tell as `planned` or `possible`, and what they say is not so (`denied`),
    stands apart and is never among them, though one tie may be stated in one text, and possible or denied in another.
    `names` are the canonical names of those asked about.
    """

    question: str
    names: tuple[str, ...]
    ties: tuple[Tie, ...]
    planned: tuple[Tie, ...] = ()
    possible: tuple[Tie, ...] = ()
    denied: tuple[Tie, ...] = ()

    def __iter__(self) -> Iterator[Tie]:
        return iter(self.ties)

    def __len__(self) -> int:
        return len(self.ties)

    def __getitem__(self, index: int) -> Tie:
        return self.ties[index]

    def __repr__(self) -> str:
        apart = {"planned": self.planned, "possible": self.possible, "denied": self.denied}
        more = "".join(f", {len(ties)} {how}" for how, ties in apart.items() if ties)
        return f"<Answer {self.question} {', '.join(self.names)}: {', '.join(self.others) or 'none'}{more}>"

    @property
    def every(self) -> tuple[Tie, ...]:
        """All that was found: what is stated as a fact, then what is planned, possible, denied."""
        return (*self.ties, *self.planned, *self.possible, *self.denied)

    @property
    def others(self) -> tuple[str, ...]:
        """The names found as a fact, each once."""
        return tuple(dict.fromkeys(tie.other for tie in self.ties))
