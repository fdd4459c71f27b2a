"""Paths that a user gives (files, folders, "*.txt", "-") → the files to read, in a fixed order, each with its id."""

import glob
import os
import stat
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from graph.documents.kinds import KINDS, kind_of, wanting
from graph.documents.ours import is_our_store, is_ours
from graph.errors import DocumentWarning, UsageError
from graph.extras import advice

STDIN = "-"
STAND_INS = "*?["
NO_FILE = "is a pipe, a socket or a device, not a file; save it as a file, or give it on standard input (-)"
LOST = "is a link that leads nowhere; remove it or mend it"
CLOSED = "cannot be read: {}; check the rights, or leave it out"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is (None: standard input), the id it asks for, its path as given, for messages.

    `problem` says why it cannot be read, if that is known already.
    """

    path: Path | None
    id: str
    shown: str
    problem: str | None = None


@dataclass(slots=True)
class _Folder:
    """What was found in a folder: files, files of other kinds by suffix, what we wrote ourselves, what is no file."""

    files: list[File] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    ours: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


def find_files(paths: Iterable[str | os.PathLike[str]]) -> list[File]:
    """Return the files that the paths stand for: in the order given, within a folder sorted by name.

    Hidden files are skipped; files of other kinds in a folder, and what entente wrote itself, with a
    DocumentWarning that counts them. Linked folders are followed, each once.
    Raises UsageError for a path that is not there or is no file, and when nothing is there to read.
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
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a name that holds a zero
        if any(sign in given for sign in STAND_INS):
            return [file for found in _matches(given) for file in _find(found)]
        if isinstance(error, FileNotFoundError):
            raise UsageError(f"{printable(given)}: No such file or folder. Check the spelling of the path.") from error
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{printable(given)[:200]}: cannot be read: {reason}. Check the path.") from error
    if stat.S_ISDIR(mode):
        return _find_in_folder(path)
    if not stat.S_ISREG(mode):
        raise UsageError(f"{printable(given)}: {NO_FILE}")
    return [_file(path, printable(path.name))]


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (a Path's glob takes no absolute pattern)


def _file(path: Path, id: str) -> File:
    package = wanting(kind_of(path.name)[0] or "")
    problem = f"to read it needs {package}: {advice('readers')}" if package else None
    return File(path, id, printable(path.as_posix()), problem)


def _find_in_folder(folder: Path) -> list[File]:
    found = _Folder()
    for path, problem in _walk(folder):
        id = printable(path.relative_to(folder).as_posix())
        kind, _ = kind_of(path.name)
        if problem:
            found.files.append(File(path, id, printable(path.as_posix()), problem))
        elif not path.is_file():
            found.odd.append(id)
        elif kind is None:
            found.others[path.suffix.lower()] += 1
        elif is_ours(path, kind):
            found.ours.append(id)
        else:
            found.files.append(_file(path, id))
    others = ", ".join(f"{number} {suffix}" for suffix, number in sorted(found.others.items()))
    _tell(folder, found.others.total(), f"of other kinds ({others}); {KINDS} are read")
    _tell(folder, len(found.ours), f"that entente wrote itself (such as {', '.join(sorted(found.ours)[:1])})")
    _tell(folder, len(found.odd), f"that are pipes, sockets or devices (such as {', '.join(sorted(found.odd)[:1])})")
    return sorted(found.files, key=lambda file: PurePath(file.id).parts)


def _walk(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield all that lies in a folder, with what is wrong with it; each folder once, however often it is linked to."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        parent = waiting.pop()
        try:
            about = parent.stat()
            entries = sorted(os.scandir(parent), key=lambda entry: entry.name)
        except OSError as error:
            yield parent, CLOSED.format(error.strerror or error)
            continue
        if (about.st_dev, about.st_ino) in seen or is_our_store(parent):
            continue
        seen.add((about.st_dev, about.st_ino))
        folders = []
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith("."):
                continue
            problem = _problem(entry)
            if problem is None and entry.is_dir():
                folders.append(path)
            else:
                yield path, problem
        # Folders that are links come last, so that what they lead to is found at its own place first.
        waiting[:0] = [path for path in reversed(folders) if path.is_symlink()]
        waiting += [path for path in reversed(folders) if not path.is_symlink()]


def _problem(entry: os.DirEntry[str]) -> str | None:
    """Return why what lies in a folder cannot be looked at, such as in a folder whose names alone may be read."""
    try:
        entry.stat()
    except OSError as error:
        lost = entry.is_symlink() and not isinstance(error, PermissionError)
        return LOST if lost else CLOSED.format(error.strerror or error)
    return None


def _tell(folder: Path, number: int, which: str) -> None:
    if number:
        files = "1 file" if number == 1 else f"{number} files"
        warnings.warn(DocumentWarning(f"{printable(str(folder))}: skipped {files} {which}"), stacklevel=2)
