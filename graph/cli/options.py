"""A command as it is written → its options: what each is called, what values it takes, and what it is without any.

The project file is checked against these, so that a value that cannot be is told with its line.
"""

import inspect
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from typer.models import OptionInfo, ParameterInfo

NUMBERS = (int, float)


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command, or an argument that takes several values; `name` is that of its parameter."""

    name: str
    kind: type
    several: bool
    choices: tuple[str, ...]
    least: float | None
    default: object

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value of the project file, or nothing."""
        if self.several:
            values = value if isinstance(value, list) else [value]
            return next((why for one in values if (why := self._fault_of_one(one))), None)
        if isinstance(value, list):
            return f"takes one value, not {value!r}"
        return self._fault_of_one(value)

    def _fault_of_one(self, value: object) -> str | None:
        if self.kind is bool:
            return None if isinstance(value, bool) else f"is true or false, not {value!r}"
        if self.choices:
            return None if value in self.choices else f"is one of {', '.join(self.choices)}, not {value!r}"
        if self.kind in NUMBERS:
            right = isinstance(value, int | float) and not isinstance(value, bool)
            right = right and (self.kind is float or isinstance(value, int))
            if not right:
                return f"is a {'whole ' if self.kind is int else ''}number, not {value!r}"
            least = self.least
            return f"is at least {least:g}, not {value!r}" if least is not None and value < least else None  # type: ignore[operator]  # because it is a number
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return f"is a text, not {value!r}"
        return None

    def value(self, given: Any, folder: Path) -> Any:
        """Return a value as the command line would have it; a path starts from `folder`."""
        if self.several:
            return [self._one(one, folder) for one in (given if isinstance(given, list) else [given])]
        return self._one(given, folder)

    def _one(self, given: Any, folder: Path) -> Any:
        if self.kind is bool:
            return given
        return str(folder / given) if self.kind is Path else str(given)


Options = Mapping[str, Option]


def options_of(command: Callable[..., None]) -> dict[str, Option]:
    """Return the options of a command by what they are called: "nodes", "no-text", "json"."""
    hints = get_type_hints(command, include_extras=True)
    found: dict[str, Option] = {}
    for parameter in inspect.signature(command).parameters.values():
        hint = hints[parameter.name]
        if get_origin(hint) is not Annotated:
            continue
        kind, info = get_args(hint)[:2]
        base, several, choices = _base(kind)
        if isinstance(info, OptionInfo) or (isinstance(info, ParameterInfo) and several):
            least = getattr(info, "min", None)
            default = None if parameter.default is inspect.Parameter.empty else parameter.default
            found[_called(parameter.name, info)] = Option(parameter.name, base, several, choices, least, default)
    return found


def _base(kind: Any) -> tuple[type, bool, tuple[str, ...]]:
    """Return the type of one value, whether there may be several, and the words that it may be."""
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (one for one in get_args(kind) if one is not type(None))
    several = get_origin(kind) is list
    if several:
        (kind,) = get_args(kind)
    if get_origin(kind) is Literal:
        return str, several, get_args(kind)
    return kind, several, ()


def _called(name: str, info: ParameterInfo) -> str:
    """Return what an option is called on the command line, without its hyphens: "--denied/--stated" is "denied"."""
    decls = (info.default, *(info.param_decls or ()))  # in Annotated the first one is where a default would stand
    long = [decl for decl in decls if isinstance(decl, str) and decl.startswith("--")]
    return (long[0].split("/")[0] if long else name).removeprefix("--").replace("_", "-")
