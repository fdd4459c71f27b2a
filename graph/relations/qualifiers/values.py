"""Polarity, modality and speakers of a statement."""

from dataclasses import dataclass

from graph.records import Modality
from graph.syntax.tree import Token

STRENGTH: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Polarity and modality of a statement, and the phrases of those who say it (heads, innermost first)."""

    negated: bool = False
    modality: Modality = "actual"
    speakers: tuple[Token, ...] = ()


def weaker(one: Modality, other: Modality) -> Modality:
    """Return the modality that claims less: possible before planned before actual."""
    return max(one, other, key=lambda m: STRENGTH[m])
