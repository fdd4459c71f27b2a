"""The data files of the package and of its users: where they lie, a text in TOML → its tables, and places in it.

A `Place` says where a fault lies: "company.toml:4: [acquired.buying]". The line is looked for only when it is told.
"""

import difflib
import functools
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from graph.errors import DataError

DATA = Path(__file__).parent / "data"
SYNTAX = re.compile(r"(?P<what>.*?) ?\((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)$")


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read: what to call it, its text, and the tables that lead to what is meant (none: all of it)."""

    name: str
    text: str
    root: tuple[str, ...] = ()

    def tables(self) -> dict[str, Any]:
        """Return the content as TOML. Raises DataError naming file, line and what to correct."""
        try:
            found = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            seen = SYNTAX.match(str(error))
            what, line, column = (seen["what"], seen["line"], seen["column"]) if seen else (str(error), None, None)
            line = line or len(self.text.splitlines())
            where = f", column {column}" if column else ""
            raise DataError(f"{self.name}:{line}: not valid TOML ({what}{where}); correct that line") from error
        for name in self.root:
            found = found.get(name, {})
        return found


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a TOML file: the tables that lead to it, and maybe a key or a value there."""

    file: File
    entry: tuple[str, ...] = ()
    key: str | None = None
    value: str | None = None

    def table(self, name: str) -> Self:
        """Return the place of a table in this one."""
        return type(self)(self.file, (*self.entry, name))

    def at(self, key: str, value: object = None) -> Self:
        """Return the place of a key of this table, or of one of its values."""
        return type(self)(self.file, self.entry, key, value if isinstance(value, str) else None)

    def __str__(self) -> str:
        """Name file, line and table."""
        entry = (*self.file.root, *self.entry)
        line = _line(self.file.text, (*entry, self.key), self.value) if self.key else None
        line = line or _line(self.file.text, entry)
        shown = f": [{'.'.join(entry)}]" if entry else ""
        return f"{self.file.name}{f':{line}' if line else ''}{shown}"


def read_file(path: Path, name: str | None = None) -> File:
    """Return a file of UTF-8, called by its `name` (None: the last part of its path). Raises DataError."""
    name = name or path.name
    try:
        return File(name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DataError(f"{name}:{line}: not valid TOML, for it is not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise DataError(f"{name}: cannot be read ({error.strerror or error}); name a file that is there") from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file. Raises DataError naming the file and what to correct."""
    return read_file(path).tables()


def read_words(path: Path, fits: Callable[[str], bool], advice: str) -> frozenset[str]:
    """Return the words of a list, one a line; `advice` says what a word must do that does not fit. Raises DataError."""
    words = path.read_text(encoding="utf-8").split()
    if unfit := next((word for word in words if not fits(word)), None):
        raise DataError(f"{path.name}: {unfit!r} must {advice}")
    return frozenset(words)


@functools.cache
def union(*words: frozenset[str]) -> frozenset[str]:
    """Return all words of several lists as one; those asked for again are not put together again."""
    return frozenset().union(*words)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return advice which of the known words may have been meant: " (did you mean 'sign'?)", or nothing."""
    words = list(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    close = close or [one for one in words if len(word) > 2 and one.startswith(word)][:1]
    return f" (did you mean {close[0]!r}?)" if close else ""


def _line(text: str, keys: tuple[str, ...], value: str | None = None) -> int | None:
    """Return the line at which a table or key begins, or the value inside it; None where it cannot be found.

    What comes before the line lacks the key, and what ends with it, or with the list that it begins, has it.
    """
    lines = text.splitlines()
    word = keys[-1] if keys else ""
    for number, line in enumerate(lines):
        if word in line and not line.lstrip().startswith("#") and not _has(lines[:number], keys):
            end = next((e for e in range(number + 1, len(lines) + 1) if _parses(lines[:e])), number)
            if _has(lines[:end], keys) and _parses(lines[:number]):
                held = [n for n in range(number, end) if value is not None and value in lines[n]]
                return (held[0] if held else number) + 1
    return None


def _parses(lines: list[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _has(lines: list[str], keys: tuple[str, ...]) -> bool:
    """Say whether these lines, by themselves, hold a value under the keys; the last of several tables counts."""
    try:
        found: Any = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    for key in keys:
        found = found[-1] if isinstance(found, list) and found else found
        if not isinstance(found, dict) or key not in found:
            return False
        found = found[key]
    return True
