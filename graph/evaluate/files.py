"""Gold files and predicted statements on disk: JSON Lines → GoldText, Claims; every fault is told with its line."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.errors import UsageError
from graph.evaluate.values import Claim, Claims, GoldText, Owed
from graph.records import MODALITIES
from graph.schema import RELATIONS

Relations = tuple[str, ...]
EXAMPLE = '{"id": "1", "text": "…", "statements": []}'


def read_gold(path: str | os.PathLike[str], relations: Iterable[str] = RELATIONS) -> list[GoldText]:
    """Read a gold file, whose statements are of these relations. Raises UsageError naming file, line and remedy."""
    known = tuple(relations)
    texts = [_gold_text(row, place, known) for row, place in _rows(path)]
    if not texts:
        raise UsageError(f"{os.fspath(path)}: is empty; write one line for each text: {EXAMPLE}")
    return texts


def read_claims(path: str | os.PathLike[str], relations: Iterable[str] = RELATIONS) -> list[Claims]:
    """Read predicted statements: what `entente extract` printed, or another program in the same form."""
    known = tuple(relations)
    return [Claims(row["id"], tuple(_each(row, place, _claim, known))) for row, place in _rows(path)]


def _rows(path: str | os.PathLike[str]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the records of a file, each with its place; no two have one id."""
    lines: dict[str, int] = {}
    try:
        with Path(path).open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if not line.strip(b"\xef\xbb\xbf \t\r\n"):
                    continue
                place = f"{os.fspath(path)}:{number}"
                row = _record(line, place)
                first = lines.setdefault(row["id"], number)
                if first != number:
                    raise UsageError(f"{place}: has the id {row['id']!r} of line {first}; give each text its own")
                yield row, place
    except OSError as error:
        raise UsageError(f"{os.fspath(path)}: cannot be read: {error.strerror or error}.") from error


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: is not JSON ({str(error)[:80]}); write {EXAMPLE}") from error
    if not isinstance(row, dict) or not isinstance(row.get("statements"), list):
        raise UsageError(f"{place}: is not an object with a list of statements; write {EXAMPLE}")
    if isinstance(row.get("id"), int) and not isinstance(row["id"], bool):
        row["id"] = str(row["id"])  # as graph/documents/json_lines.py does
    if not isinstance(row.get("id"), str) or not row["id"]:
        raise UsageError(f'{place}: has no "id"; write {EXAMPLE}')
    return row


def _gold_text(row: dict[str, Any], place: str, known: Relations) -> GoldText:
    text = row.get("text")
    if text is not None and not isinstance(text, str):
        raise UsageError(f'{place}: "text" is not a string; write {EXAMPLE}')
    date = row.get("date") or None
    if date is not None and not isinstance(date, str):
        raise UsageError(f'{place}: "date" is not a string; write "date": "2025-07-01"')
    return GoldText(row["id"], text, tuple(_each(row, place, _owed, known)), date)


def _each[T](
    row: dict[str, Any], place: str, make: Callable[[dict[str, Any], str, Relations], T], known: Relations
) -> Iterator[T]:
    for number, statement in enumerate(row["statements"], start=1):
        where = f"{place}: statement {number}"
        if not isinstance(statement, dict):
            raise UsageError(
                f'{where} is not an object; write {{"source": "…", "relation": "{known[0]}", "target": "…"}}'
            )
        yield make(statement, where, known)


def _owed(values: dict[str, Any], where: str, known: Relations) -> Owed:
    return Owed(
        source=_names(values, "source", where, needed=True),
        source_text=_names(values, "source_text", where),
        relation=_one_of(values, "relation", known, None, where),
        target=_names(values, "target", where, needed=True),
        target_text=_names(values, "target_text", where),
        symmetric=_flag(values, "symmetric", where),
        negated=_flag(values, "negated", where),
        modality=_one_of(values, "modality", MODALITIES, "actual", where),
        attributed_to=_names(values, "attributed_to", where),
        cue=" ".join(_names(values, "cue", where)),
        optional=_flag(values, "optional", where),
    )


def _claim(values: dict[str, Any], where: str, known: Relations) -> Claim:
    confidence = values.get("confidence") or 0.0
    if isinstance(confidence, bool) or not isinstance(confidence, int | float):
        raise UsageError(f'{where}: "confidence" is {confidence!r}; give a number from 0 to 1, or leave it out')
    return Claim(
        source=_string(values, "source", where),
        source_text=_string(values, "source_text", where),
        relation=_one_of(values, "relation", known, None, where),
        target=_string(values, "target", where),
        target_text=_string(values, "target_text", where),
        symmetric=_flag(values, "symmetric", where),
        negated=_flag(values, "negated", where),
        modality=_one_of(values, "modality", MODALITIES, "actual", where),
        attributed_to=_string(values, "attributed_to", where) or None,
        cue=_string(values, "cue", where),
        rule=_string(values, "rule", where),
        confidence=float(confidence),
    )


def _names(values: dict[str, Any], key: str, where: str, needed: bool = False) -> tuple[str, ...]:
    """Return the string, or the strings, that a key holds."""
    value = values.get(key)
    names = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(name, str) for name in names):
        raise UsageError(f'{where}: "{key}" is {value!r}; give a string, or a list of strings that are all right')
    if needed and not any(names):
        raise UsageError(f'{where} has no "{key}"; give the canonical name, such as "Armenia"')
    return tuple(name for name in names if name)


def _string(values: dict[str, Any], key: str, where: str) -> str:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f'{where}: "{key}" is {value!r}; give a string')
    return value or ""


def _one_of[T: str](values: dict[str, Any], key: str, allowed: tuple[T, ...], default: T | None, where: str) -> T:
    value = values.get(key) or default
    for one in allowed:
        if value == one:
            return one
    raise UsageError(f'{where}: "{key}" is {value!r}; it is one of {", ".join(allowed)}')


def _flag(values: dict[str, Any], key: str, where: str) -> bool:
    value = values.get(key)
    if value is not None and not isinstance(value, bool):
        raise UsageError(f'{where}: "{key}" is {value!r}; write true or false')
    return bool(value)
