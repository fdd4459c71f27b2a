"""Files → pieces: which documents there will be, each with an id of its own, in a fixed order, none opened yet."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from graph.documents.apart import APART, scan_apart
from graph.documents.archives import read_archive
from graph.documents.boundary import attempt, each
from graph.documents.dates import Dates
from graph.documents.feeds import read_feed
from graph.documents.finding import File
from graph.documents.json_lines import LINE_BYTES, read_json_array, read_json_lines
from graph.documents.kinds import COLLECTIONS, KINDS, PACKERS, kind_of
from graph.documents.limits import unpacked
from graph.documents.options import DEFAULT, Intake
from graph.documents.pieces import Piece
from graph.documents.plain import make_document, read_text
from graph.documents.tables import read_table
from graph.errors import DocumentError
from graph.records import Document

OnError = Callable[[DocumentError], None]
Found = Document | Piece | DocumentError
READERS: dict[str, Callable[[BinaryIO, File, Intake], Iterator[Document | DocumentError]]] = {
    "json": read_json_lines,
    "array": read_json_array,
    "csv": read_table,
    "feed": read_feed,
}


def scan(files: Iterable[File], on_error: OnError, options: Intake = DEFAULT) -> Iterator[Piece]:
    """Yield the pieces of the files; what cannot be read goes to `on_error`.

    An id that is taken already gets the path as given, and then a number ("a.txt#2").
    """
    ids = _Ids()
    for file in files:
        for found in each(_scan(file, options), file.shown):
            if isinstance(found, DocumentError):
                on_error(found)
                continue
            piece = found if isinstance(found, Piece) else _of_document(found, file)
            own = ids.own(piece.id, file)
            yield piece if own == piece.id else _renamed(piece, own)


def _of_document(document: Document, file: File) -> Piece:
    return Piece(document.id, f"{file.shown}: {document.id}", "document", document=document)


def _renamed(piece: Piece, own: str) -> Piece:
    return replace(piece, id=own, document=replace(piece.document, id=own) if piece.document else None)


class _Ids:
    """The ids that are taken; and of each that was asked for often, the last number that was given to it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: Counter[str] = Counter()

    def own(self, wanted: str, file: File) -> str:
        """Return the id, or if it is taken the file's path as given, or that with the first free number."""
        base = file.shown if wanted == file.id and wanted in self._taken else wanted
        found = base
        while found in self._taken:
            self._numbers[base] += 1
            found = f"{base}#{self._numbers[base] + 1}"
        self._taken.add(found)
        return found


def _scan(file: File, options: Intake) -> Iterator[Found]:
    if file.problem:
        yield DocumentError(file.shown, file.problem)
        return
    if file.path is None:
        yield from _scan_stdin(sys.stdin.buffer, file, options)
        return
    kind, packed = kind_of(file.path.name)
    if kind is None:
        suffix = file.path.suffix.lower()
        remedy = (
            f"unpack it{PACKERS[suffix]}"
            if suffix in PACKERS
            else f"and only {KINDS} are read; save it as one of these"
        )
        yield DocumentError(file.shown, f"is a {suffix} file, {remedy}")
    elif kind in APART and kind in COLLECTIONS:
        yield from scan_apart(file, kind, packed, options)
    elif kind in COLLECTIONS:
        yield from read_collection(file, kind, packed, options)
    else:
        yield Piece(file.id, file.shown, kind, str(file.path.absolute()), packed, dates=options.dates)


def read_collection(file: File, kind: str, packed: bool, options: Intake) -> Iterator[Found]:
    """Yield what a file of many documents holds."""
    assert file.path
    try:
        with file.path.open("rb") as raw:
            stream = unpacked(raw, file.shown) if packed else raw
            if kind == "warc":
                yield from read_archive(stream, file, options)
            else:
                yield from READERS[kind](stream, file, options)
    except OSError as error:
        yield DocumentError(file.shown, f"cannot be read: {error.strerror or error}; check the file")


def _scan_stdin(stream: BinaryIO, file: File, options: Intake) -> Iterator[Found]:
    """Read JSON Lines if the first line that is not empty is a JSON object, else the whole as one plain text."""
    head = line = stream.readline(LINE_BYTES)
    while line and not line.strip() and len(head) < LINE_BYTES:
        line = stream.readline(LINE_BYTES)
        head += line
    if _is_object(line):
        yield from read_json_lines(stream, file, options, head)
        return

    def text() -> Document:
        dates = Dates(file.shown, options.dates)
        document = make_document(file.id, read_text(stream, file.shown, head), dates)
        dates.tell()
        return document

    yield attempt(file.shown, text)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
