"""A DOCX → Document: its paragraphs, cells, text boxes and notes, one line each.

As its readers see it: what an editor inserted counts, what was deleted or moved away does not; of fields their words.
"""

from collections.abc import Iterator
from datetime import date
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
UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "sdtPr"))
"""Parts of the file that a reader does not see, or sees elsewhere too."""

SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = ("footnotes", "endnotes")
TEMPLATE = ("python-docx", date(2013, 12, 23))
"""Author and day of the file from which python-docx makes each new one."""

ENCRYPTED = b"\xd0\xcf\x11\xe0"  # Office keeps encrypted files (and .doc) in its old container


def word_to_document(data: bytes, piece: Piece, dates: Dates) -> Document:
    """Return the Document of a DOCX; a date line in the text goes before the day on which the file was made."""
    shown = piece.shown
    _check(data, shown)
    docx = need("docx", "readers")
    try:
        opened = docx.Document(BytesIO(data))
        text = "\n".join(_lines(opened))
        title, made = opened.core_properties.title, _made(opened.core_properties)
    except MemoryError:
        raise
    except Exception as error:  # whatever its parts raise: lxml, zipfile, KeyError for a part that is not there
        raise DocumentError(shown, f"{BROKEN} ({type(error).__name__})") from error
    return make_document(piece.id, check_text(text, shown), dates, made=made, title=title.strip() or None)


def _made(properties: Any) -> str | None:
    """Return the day on which the file was made; None where it has kept that of the template of python-docx."""
    day = properties.created.date() if properties.created else None
    return None if day is None or (properties.author, day) == TEMPLATE else day.isoformat()


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
    """Yield the lines of the body, then those of the notes."""
    yield from _lines_of(opened.element.body)
    for relation in opened.part.rels.values():
        if relation.reltype.rpartition("/")[2] in NOTES and not relation.is_external:
            root = need("docx.oxml.parser", "readers").parse_xml(relation.target_part.blob)
            for note in root:
                if not any(name.endswith("}type") for name in note.attrib):  # else it is a line drawn above the notes
                    yield from _lines_of(note)


def _lines_of(block: Any) -> Iterator[str]:
    """Yield a line for each paragraph in a block, whatever it stands in: cells, content controls, changes."""
    for element in block:
        name = _name(element)
        if name == "p":
            boxes: list[Any] = []
            yield "".join(_words(element, boxes))
            for box in boxes:
                yield from _lines_of(box)
        elif name not in UNSEEN:
            yield from _lines_of(element)


def _words(element: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the words of a paragraph in order; text boxes that hang on it are put aside."""
    for part in element:
        name = _name(part)
        if name == "t":
            yield part.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "txbxContent":
            boxes.append(part)
        elif name not in UNSEEN:
            yield from _words(part, boxes)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""  # a comment has a function
