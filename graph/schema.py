"""What relations there are: paragraphs of TOML → a RelationType each. No other code knows their names.

The built-in relations stand in graph/data/relations.toml, a user's own in a file of the same form (docs/teaching.md).
How a relation is stated (its words) is the lexicon's: graph/relations/lexicon.py.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from graph.data_files import DATA, File, Place, nearest, read_file
from graph.errors import DataError
from graph.records import KINDS, Kind

PATH = DATA / "relations.toml"
NAME = re.compile(r"(?!not )[a-z]+(?: [a-z]+)*")
COLOUR = re.compile(r"#[0-9a-f]{6}")
Direction = Literal["either", "directed", "symmetric"]
End = Literal["source", "target", "either"]
Line = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class RelationType:
    """One relation, as a data file declares it; what each field means stands in graph/data/relations.toml.

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
    verb: tuple[str, ...] = ()
    sources: frozenset[Kind] = frozenset(KINDS)
    targets: frozenset[Kind] = frozenset(KINDS)

    @property
    def slug(self) -> str:
        """The name without spaces, as a style sheet can say it: "mediates-between"."""
        return self.name.replace(" ", "-")

    @property
    def reading(self) -> tuple[object, ...]:
        """What of it decides how texts are read: not its words for people, nor its looks."""
        kinds = (sorted(self.sources), sorted(self.targets))
        return self.name, self.sign, self.direction, self.journey, *kinds


Schema = Mapping[str, RelationType]
"""The relations by name, in their order."""

WORDS = ("about", "label", "plural", "said", "denied", "out", "inward", "hatch")
CHOICES: Mapping[str, tuple[object, ...]] = {
    "sign": (1, -1, 0), "direction": get_args(Direction), "line": get_args(Line), "journey": (True, False),
    "off": (True, False),
}  # fmt: skip
KNOWN = (*(f.name for f in fields(RelationType) if f.name != "name"), "colour", "off")
LOOKS: tuple[tuple[Line, tuple[int, ...], str, str, str], ...] = (
    ("solid", (), "**", "#6b6100", "#f0e442"),
    ("dotted", (2, 8), "OO", "#a3123f", "#f08aa5"),
    ("dashed", (4, 4), "--", "#1f6f78", "#7fd1d9"),
    ("dashed", (12, 4, 2, 4), "\\\\\\", "#8e4585", "#cc79a7"),
    ("dotted", (3, 3), "oo", "#8f6000", "#e69f00"),
    ("dashed", (16, 6), "++", "#4b3fa0", "#a99cf0"),
)
"""Line, dash, hatch and colours of a relation that does not say them, by how many stand before it."""

GREY: tuple[Line, tuple[int, ...], str, str, str] = ("solid", (), "xx", "#4d5156", "#c9ccd0")


@functools.cache
def schema(path: Path = PATH) -> Schema:
    """Return the built-in relations by name, in the order of the data file. Raises DataError."""
    return read_relations(read_file(path), {})


def read_relations(file: File, before: Schema) -> Schema:
    """Return the relations that were there `before`, and those that `file` declares, changes or leaves out.

    A paragraph of a known relation changes what it says. What a new one leaves unsaid gets a plain value.
    Raises DataError naming file, line, entry, key and remedy.
    """
    found = dict(before)
    for name, table in file.tables().items():
        where = Place(file).table(name)
        if name == WITHOUT:
            continue
        if not NAME.fullmatch(name) or not isinstance(table, dict):
            raise DataError(f"{where}: a relation is a paragraph with a name of small letters, as in [backed]")
        told = {key: value for key, value in table.items() if not isinstance(value, dict) or key == "questions"}
        if told.get("off") is True:
            if name not in found or len(told) > 1:
                raise DataError(f"{where.at('off')}: off leaves a built-in relation out, and stands alone")
            del found[name]
        elif told or name not in found:
            found[name] = _relation(where, name, told, found)
    return found


WITHOUT = "without"
"""The key of a file under which words are taken away; no relation may be called so."""


