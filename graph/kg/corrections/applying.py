"""Readings and Corrections in, corrected readings and a Report of what was done out."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from graph.errors import UsageError
from graph.kg.corrections.entries import Corrections, Drop, Move, Report
from graph.records import Entity, Reading, Statement

IDS = ("iso2", "iso3", "wikidata", "latitude", "longitude", "country")
"""What an entity loses when it turns out to be another one; a mere renaming leaves it."""

Way = tuple[Move, ...]


def correct(readings: Iterable[Reading], corrections: Corrections) -> tuple[list[Reading], Report]:
    """Return the readings as corrected, and a report. Raises UsageError for names that no reading has."""
    corrector = Corrector(corrections)
    return [corrector.correct(reading) for reading in readings], corrector.report()


class Corrector:
    """Corrects readings one at a time; knows in the end what the corrections did."""

    def __init__(self, corrections: Corrections) -> None:
        self._corrections = corrections
        self._uses: Counter[Move | Drop] = Counter()
        self._known: set[str] = set()

    def correct(self, reading: Reading) -> Reading:
        """Return the reading as corrected."""
        names = _names(reading)
        self._known |= names
        return _corrected(reading, names, self._corrections, self._uses)

    def report(self) -> Report:
        """Return what was done so far. Raises UsageError for names that no reading had."""
        _refuse_unknown(self._known, self._corrections)
        every: tuple[Move | Drop, ...] = (*self._corrections.moves, *self._corrections.drops)
        applied = tuple((str(one), self._uses[one]) for one in every if one in self._uses)
        return Report(applied, tuple(str(one) for one in every if one not in self._uses))


def _corrected(reading: Reading, names: Iterable[str], corrections: Corrections, uses: Counter[Move | Drop]) -> Reading:
    ways = {name: _way(name, reading.id, corrections.moves) for name in names}
    now = {name: way[-1].to if way else name for name, way in ways.items()}
    kept: list[Statement] = []
    for s in reading.statements:
        drop = next((drop for drop in corrections.drops if agrees(drop, s, now)), None)
        if drop:
            uses[drop] += 1
            continue
        uses.update({move for name in _parts(s) for move in ways[name]})
        speaker = now[s.attributed_to] if s.attributed_to else None
        kept.append(replace(s, source=now[s.source], target=now[s.target], attributed_to=speaker))
    for way in ways.values():
        uses.update(dict.fromkeys(way, 0))
    entities = tuple(_renamed(entity, ways[entity.name]) for entity in reading.entities)
    statements = _once(kept) if any(ways.values()) else kept
    return replace(reading, entities=entities, statements=tuple(statements))


def _way(name: str, document: str, moves: Iterable[Move]) -> Way:
    """Return the moves that `name` makes in a document, one after the other; those of this document go first."""
    here = {move.name: move for move in moves if move.documents is None}
    here |= {move.name: move for move in moves if move.documents is not None and document in move.documents}
    way: list[Move] = []
    while (move := here.get(name)) and move not in way:
        way.append(move)
        name = move.to
    return tuple(way)


def _names(reading: Reading) -> set[str]:
    return {entity.name for entity in reading.entities} | {name for s in reading.statements for name in _parts(s)}


def _parts(s: Statement) -> set[str]:
    """Return the names that have a part in a statement."""
    return {s.source, s.target} | ({s.attributed_to} if s.attributed_to else set())


def agrees(drop: Drop, s: Statement, now: Mapping[str, str]) -> bool:
    """Return whether `s` is one of the statements that are meant, under its old names or its new ones."""
    source, target = {s.source, now[s.source]}, {s.target, now[s.target]}
    return (
        (drop.name is None or drop.name in source | target)
        and (drop.source is None or drop.source in source)
        and (drop.target is None or drop.target in target)
        and drop.document in (None, s.document)
        and drop.relation in (None, s.relation)
        and drop.negated in (None, s.negated)
        and drop.cue_start in (None, s.cue_start)
    )


def _renamed(entity: Entity, way: Way) -> Entity:
    if not way:
        return entity
    lost: dict[str, Any] = {} if all(move.how == "rename" for move in way) else dict.fromkeys(IDS)
    return replace(entity, name=way[-1].to, **lost)


def _once(statements: Iterable[Statement]) -> list[Statement]:
    """Keep one statement a sentence for each pair and meaning (the codebook), and none of a name with itself."""
    kept: dict[tuple[Any, ...], Statement] = {}
    for s in statements:
        pair = tuple(sorted((s.source, s.target))) if s.symmetric else (s.source, s.target)
        if s.source != s.target:
            kept.setdefault((s.start, s.end, pair, s.relation, s.negated), s)
    return list(kept.values())


def _refuse_unknown(known: set[str], corrections: Corrections) -> None:
    known = known | {move.to for move in corrections.moves}
    named = [move.name for move in corrections.moves]
    named += [
        name
        for drop in (*corrections.drops, *corrections.rights)
        for name in (drop.name, drop.source, drop.target)
        if name
    ]
    unknown = list(dict.fromkeys(name for name in named if name not in known))
    if unknown:
        near = "; ".join(_nearest(name, known) for name in unknown[:5])
        raise UsageError(f"the corrections name what these documents do not: {near}")


def _nearest(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.5)
    return f'"{name}"' + (f", nearest: {', '.join(near)}" if near else "")
