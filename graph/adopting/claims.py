"""A file of claims in, a Claim for each out: JSON Lines, or CSV whose first line names its columns."""

import csv
import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from graph.data_files import nearest
from graph.errors import UsageError
from graph.records import KINDS, MODALITIES

EXAMPLE = '{"source": "…", "relation": "…", "target": "…", "quote": "…"}'
FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": False}


YES_OR_NO = frozenset({"symmetric", "negated", "past"})
DAY = r"\d{4}(?:-\d{2}){0,2}"
WHEN = re.compile(rf"{DAY}|{DAY}/(?:{DAY}|\.\.)|\.\./{DAY}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement as somebody else made it: who, what, whom, and the words of the text that are to say so.

    `document` is the id of a document (None: any of them). `source_text`, `target_text` are the words of the text for
    the ends, where they are others than `source` and `target`; `cue` those that state the relation.
    """

    source: str
    relation: str
    target: str
    quote: str
    document: str | None = None
    source_text: str | None = None
    target_text: str | None = None
    source_kind: str | None = None
    target_kind: str | None = None
    cue: str | None = None
    symmetric: bool = False
    negated: bool = False
    modality: str = "actual"
    past: bool = False
    when: str | None = None
    attributed_to: str | None = None
    confidence: float = 0.5
    line: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return what is said of it, for a file of what was refused."""
        return {key: value for key, value in asdict(self).items() if value not in (None, False, 0)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], where: str = "claim", line: int = 0) -> "Claim":
        """Build a Claim. Raises UsageError naming key and remedy."""
        known = {f.name for f in fields(cls)} - {"line"}
        if unknown := [key for key in values if key not in known]:
            advice = f"unknown key {unknown[0]!r}{nearest(unknown[0], known)}; keys are {', '.join(sorted(known))}"
            raise UsageError(f"{where}: {advice}")
        told = {key: value for key, value in values.items() if value is not None}
        for key in ("source", "relation", "target", "quote"):
            if not told.get(key):
                raise UsageError(f'{where}: has no "{key}"; write {EXAMPLE}')
        for key, value in told.items():
            _check(key, value, where)
        return cls(**{**told, "line": line})


def _check(key: str, value: Any, where: str) -> None:
    if key in YES_OR_NO:
        if not isinstance(value, bool):
            raise UsageError(f'{where}: "{key}" is {value!r}; write true or false')
    elif key == "confidence":
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise UsageError(f'{where}: "confidence" is {value!r}; give a number from 0 to 1, or leave it out')
    elif not isinstance(value, str):
        raise UsageError(f'{where}: "{key}" is {value!r}; give a text')
    elif key == "when" and not WHEN.fullmatch(value):
        raise UsageError(f'{where}: "when" is {value!r}; give a date like 2025-07, or an interval like 1980/1989')
    for name, words in (("modality", MODALITIES), ("source_kind", KINDS), ("target_kind", KINDS)):
        if key == name and value not in words:
            raise UsageError(f'{where}: "{key}" is {value!r}; it is one of {", ".join(words)}')


def read_claims(path: str | os.PathLike[str]) -> list[Claim]:
    """Read the claims of a file, CSV or (any other name) JSON Lines. Raises UsageError naming file, line, remedy."""
    shown = os.fspath(path)
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read ({error.strerror or error}); name a file that is there.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}: is not UTF-8; save it as UTF-8.") from error
    rows = _of_csv(text, shown) if shown.lower().endswith(".csv") else _of_json(text, shown)
    found = [Claim.from_dict(values, f"{shown}:{number}", number) for number, values in rows]
    if not found:
        raise UsageError(f"{shown}: is empty; write one line for each statement: {EXAMPLE}")
    return found


def _of_json(text: str, shown: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                values = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UsageError(f"{shown}:{number}: is not JSON ({str(error)[:80]}); write {EXAMPLE}") from error
            if not isinstance(values, dict):
                raise UsageError(f"{shown}:{number}: is not an object; write {EXAMPLE}")
            yield number, values


def _of_csv(text: str, shown: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        for row in rows:
            where = f"{shown}:{rows.line_num}"
            if None in row:
                raise UsageError(f"{where}: has more cells than the first line; put quotes into double quotes")
            values: dict[str, Any] = {key.strip(): value for key, value in row.items() if value}
            for key in YES_OR_NO & values.keys():
                if values[key].strip().lower() not in FLAGS:
                    raise UsageError(f'{where}: "{key}" is {values[key]!r}; write true or false')
                values[key] = FLAGS[values[key].strip().lower()]
            if "confidence" in values:
                values["confidence"] = _number(values["confidence"], where)
            if values:
                yield rows.line_num, values
    except csv.Error as error:
        raise UsageError(f"{shown}: is broken CSV ({error}); save it anew as “CSV UTF-8”.") from error


def _number(text: str, where: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise UsageError(f'{where}: "confidence" is {text!r}; give a number from 0 to 1, or leave it out') from error
