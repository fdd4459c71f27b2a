"""A text longer than the model reads at once → its parts, and the readings of the parts → one reading of the whole."""

from collections.abc import Sequence
from dataclasses import fields, replace

from graph.parsing.language import MAX_CHARACTERS
from graph.records import Document, Entity, Reading, Statement

BREAKS = ("\n\n", "\n", ". ", " ")
"""Where a text may be cut, the best first."""

OFFSETS = tuple(field.name for field in fields(Statement) if field.name.endswith(("start", "end")))


def is_long(document: Document) -> bool:
    """Return whether a document is read in parts."""
    return len(document.text) > MAX_CHARACTERS


def parts_of(document: Document) -> list[tuple[int, Document]]:
    """Return the parts of a long document, each with the offset in the text at which it begins."""
    text, start = document.text, 0
    found: list[tuple[int, Document]] = []
    while start < len(text):
        end = _end(text, start)
        found.append((start, replace(document, text=text[start:end])))
        start = end
    return found


def join_parts(readings: Sequence[tuple[int, Reading]]) -> Reading:
    """Return the reading of a whole of the readings of its parts, each with the offset at which it begins."""
    entities: dict[str, Entity] = {}
    for _, reading in readings:
        for entity in reading.entities:
            known = entities.get(entity.name)
            entities[entity.name] = _both(known, entity) if known else entity
    statements = [_moved(s, offset) for offset, reading in readings for s in reading.statements]
    return Reading(readings[0][1].source, tuple(entities.values()), tuple(statements))


def _end(text: str, start: int) -> int:
    end = start + MAX_CHARACTERS
    if end >= len(text):
        return len(text)
    for sign in BREAKS:
        found = text.rfind(sign, start + MAX_CHARACTERS // 2, end)
        if found >= 0:
            return found + len(sign)
    return end


def _both(one: Entity, other: Entity) -> Entity:
    names = tuple(dict.fromkeys((*one.names, *other.names)))
    return replace(one, names=names, mentions=one.mentions + other.mentions)


def _moved(statement: Statement, offset: int) -> Statement:
    return replace(statement, **{name: getattr(statement, name) + offset for name in OFFSETS})
