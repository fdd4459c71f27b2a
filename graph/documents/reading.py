"""Files, folders, JSON Lines and standard input → Documents, each with an id of its own."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from graph.documents.finding import JSON_LINES, KINDS, PLAIN, File, find_files
from graph.documents.json_lines import LINE_BYTES, read_json_lines
from graph.documents.plain import read_text, text_to_document
from graph.errors import DocumentError
from graph.records import Document

OnError = Callable[[DocumentError], None]


def read_documents(paths: Iterable[str | os.PathLike[str]], on_error: OnError | None = None) -> Iterator[Document]:
    """Return the documents of files and folders, in the order given; folders are searched whole, sorted by name.

    A document's id is its file's name, or its path from the folder given, or the `id` of its JSON line; an id that
    is taken already gets the path as given, and then a number ("a.txt#2"). "-" is standard input, its id "stdin".
    Hidden files are passed over, files of other kinds in a folder too, with a DocumentWarning that counts them.
    A document that cannot be read goes to `on_error`, and the others are read; without it the error is raised.
    Raises UsageError, before anything is read, for a path that is not there and when nothing is there to read.
    """
    return _read_all(find_files(paths), on_error or _raise)


def _raise(error: DocumentError) -> None:
    raise error


def _read_all(files: Iterable[File], on_error: OnError) -> Iterator[Document]:
    taken: set[str] = set()
    for file in files:
        for found in _read(file):
            if isinstance(found, DocumentError):
                on_error(found)
            else:
                own = _own_id(found.id, file, taken)
                taken.add(own)
                yield found if own == found.id else replace(found, id=own)


def _own_id(wanted: str, file: File, taken: set[str]) -> str:
    """Return the id, or if it is taken the file's path as given, or that with the first free number."""
    if wanted not in taken:
        return wanted
    base = file.shown if wanted == file.id else wanted
    if base not in taken:
        return base
    number = 2
    while f"{base}#{number}" in taken:
        number += 1
    return f"{base}#{number}"


def _read(file: File) -> Iterator[Document | DocumentError]:
    if file.path is None:
        yield from _read_stdin(sys.stdin.buffer, file)
        return
    suffix = file.path.suffix.lower()
    try:
        if suffix in (*PLAIN, *JSON_LINES):
            with file.path.open("rb") as stream:
                yield from _read_stream(stream, file, is_json=suffix in JSON_LINES)
        else:
            yield DocumentError(file.shown, f"is a {suffix} file, and only {KINDS} are read; save it as one of these")
    except OSError as error:
        yield DocumentError(file.shown, f"cannot be read: {error.strerror or error}; check the file")


def _read_stream(stream: BinaryIO, file: File, is_json: bool, head: bytes = b"") -> Iterator[Document | DocumentError]:
    if is_json:
        yield from read_json_lines(stream, file.shown, head)
        return
    try:
        yield text_to_document(read_text(stream, file.shown, head), file.id)
    except DocumentError as error:
        yield error


def _read_stdin(stream: BinaryIO, file: File) -> Iterator[Document | DocumentError]:
    """Read JSON Lines if the first line that is not empty is a JSON object, else the whole as one plain text."""
    head = line = stream.readline(LINE_BYTES)
    while line and not line.strip() and len(head) < LINE_BYTES:
        line = stream.readline(LINE_BYTES)
        head += line
    yield from _read_stream(stream, file, _is_object(line), head)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