def groups_in(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the groups of words in a relation's paragraph."""
    return {key: value for key, value in table.items() if isinstance(value, dict) and key != "questions"}


def asked(question: str, relations: Schema | None = None) -> tuple[RelationType, End]:
    """Return the relation that a query asks for, and the end at which the name stands that it is asked of.

    Raises KeyError where none does.
    """
    for relation in (schema() if relations is None else relations).values():
        if question in relation.questions:
            return relation, relation.questions[question]
    raise KeyError(question)


def undeclared(name: str) -> RelationType:
    """Return a stand-in for a relation of which nothing but the name is known: without sign, grey."""
    return _made(name, {"about": f"SOURCE {name} TARGET"}, GREY)


def _relation(where: Place, name: str, table: Mapping[str, Any], before: Schema) -> RelationType:
    values = {("inward" if key == "in" else key): value for key, value in table.items()}
    if unknown := [key for key in values if key not in KNOWN]:
        keys = ", ".join(sorted(KNOWN)).replace("inward", "in")
        advice = f"unknown key {unknown[0]!r}{nearest(unknown[0], KNOWN)}; keys are {keys}"
        raise DataError(f"{where.at(unknown[0])}: {advice}")
    if name not in before and "about" not in values:
        advice = f'say about as well, as in about = "SOURCE buys TARGET"{nearest(name, before)}'
        raise DataError(f"{where}: {advice}")
    for key, value in values.items():
        _check(where, key, value)
    if "colour" in values:
        colour = values.pop("colour")
        values = {"light": colour, "dark": colour} | values
    if name in before:
        old = before[name]
        values = {f.name: getattr(old, f.name) for f in fields(RelationType) if f.name != "name"} | values
    values = {key: tuple(v) if key in ("dash", "verb") else _kinds(key, v) for key, v in values.items()}
    return _made(name, values, LOOKS[len(before) % len(LOOKS)])


def _kinds(key: str, value: Any) -> Any:
    return frozenset(value) if key in ("sources", "targets") else value


def _made(name: str, values: Mapping[str, Any], look: Sequence[Any]) -> RelationType:
    """Return a relation, what is not said of it made up from what is."""
    label = values.get("label", name)
    first = label[:1].upper() + label[1:]
    line, dash, hatch, light, dark = look
    dashes = {"solid": (), "dashed": (9, 5), "dotted": (2, 4)}
    plain = {
        "sign": 0, "direction": "directed", "questions": {}, "label": label, "plural": label, "said": label,
        "denied": f"not {label}", "out": first, "inward": f"{first} (by)", "line": line,
        "dash": dashes[values["line"]] if "line" in values else dash, "hatch": hatch, "light": light,
        "dark": values.get("light", dark),
    }  # fmt: skip
    return RelationType(name=name, **{**plain, **values})


def _check(where: Place, key: str, value: Any) -> None:
    """Refuse a value that a key cannot have."""
    said = "in" if key == "inward" else key
    place = where.at(said)
    if key in CHOICES and (value not in CHOICES[key] or type(value) is not type(CHOICES[key][0])):
        raise DataError(f"{place}: {said} is one of {', '.join(map(str, CHOICES[key]))}, not {value!r}")
    if key in WORDS and not isinstance(value, str):
        raise DataError(f"{place}: {said} is a text, not {value!r}")
    if key in ("colour", "light", "dark") and not (isinstance(value, str) and COLOUR.fullmatch(value)):
        raise DataError(f'{place}: {said} is a colour such as "#0072b2", not {value!r}')
    if key == "dash" and not (isinstance(value, list) and all(type(length) is int for length in value)):
        raise DataError(f"{place}: dash is a list of lengths in pixels, such as [9, 5]")
    if key == "verb" and not (isinstance(value, list) and [type(form) for form in value] == [str] * 3):
        raise DataError(f'{place}: verb is a list of three forms, such as ["buy", "buys", "bought"]')
    if key == "questions" and not (isinstance(value, dict) and all(end in get_args(End) for end in value.values())):
        raise DataError(f'{place}: questions name queries and ends, as in {{ allies = "either" }}')
    if key in ("sources", "targets") and not (isinstance(value, list) and all(kind in KINDS for kind in value)):
        raise DataError(f"{place}: {said} is a list of {', '.join(KINDS)}, not {value!r}")


RELATIONS: tuple[str, ...] = tuple(schema())
"""The names of the built-in relations, in order."""
