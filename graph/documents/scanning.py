"""Files → pieces: which documents there will be, each with an id of its own, in a fixed order, none opened yet."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from graph.documents.archives import read_archive
from graph.documents.feeds import read_feed
from graph.documents.finding import File
from graph.documents.json_lines import LINE_BYTES, read_json_lines
from graph.documents.kinds import COLLECTIONS, KINDS, kind_of
from graph.documents.limits import unpacked
from graph.documents.pieces import Piece
from graph.documents.plain import read_text, text_to_document
from graph.documents.tables import read_table
from graph.errors import DocumentError
from graph.records import Document

OnError = Callable[[DocumentError], None]
Found = Document | Piece | DocumentError


def scan(files: Iterable[File], on_error: OnError) -> Iterator[Piece]:
    """Yield the pieces of the files; what cannot be read goes to `on_error`.

    An id that is taken already gets the path as given, and then a number ("a.txt#2").
    """
    taken: set[str] = set()
    for file in files:
        for found in _scan(file):
            if isinstance(found, DocumentError):
                on_error(found)
                continue
            piece = found if isinstance(found, Piece) else _of_document(found, file)
            own = _own_id(piece.id, file, taken)
            taken.add(own)
            yield piece if own == piece.id else _renamed(piece, own)


def _of_document(document: Document, file: File) -> Piece:
    return Piece(document.id, f"{file.shown}: {document.id}", "document", document=document)


def _renamed(piece: Piece, own: str) -> Piece:
    return replace(piece, id=own, document=replace(piece.document, id=own) if piece.document else None)


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


def _scan(file: File) -> Iterator[Found]:
    if file.path is None:
        yield from _scan_stdin(sys.stdin.buffer, file)
        return
    kind, packed = kind_of(file.path.name)
    if kind is None:
        suffix = file.path.suffix.lower()
        yield DocumentError(file.shown, f"is a {suffix} file, and only {KINDS} are read; save it as one of these")
    elif kind in COLLECTIONS:
        yield from _scan_collection(file, kind, packed)
    else:
        yield Piece(file.id, file.shown, kind, str(file.path.absolute()), packed)


def _scan_collection(file: File, kind: str, packed: bool) -> Iterator[Found]:
    assert file.path
    try:
        with file.path.open("rb") as raw:
            stream = unpacked(raw, file.shown) if packed and kind != "warc" else raw
            if kind == "json":
                yield from read_json_lines(stream, file.shown)
            elif kind == "csv":
                yield from read_table(stream, file)
            elif kind == "feed":
                yield from read_feed(stream, file)
            else:
                yield from read_archive(stream, file)
    except OSError as error:
        yield DocumentError(file.shown, f"cannot be read: {error.strerror or error}; check the file")
    except DocumentError as error:  # in the middle of unpacking
        yield error


def _scan_stdin(stream: BinaryIO, file: File) -> Iterator[Found]:
    """Read JSON Lines if the first line that is not empty is a JSON object, else the whole as one plain text."""
    head = line = stream.readline(LINE_BYTES)
    while line and not line.strip() and len(head) < LINE_BYTES:
        line = stream.readline(LINE_BYTES)
        head += line
    if _is_object(line):
        yield from read_json_lines(stream, file.shown, head)
        return
    try:
        yield text_to_document(read_text(stream, file.shown, head), file.id)
    except DocumentError as error:
        yield error


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
