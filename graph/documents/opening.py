"""A piece → its Document: the file is opened, unpacked, and taken out of its markup, all within limits."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from graph.documents.boundary import attempt
from graph.documents.dates import Dates
from graph.documents.decoding import decode
from graph.documents.html import html_to_document
from graph.documents.limits import MARKUP_BYTES, PAPER_BYTES, read_at_most, time_limit, unpacked
from graph.documents.markdown import markdown_to_document
from graph.documents.pdf import pdf_to_document
from graph.documents.pieces import Piece
from graph.documents.plain import BYTES, check_text, make_document, read_text
from graph.documents.word import word_to_document
from graph.errors import DocumentError
from graph.records import Document

Opener = Callable[[bytes, Piece, Dates], Document]

OPENERS: dict[str, tuple[Opener, int]] = {
    "markdown": (markdown_to_document, BYTES),
    "html": (html_to_document, MARKUP_BYTES),
    "pdf": (pdf_to_document, PAPER_BYTES),
    "word": (word_to_document, PAPER_BYTES),
}
"""For each kind of file that is one document: what makes it of the bytes, and how many bytes it may have."""


def to_document(piece: Piece) -> Document:
    """Return the Document of a piece. Raises DocumentError where it cannot be read, whatever the reason."""
    if piece.document:
        return piece.document
    dates = Dates(piece.shown, piece.dates)
    found = attempt(piece.shown, lambda: _of_bytes(piece, dates))
    if isinstance(found, DocumentError):
        raise found
    dates.tell()
    return found


def _of_bytes(piece: Piece, dates: Dates) -> Document:
    if piece.data is not None:
        return _open(BytesIO(piece.data), piece, dates)
    try:
        with Path(piece.path or "").open("rb") as stream:
            return _open(unpacked(stream, piece.shown) if piece.packed else stream, piece, dates)
    except OSError as error:
        raise DocumentError(piece.shown, f"cannot be read: {error.strerror or error}; check the file") from error


def _open(stream: BinaryIO, piece: Piece, dates: Dates) -> Document:
    with time_limit(piece.shown):
        if piece.kind == "text":
            text = _text(stream, piece)
            return make_document(piece.id, text, dates, url=piece.url)
        opener, limit = OPENERS[piece.kind]
        data = read_at_most(stream, limit, piece.shown)
        if not data.strip():
            raise DocumentError(piece.shown, "is empty; there is nothing to read in it")
        return opener(data, piece, dates)


def _text(stream: BinaryIO, piece: Piece) -> str:
    if piece.charset is None:
        return read_text(stream, piece.shown)
    return check_text(decode(read_at_most(stream, BYTES, piece.shown), piece.shown, piece.charset), piece.shown)
