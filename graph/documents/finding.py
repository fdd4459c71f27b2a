"""Paths that a user gives (files, folders, "*.txt", "-") → the files to read, in a fixed order, each with its id."""

import glob
import os
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from graph.documents.kinds import KINDS, kind_of, wanting
from graph.errors import DocumentWarning, UsageError
from graph.extras import advice

STDIN = "-"
STAND_INS = "*?["


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is (None: standard input), the id it asks for, its path as given, for messages."""

    path: Path | None
    id: str
    shown: str


def find_files(paths: Iterable[str | os.PathLike[str]]) -> list[File]:
    """Return the files that the paths stand for: in the order given, within a folder sorted by name.

    Hidden files are passed over; files in a folder that cannot be read too, with a DocumentWarning that counts them.
    Raises UsageError for a path that is not there, for a package that is wanting, and when nothing is there to read.
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
        if any(sign in given for sign in STAND_INS):
            return [file for found in _matches(given) for file in _find(found)]
        raise UsageError(f"{printable(given)}: there is no such file or folder. Check the spelling of the path.")
    package = wanting(kind_of(path.name)[0] or "")
    if package:
        raise UsageError(f"{printable(given)}: to read it needs {package}: {advice('readers')}")
    return [File(path, printable(path.name), printable(path.as_posix()))]


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (a Path's glob takes no absolute pattern)


def _find_in_folder(folder: Path) -> list[File]:
    found: list[File] = []
    others: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(parent, name)
            if name.startswith(".") or not path.is_file():
                continue
            kind, _ = kind_of(name)
            if kind is None:
                others[path.suffix.lower()] += 1
            elif wanting(kind):
                closed[path.suffix.lower()] += 1
            else:
                found.append(File(path, printable(path.relative_to(folder).as_posix()), printable(path.as_posix())))
    _tell(folder, others, "of other kinds", f"{KINDS} are read")
    _tell(folder, closed, "that need more packages", f"to read them: {advice('readers')}")
    return sorted(found, key=lambda file: PurePath(file.id).parts)


def _tell(folder: Path, skipped: Counter[str], which: str, remedy: str) -> None:
    if skipped:
        kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(skipped.items()))
        files = "1 file" if skipped.total() == 1 else f"{skipped.total()} files"
        message = f"{printable(str(folder))}: passed over {files} {which} ({kinds}); {remedy}"
        warnings.warn(DocumentWarning(message), stacklevel=2)
