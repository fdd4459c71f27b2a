"""One person in many texts: readings → which names mean the same, with the evidence and a score.

    readings ─ gathering ─▶ Gathered ─ suggesting ─▶ Suggestion ─ writing ─▶ Corrections, or a corrections file

A surname stands for the only person of that surname in all texts, in the documents that name the same country or say
the same office. Two people of one surname are never joined; nothing is guessed by likeness.
"""

from graph.kg.joining.gathering import Gathered, Known, gather
from graph.kg.joining.suggesting import CERTAIN, Suggestion, suggestions
from graph.kg.joining.writing import as_corrections, as_toml

__all__ = [
    "CERTAIN",
    "Gathered",
    "Known",
    "Suggestion",
    "as_corrections",
    "as_toml",
    "gather",
    "suggestions",
]
