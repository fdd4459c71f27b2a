"""A DOCX → Document: its paragraphs and the cells of its tables, one line each."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from graph.documents.dates import Dates
from graph.documents.limits import UNPACKED_BYTES
from graph.documents.pieces import Piece
from graph.documents.plain import check_text, make_document
from graph.errors import DocumentError
from graph.extras import need
from graph.records import Document

BROKEN = "is a broken DOCX; open and save it again"
ENCRYPTED = b"\xd0\xcf\x11\xe0"  # Office keeps encrypted files (and .doc) in its old container


def word_to_document(data: bytes, piece: Piece, dates: Dates) -> Document:
    """Return the Document of a DOCX; a date line in the text goes before the day on which the file was made."""
    shown = piece.shown
    _check(data, shown)
    docx = need("docx", "readers")
    try:
        opened = docx.Document(BytesIO(data))
        text = "\n".join(_lines(opened))
        title, made = opened.core_properties.title, opened.core_properties.created
    except MemoryError:
        raise
    except Exception as error:  # whatever its parts raise: lxml, zipfile, KeyError for a part that is not there
        raise DocumentError(shown, f"{BROKEN} ({type(error).__name__})") from error
    made = made.date().isoformat() if made else None
    return make_document(piece.id, check_text(text, shown), dates, made=made, title=title.strip() or None)


def _check(data: bytes, shown: str) -> None:
    if data.startswith(ENCRYPTED):
        raise DocumentError(shown, "is encrypted, or an old .doc; save it as .docx without a password")
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentError(shown, BROKEN) from error
    if size > UNPACKED_BYTES:
        raise DocumentError(shown, f"unpacks to {size // 1_000_000:,} million bytes, more than a text has; not opened")


def _lines(opened: Any) -> Iterator[str]:
    for block in opened.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from (cell.text for cell in row.cells)
        else:
            yield block.text
