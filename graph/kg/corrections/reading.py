"""A corrections file in, Corrections out; what is no correction is refused, with what would be one."""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from graph.errors import UsageError
from graph.kg.corrections.entries import Corrections, Drop, Move, Right
from graph.schema import RELATIONS

MUST: dict[str, dict[str, type]] = {
    "merge": {"names": list, "into": str},
    "split": {"name": str, "into": str, "documents": list},
    "rename": {"name": str, "to": str},
    "drop": {},
    "right": {},
}
"""What an entry of each kind must say."""

MAY: dict[str, type] = {
    "name": str, "document": str, "source": str, "relation": str, "target": str, "negated": bool, "cue_start": int,
}  # fmt: skip
"""What a drop, and what is right, may say."""

CHOOSING: dict[str, type[Drop]] = {"drop": Drop, "right": Right}


def read_corrections(path: str | Path, relations: Sequence[str] = RELATIONS) -> Corrections:
    """Read a corrections file, TOML or (name ends in .json) JSON. Raises UsageError, naming entry and remedy."""
    path = Path(path)
    form, parse = ("JSON", json.loads) if path.suffix.lower() == ".json" else ("TOML", tomllib.loads)
    try:
        values = parse(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not a {form} file in UTF-8: {error}") from error
    return parse_corrections(values, str(path), relations)


def parse_corrections(values: Any, where: str = "corrections", relations: Sequence[str] = RELATIONS) -> Corrections:
    """Build Corrections, of these relations, from what a file holds. Raises UsageError for what is no correction."""
    if not isinstance(values, Mapping):
        raise UsageError(f"{where}: a corrections file holds lists called {_list(MUST)}")
    moves: list[Move] = []
    drops: list[Drop] = []
    rights: list[Right] = []
    for how, entries in values.items():
        if how not in MUST or not isinstance(entries, list):
            raise UsageError(f'{where}: unknown "{how}"; a corrections file holds lists called {_list(MUST)}')
        for number, entry in enumerate(entries, 1):
            made = _entry(how, entry, f"{where}: {how} {number}", relations)
            rights += [one for one in made if isinstance(one, Right)]
            drops += [one for one in made if isinstance(one, Drop) and not isinstance(one, Right)]
            moves += [one for one in made if isinstance(one, Move)]
    _refuse_circles(moves, where)
    return Corrections(tuple(moves), tuple(drops), tuple(rights))


def _entry(how: str, entry: Any, where: str, relations: Sequence[str]) -> list[Move] | list[Drop]:
    _check(how, entry, where)
    remarks = {"note": entry.get("note"), "date": _iso(entry.get("date"), where)}
    if how in CHOOSING:
        return [_chosen(CHOOSING[how], {**entry, **remarks}, where, relations)]
    names = entry["names"] if how == "merge" else [entry["name"]]
    documents = frozenset(entry["documents"]) if how == "split" else None
    to = entry["to" if how == "rename" else "into"]
    return [Move(how, name, to, documents, **remarks) for name in names if name != to]


def _check(how: str, entry: Any, where: str) -> None:
    """Refuse what an entry cannot say, and what it leaves unsaid."""
    allowed = {**MUST[how], **(MAY if how in CHOOSING else {}), "note": str, "date": object}
    if not isinstance(entry, Mapping):
        raise UsageError(f"{where} is not a table of {_list(allowed)}")
    for key, value in entry.items():
        if key not in allowed:
            raise UsageError(f'{where}: unknown "{key}"; a {how} has {_list(allowed)}')
        words = not isinstance(value, list) or all(isinstance(one, str) for one in value)
        if not isinstance(value, allowed[key]) or not words or (isinstance(value, bool) and allowed[key] is int):
            raise UsageError(f"{where}: {key} cannot be {value!r}")
    if missing := [key for key in MUST[how] if not entry.get(key)]:
        raise UsageError(f"{where}: say {_list(missing)} as well")


def _chosen(kind: type[Drop], values: Mapping[str, Any], where: str, relations: Sequence[str]) -> Drop:
    verb = "drop" if kind is Drop else "mean"
    if not any(values.get(key) for key in ("name", "document", "source", "target")):
        raise UsageError(f"{where} would {verb} everything; say name, document, source or target")
    if values.get("relation") not in (None, *relations):
        raise UsageError(f'{where}: unknown relation "{values["relation"]}"; relations are {_list(relations)}')
    return kind(**{field.name: values.get(field.name) for field in fields(Drop)})


def _iso(value: Any, where: str) -> str | None:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat() if value else None
    except ValueError as error:
        raise UsageError(f'{where}: date "{value}" is not a date like 2025-07-01') from error


def _refuse_circles(moves: Iterable[Move], where: str) -> None:
    onward = {move.name: move.to for move in moves if move.documents is None}
    for start in onward:
        name, seen = start, {start}
        while (name := onward.get(name, "")) in onward:
            if name in seen:
                raise UsageError(f'{where}: "{start}" leads back to itself; say which of the names should stay')
            seen.add(name)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
