"""What relations there are: graph/data/relations.toml → a RelationType each. No other code knows their names.

How a relation is stated (its words) is the lexicon's: graph/relations/lexicon.py.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from graph.data_files import DATA, read_toml
from graph.errors import DataError
from graph.records import KINDS, Kind

PATH = DATA / "relations.toml"
NAME = re.compile(r"[a-z]+")
COLOUR = re.compile(r"#[0-9a-f]{6}")
Direction = Literal["either", "directed"]
End = Literal["source", "target", "either"]
Line = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class RelationType:
    """One relation, as the data file declares it; what each field means stands there.

    `inward` is the file's `in`, a word that Python keeps for itself.
    """

    name: str
    about: str
    sign: Literal[1, -1, 0]
    direction: Direction
    questions: Mapping[str, End] = field(hash=False)
    label: str
    plural: str
    said: str
    denied: str
    out: str
    inward: str
    line: Line
    dash: tuple[int, ...]
    hatch: str
    light: str
    dark: str
    journey: bool = False
    sources: frozenset[Kind] = frozenset(KINDS)
    targets: frozenset[Kind] = frozenset(KINDS)


WORDS = ("about", "label", "plural", "said", "denied", "out", "inward", "hatch")
CHOICES: Mapping[str, tuple[object, ...]] = {
    "sign": (1, -1, 0), "direction": get_args(Direction), "line": get_args(Line), "journey": (True, False),
}  # fmt: skip
NEEDED = tuple(f.name for f in fields(RelationType) if f.name not in ("name", "journey", "sources", "targets"))


@functools.cache
def schema(path: Path = PATH) -> Mapping[str, RelationType]:
    """Return the relations by name, in the order of the data file. Raises DataError naming entry, key and remedy."""
    return {name: _relation(f"{path.name}: [{name}]", name, table) for name, table in read_toml(path).items()}


def asked(question: str) -> tuple[RelationType, End]:
    """Return the relation that a query asks for, and the end at which the name stands that it is asked of."""
    return next((r, r.questions[question]) for r in schema().values() if question in r.questions)


def _relation(where: str, name: str, table: Any) -> RelationType:
    if not NAME.fullmatch(name) or not isinstance(table, dict):
        raise DataError(f"{where}: a relation is a paragraph with a name of small letters, as in [backed]")
    values = {("inward" if key == "in" else key): value for key, value in table.items()}
    known = {f.name for f in fields(RelationType)} - {"name"}
    if unknown := sorted(values.keys() - known):
        raise DataError(
            f"{where}: unknown key {unknown[0]!r}; keys are {', '.join(sorted(known)).replace('inward', 'in')}"
        )
    if missing := [key for key in NEEDED if key not in values]:
        raise DataError(f"{where}: say {', '.join(missing).replace('inward', 'in')} as well")
    for key, choices in CHOICES.items():
        if key in values and (values[key] not in choices or type(values[key]) is not type(choices[0])):
            raise DataError(f"{where}: {key} is one of {', '.join(map(str, choices))}, not {values[key]!r}")
    for key in WORDS:
        if not isinstance(values[key], str):
            raise DataError(f"{where}: {key} is a text, not {values[key]!r}")
    for key in ("light", "dark"):
        if not isinstance(values[key], str) or not COLOUR.fullmatch(values[key]):
            raise DataError(f'{where}: {key} is a colour such as "#0072b2", not {values[key]!r}')
    if not isinstance(values["dash"], list) or not all(type(length) is int for length in values["dash"]):
        raise DataError(f"{where}: dash is a list of lengths in pixels, such as [9, 5]")
    values["dash"] = tuple(values["dash"])
    return RelationType(name=name, **{**values, **_ends(where, values)})


def _ends(where: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the checked `questions`, `sources` and `targets` of a paragraph."""
    questions = values["questions"]
    if not isinstance(questions, dict) or not all(end in get_args(End) for end in questions.values()):
        raise DataError(f'{where}: questions name queries and ends, as in {{ allies = "either" }}')
    found: dict[str, Any] = {}
    for key in ("sources", "targets"):
        kinds = values.get(key, list(KINDS))
        if not isinstance(kinds, list) or any(kind not in KINDS for kind in kinds):
            raise DataError(f"{where}: {key} is a list of {', '.join(KINDS)}, not {kinds!r}")
        found[key] = frozenset(kinds)
    return found


RELATIONS: tuple[str, ...] = tuple(schema())
"""The names of the relations, in order."""
