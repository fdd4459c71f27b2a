"""A piece → its Document: the file is opened, unpacked, and taken out of its markup, all within limits."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from graph.documents.html import html_to_document
from graph.documents.limits import MARKUP_BYTES, PAPER_BYTES, read_at_most, time_limit, unpacked
from graph.documents.markdown import markdown_to_document
from graph.documents.pdf import pdf_to_document
from graph.documents.pieces import Piece
from graph.documents.plain import BYTES, read_text, text_to_document
from graph.documents.word import word_to_document
from graph.errors import DocumentError
from graph.records import Document

Opener = Callable[[bytes, str, str, str | None], Document]

OPENERS: dict[str, tuple[Opener, int]] = {
    "markdown": (markdown_to_document, BYTES),
    "html": (html_to_document, MARKUP_BYTES),
    "pdf": (pdf_to_document, PAPER_BYTES),
    "word": (word_to_document, PAPER_BYTES),
}
"""For each kind of file that is one document: what makes it of the bytes, and how many bytes it may have."""


def to_document(piece: Piece) -> Document:
    """Return the Document of a piece. Raises DocumentError where it cannot be read."""
    if piece.document:
        return piece.document
    if piece.data is not None:
        return _open(BytesIO(piece.data), piece)
    try:
        with Path(piece.path or "").open("rb") as stream:
            return _open(unpacked(stream, piece.shown) if piece.packed else stream, piece)
    except OSError as error:
        raise DocumentError(piece.shown, f"cannot be read: {error.strerror or error}; check the file") from error


def _open(stream: BinaryIO, piece: Piece) -> Document:
    with time_limit(piece.shown):
        if piece.kind == "text":
            return text_to_document(read_text(stream, piece.shown), piece.id, piece.url)
        opener, limit = OPENERS[piece.kind]
        data = read_at_most(stream, limit, piece.shown)
        if not data.strip():
            raise DocumentError(piece.shown, "is empty; there is nothing to read in it")
        return opener(data, piece.id, piece.shown, piece.url)
