"""A PDF → Document: the text of its pages, words that were hyphenated at the end of a line whole again."""

import logging
import re
from io import BytesIO
from typing import Any

from graph.documents.dates import Dates
from graph.documents.pieces import Piece
from graph.documents.plain import CHARACTERS, TOO_LONG, check_text, make_document
from graph.errors import DocumentError
from graph.extras import need
from graph.records import Document

HYPHEN = re.compile(r"(?<=[a-z])[-\xad]\n(?=[a-z])")
ENCRYPTED = "is encrypted; save it without a password"
SCAN = "holds no text, only pictures of it; have the text recognised (OCR) first"


def pdf_to_document(data: bytes, piece: Piece, dates: Dates) -> Document:
    """Return the Document of a PDF; a date line in the text goes before the day on which the file was made."""
    pypdf, shown = need("pypdf", "readers"), piece.shown
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every small fault of a file
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(shown, ENCRYPTED)
        text, title, made = _text(reader, shown), _title(reader), _made(reader)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # pypdf raises whatever its parts raise, down to KeyError and AssertionError
        if type(error).__name__ in ("DependencyError", "FileNotDecryptedError"):
            raise DocumentError(shown, ENCRYPTED) from error
        raise DocumentError(shown, f"is a broken PDF ({type(error).__name__}); open and save it again") from error
    text = HYPHEN.sub("", text)
    if not text.strip():
        raise DocumentError(shown, SCAN)
    return make_document(piece.id, check_text(text, shown), dates, made=made, title=title, url=piece.url)


def _text(reader: Any, shown: str) -> str:
    parts: list[str] = []
    for page in reader.pages:
        parts.append(page.extract_text())
        if sum(map(len, parts)) > CHARACTERS:
            raise DocumentError(shown, TOO_LONG)
    return "\n".join(part.replace("\x00", "") for part in parts)


def _title(reader: Any) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return str(title).strip() or None if title else None


def _made(reader: Any) -> str | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:  # a date that is none
        return None
    return made.date().isoformat() if made else None
