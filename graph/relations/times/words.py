"""graph/data/times.toml → the words that say when, and the patterns by which a sentence is looked through for them."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.data_files import DATA, read_toml
from graph.dates import period_of
from graph.errors import DataError, UsageError

PATH = DATA / "times.toml"
TABLES = {
    "writing", "history", "months", "weekdays", "days", "prepositions", "parts", "numbers", "ordinals", "decades",
    "past", "opening", "judging", "events", "happening", "eras",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Words in small letters; what they are stands in the data file. `eras` gives the period of each name."""

    earliest: int
    years: int
    ahead: re.Pattern[str]
    now: re.Pattern[str]
    history: Mapping[str, float]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    prepositions: Mapping[str, frozenset[str]]
    parts: Mapping[str, tuple[int, int]]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    past: Mapping[str, frozenset[str]]
    phrases: re.Pattern[str]
    opening: frozenset[str]
    judging: frozenset[str]
    events: frozenset[str]
    happening: frozenset[str]
    eras: Mapping[str, str]


@functools.cache
def words(path: Path = PATH) -> Words:
    """Return the words of the data file. Raises DataError for unknown tables, doubles, and what is no period."""
    data = read_toml(path)
    if set(data) != TABLES:
        unlike = ", ".join(sorted(set(data) ^ TABLES))
        raise DataError(f"{path.name}: tables are {', '.join(sorted(TABLES))}; unknown or missing: {unlike}")
    past = data["past"]
    return Words(
        earliest=data["writing"]["earliest"],
        years=data["writing"]["years"],
        ahead=re.compile(rf"\b(?:{any_of(data['writing']['ahead'])})\b", re.IGNORECASE),
        now=re.compile(rf"\b(?:{any_of(data['writing']['now'])})\b", re.IGNORECASE),
        history=data["history"],
        months=data["months"],
        weekdays=data["weekdays"],
        days=data["days"],
        prepositions={kind: frozenset(them) for kind, them in data["prepositions"].items()},
        parts={word: (first, last) for word, (first, last) in data["parts"].items()},
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        decades=data["decades"],
        past={kind: frozenset(them) for kind, them in past.items()},
        phrases=re.compile(rf"\b(?:{any_of(past['phrases'])})\b(?! of\b)", re.IGNORECASE),
        opening=frozenset(data["opening"]["verbs"]),
        judging=frozenset(data["judging"]["verbs"]),
        events=frozenset(data["events"]["words"]),
        happening=frozenset(data["happening"]["words"]),
        eras=_eras(path.name, data["eras"]),
    )


def any_of(choices: Iterable[str]) -> str:
    """Return the pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(choices, key=lambda word: (-len(word), word)))


def _eras(file: str, table: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for period, names in table.items():
        try:
            period_of(period, f"{file}: [eras]")
        except UsageError as error:
            raise DataError(str(error)) from error
        for name in names:
            if found.setdefault(name, period) != period or names.count(name) > 1:
                raise DataError(f"{file}: [eras] {name!r} stands under two periods; keep one")
    return found
