"""What a user gives to be read (a text, a path, documents, lists of these) → Documents."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count, groupby
from pathlib import Path

from graph.dates import date_of
from graph.documents import read_documents
from graph.documents.kinds import SUFFIXES
from graph.errors import EntenteError, UsageError
from graph.records import Document

One = str | os.PathLike[str] | Document
Given = One | Iterable[One]
LONGEST = 1_000  # characters of a path


def documents_of(given: Given, on_error: Callable[[EntenteError], None] | None = None) -> Iterator[Document]:
    """Return the documents that are meant, in order.

    A str is a text, whose id is "text" (the next ones "text#2", …), unless a file or folder of that name is there, or
    it looks like one ("news/monday.txt"): then, like a Path, it is read as `read_documents` does. Raises UsageError for
    a path that is not there, and for what is none of these.
    """
    several = [given] if isinstance(given, str | os.PathLike | Document) else given
    if not isinstance(several, Iterable) or isinstance(several, bytes | bytearray | Mapping):
        raise UsageError(f"cannot read {type(given).__name__}; give a text, a path, a Document, or a list of these")
    return _documents(several, on_error)


def _documents(several: Iterable[One], on_error: Callable[[EntenteError], None] | None) -> Iterator[Document]:
    numbers = count(1)
    for kind, group in groupby(several, _kind):
        if kind == "path":
            yield from read_documents([os.fspath(one) for one in group], on_error)  # type: ignore[arg-type]
            continue
        for one in group:
            if isinstance(one, Document):
                yield _dated(one)
            else:
                number = next(numbers)
                yield Document("text" if number == 1 else f"text#{number}", str(one))


def _dated(one: Document) -> Document:
    """Return the document if its date is one. Raises UsageError."""
    if one.date is not None and not isinstance(one.date, str):
        raise UsageError(
            f'{one.id}: the date of a Document is a text such as "2024-05-03", not {type(one.date).__name__}'
        )
    if one.date is not None:
        date_of(one.date, f"{one.id}: date")
    return one


def _kind(one: One) -> str:
    if isinstance(one, Document):
        return "document"
    if isinstance(one, str):
        return "path" if _is_path(one) else "text"
    if isinstance(one, os.PathLike):
        return "path"
    raise UsageError(f"cannot read {type(one).__name__}; give a text, a path, a Document, or a list of these")


def _is_path(text: str) -> bool:
    """Say whether a file or folder of this name is there, or the text can only be meant as one."""
    if not text.strip() or len(text) > LONGEST or not text.isprintable():
        return False
    path = Path(text)
    if path.exists():
        return True
    return not any(c.isspace() for c in text) and (os.sep in text or path.suffix.lower() in SUFFIXES.keys() - {""})
