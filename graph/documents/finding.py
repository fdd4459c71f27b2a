"""Paths that a user gives (files, folders, "-") → the files to read, in a fixed order, each with the id it asks for."""

import os
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from graph.errors import DocumentWarning, UsageError

PLAIN = (".txt", ".text", "")
JSON_LINES = (".jsonl", ".ndjson")
KINDS = "plain text (.txt) and JSON Lines (.jsonl)"
STDIN = "-"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is (None: standard input), the id it asks for, its path as given, for messages."""

    path: Path | None
    id: str
    shown: str


def find_files(paths: Iterable[str | os.PathLike[str]]) -> list[File]:
    """Return the files that the paths stand for: in the order given, within a folder sorted by name.

    Hidden files are passed over; files of other kinds in a folder too, with a DocumentWarning that counts them.
    Raises UsageError for a path that is not there, and when nothing is there to read.
    """
    given = [os.fspath(path) for path in paths]
    files = [file for path in given for file in _find(path)]
    if not files:
        where = ", ".join(map(printable, given)) or "no path given"
        raise UsageError(f"Nothing to read: {where}. Give a file or a folder with {KINDS}.")
    return files


def printable(name: str) -> str:
    """Return a file name that can be written as UTF-8: bytes that are none become "\ufffd"."""
    return os.fsencode(name).decode("utf-8", "replace")


def _find(given: str) -> list[File]:
    """Return the files that a path stands for."""
    if given == STDIN:
        return [File(None, "stdin", "standard input")]
    path = Path(given)
    if path.is_dir():
        return _find_in_folder(path)
    if not path.exists():
        raise UsageError(f"{printable(given)}: there is no such file or folder. Check the spelling of the path.")
    return [File(path, printable(path.name), printable(path.as_posix()))]


def _find_in_folder(folder: Path) -> list[File]:
    found: list[File] = []
    skipped: Counter[str] = Counter()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(parent, name)
            if name.startswith(".") or not path.is_file():
                continue
            if path.suffix.lower() in (*PLAIN, *JSON_LINES):
                found.append(File(path, printable(path.relative_to(folder).as_posix()), printable(path.as_posix())))
            else:
                skipped[path.suffix.lower()] += 1
    if skipped:
        kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(skipped.items()))
        files = "1 file" if skipped.total() == 1 else f"{skipped.total()} files"
        message = f"{printable(str(folder))}: passed over {files} of other kinds ({kinds}); {KINDS} are read"
        warnings.warn(DocumentWarning(message), stacklevel=2)
    return sorted(found, key=lambda file: PurePath(file.id).parts)
