"""A PDF → Document: the text of its pages, column by column, without running heads and page numbers.

Words that were hyphenated at the end of a line are whole again. Columns are found by pdfminer; where it is not
installed, the words come in the order in which the file draws them (docs/reliability.md has what that costs).
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from graph.documents.dates import Dates
from graph.documents.pieces import Piece
from graph.documents.plain import CHARACTERS, TOO_LONG, check_text, make_document
from graph.errors import DocumentError
from graph.extras import has, need
from graph.records import Document

COLUMNS_FIRST = -0.5  # pdfminer's boxes_flow: what stands beside is another column
MOST = 0.6  # of the pages have a running head
EDGE = 3  # lines at each end of a page among which running heads are
HEAD = 80  # characters of a running head
DIGITS = re.compile(r"\d+")
HYPHENS = "-\xad\u2010"
ENDS = ".!?:;\"”’'…" + HYPHENS
HYPHEN = re.compile(r"(?<=[a-z])[-\xad\u2010]\n(?=[a-z])")
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
        text, title, made = joined(_pages(reader, data, shown)), _title(reader), _made(reader)
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


def joined(pages: Sequence[str]) -> str:
    """Return the text of pages: without what stands on most of them, a sentence over two pages whole again."""
    bare = [[line for line in page.splitlines() if line.strip()] for page in pages]
    counts = Counter(head for lines in bare for head in {_head(line) for line in (*lines[:EDGE], *lines[-EDGE:])})
    heads = {head for head, count in counts.items() if count >= max(2, MOST * len(pages)) and len(head) <= HEAD}
    text = ""
    for page in pages:
        lines = [line for line in page.splitlines() if not line.strip() or _head(line) not in heads]
        words = "\n".join(lines).strip("\n")
        if text and words:
            open_end = text[-1] not in ENDS
            text += "\n" if text[-1] in HYPHENS else " " if open_end else "\n"
        text += words
    return text + "\n" if text and pages[-1].endswith("\n") else text


def _head(line: str) -> str:
    """Return a line as running heads are compared: whatever the number of the page."""
    return DIGITS.sub("#", line.strip())


def _pages(reader: Any, data: bytes, shown: str) -> list[str]:
    """Return the text of each page. Raises DocumentError where it is too long."""
    found: list[str] = []
    laid_out = _laid_out(data) if has("pdfminer") and not reader.is_encrypted else None
    for page in reader.pages:
        drawn = page.extract_text()  # also where the layout is used: it has limits against bombs
        text = next(laid_out) if laid_out else drawn
        found.append(text.replace("\x00", ""))
        if sum(map(len, found)) > CHARACTERS:
            raise DocumentError(shown, TOO_LONG)
    return found


def _laid_out(data: bytes) -> Iterator[str]:
    """Yield the text of each page, its columns one after the other."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    layout = need("pdfminer.layout", "readers")
    parameters = layout.LAParams(boxes_flow=COLUMNS_FIRST)
    for page in need("pdfminer.high_level", "readers").extract_pages(BytesIO(data), laparams=parameters):
        yield "".join(box.get_text() for box in page if isinstance(box, layout.LTTextBox))


def _title(reader: Any) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return str(title).strip() or None if title else None


def _made(reader: Any) -> str | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:  # a date that is none
        return None
    return made.date().isoformat() if made else None
