"""The plain values of an evaluation: what is owed, what was said, and how the two compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from graph.records import Modality

PartName = Literal[
    "entity",
    "direction",
    "relation",
    "polarity",
    "names",
    "symmetric",
    "modality",
    "attribution",
    "speaker",
    "no speaker",
]
Fault = Literal["polarity", "direction", "relation", "entity"]

PARTS: tuple[PartName, ...] = (
    "entity", "direction", "relation", "polarity", "names", "symmetric", "modality", "attribution",
    "speaker", "no speaker",
)  # fmt: skip
FAULTS: tuple[Fault, ...] = ("polarity", "direction", "relation", "entity")


class Said(Protocol):
    """A predicted statement: graph.records.Statement, or a Claim of another program."""

    @property
    def source(self) -> str: ...  # noqa: D102  (the names of graph.records.Statement)
    @property
    def source_text(self) -> str: ...  # noqa: D102
    @property
    def relation(self) -> str: ...  # noqa: D102
    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def target_text(self) -> str: ...  # noqa: D102
    @property
    def symmetric(self) -> bool: ...  # noqa: D102
    @property
    def negated(self) -> bool: ...  # noqa: D102
    @property
    def modality(self) -> Modality: ...  # noqa: D102
    @property
    def attributed_to(self) -> str | None: ...  # noqa: D102
    @property
    def cue(self) -> str: ...  # noqa: D102
    @property
    def rule(self) -> str: ...  # noqa: D102
    @property
    def confidence(self) -> float: ...  # noqa: D102


class Told(Protocol):
    """A text's predicted statements: graph.records.Reading, or Claims."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def statements(self) -> Sequence[Said]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Claim:
    """A predicted statement that another program made, with what of it is compared."""

    source: str
    source_text: str
    relation: str
    target: str
    target_text: str
    symmetric: bool = False
    negated: bool = False
    modality: Modality = "actual"
    attributed_to: str | None = None
    cue: str = ""
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims that another program makes of one text."""

    id: str
    statements: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """A statement that a careful reader finds; each end may have several names and words that are all right.

    `optional` ones count neither way: readers may differ on them.
    """

    source: tuple[str, ...]
    source_text: tuple[str, ...]
    relation: str
    target: tuple[str, ...]
    target_text: tuple[str, ...]
    symmetric: bool = False
    negated: bool = False
    modality: Modality = "actual"
    attributed_to: tuple[str, ...] = ()
    cue: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text of a gold file with all that it states. `text` is None where the file leaves it out."""

    id: str
    text: str | None
    statements: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the owed statements were found, how many were missed, and how many false ones were said."""

    found: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of right ones among what was said; 0 where nothing was said."""
        return self.found / (self.found + self.false) if self.found + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of found ones among what is owed; 0 where nothing is owed."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a number have something right; `share` is None where there is nothing to judge."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """The share of the right ones."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Found:
    """An owed statement and the predicted one that says it."""

    id: str
    owed: Owed
    said: Said


@dataclass(frozen=True, slots=True)
class Missed:
    """An owed statement that nothing says, and the fault of the false one that comes nearest to it, if one does."""

    id: str
    owed: Owed
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A predicted statement that the text does not make, and its one fault if it comes near to a missed one."""

    id: str
    said: Said
    fault: Fault | None
