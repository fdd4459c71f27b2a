"""Filters in, the statements that pass them all out."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

import networkx as nx

from graph.dates import date_of
from graph.errors import UsageError
from graph.kg.build import order
from graph.kg.own import relations_of
from graph.query.names import fold, resolve
from graph.query.times import Past, in_time
from graph.records import MODALITIES, Modality, Reading, Statement

LEVELS = {"certain": 0.9, "likely": 0.8, "all": 0.0}
"""Words for a least confidence: of what is certain 19 in 20 are right, of what is likely 9 in 10 (docs/accuracy.md)."""


def statements(
    kg: nx.MultiDiGraph,
    name: str | None = None,
    *,
    relation: str | None = None,
    negated: bool | None = None,
    modality: Modality | None = None,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    document: str | None = None,
    confidence: float | str = 0.0,
    past: Past = "with",
    when: str | None = None,
) -> tuple[Statement, ...]:
    """Return the statements with `name` at an end that pass every filter given, in the order of the texts.

    `since` and `until` are ISO dates or beginnings of one ("2025", "2025-07"), both included; a statement without a
    date passes neither. `confidence` is the least that is wanted, a number or one of LEVELS. `past` and `when` choose
    by what the sentences say of time (see `in_time`). Raises UsageError for what is no date, word or number of these.
    """
    _check_dates(since, until)
    check("relation", relation, relations_of(kg))
    check("modality", modality, MODALITIES)
    least = least_of(confidence)
    exact = {"relation": relation, "negated": negated, "modality": modality, "document": document}
    wanted = {field: value for field, value in exact.items() if value is not None}
    end = None if name is None else resolve(kg, name)
    return tuple(
        s
        for s in in_time(every_statement(kg), past, when)
        if all(getattr(s, field) == value for field, value in wanted.items())
        and (end is None or end in (s.source, s.target))
        and (speaker is None or fold(s.attributed_to or "") == fold(speaker))
        and _within(s.date, since, until)
        and s.confidence >= least
    )


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


def every_statement(kg: nx.MultiDiGraph) -> Iterator[Statement]:
    """Yield all statements of the graph in the order of the texts."""
    yield from sorted((s for _, _, evidence in kg.edges(data="evidence") for s in evidence), key=order)


def check(field: str, value: str | None, words: Collection[str]) -> None:
    """Raise UsageError if `value` is none of the words."""
    if value is not None and value not in words:
        raise UsageError(f'no {field} "{value}"; there are {", ".join(words)}')


def _check_dates(since: str | None, until: str | None) -> None:
    first = date_of(since, "--since") if since is not None else None
    last = date_of(until, "--until") if until is not None else None
    if first and last and last < first[: len(last)]:
        raise UsageError(f"--until {last} comes before --since {first}, so that nothing can pass; turn them round")


def _within(date: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return date is not None and (since is None or date >= since) and (until is None or date[: len(until)] <= until)
