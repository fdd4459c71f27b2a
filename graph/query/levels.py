"""How sure statements must be: a word or a number in, the least confidence out; and readings of what is so sure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.errors import UsageError
from graph.records import Reading

LEVELS = {"certain": 0.9, "likely": 0.8, "all": 0.0}
"""Words for a least confidence: of what is certain 19 in 20 are right, of what is likely 9 in 10 (docs/accuracy.md)."""


def least_of(confidence: float | str) -> float:
    """Return the least confidence that a number, or a word of LEVELS, means. Raises UsageError for another word."""
    if isinstance(confidence, str) and confidence not in LEVELS:
        try:
            confidence = float(confidence)
        except ValueError as error:
            words = ", ".join(LEVELS)
            raise UsageError(f'no confidence "{confidence}"; write {words}, or a number from 0 to 1') from error
    least = LEVELS[confidence] if isinstance(confidence, str) else confidence
    if not 0 <= least <= 1:
        raise UsageError(f"no confidence {least:g}; it lies between 0 and 1")
    return least


def surer(readings: Iterable[Reading], least: float) -> Iterator[Reading]:
    """Yield the readings with only those statements that are at least so sure."""
    for reading in readings:
        kept = tuple(s for s in reading.statements if s.confidence >= least)
        yield replace(reading, statements=kept) if len(kept) < len(reading.statements) else reading
