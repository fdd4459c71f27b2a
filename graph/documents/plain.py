"""One plain text → Document: its characters as they are, its headline and date from the first lines."""

from typing import BinaryIO

from graph.documents.decoding import decode
from graph.documents.headlines import find_date, find_title
from graph.errors import DocumentError
from graph.records import Document

CHARACTERS = 1_000_000  # the model's limit for one text
BYTES = 4 * CHARACTERS + 4  # no encoding needs more for so many
EMPTY = "is empty; there is nothing to read in it"
TOO_LONG = (
    f"is longer than {CHARACTERS:,} characters, the most that is read as one text; "
    "cut it into its articles, one file each, or one line each of a .jsonl file"
)


def read_text(stream: BinaryIO, name: str, head: bytes = b"") -> str:
    """Return the text of a file; `head` was taken from the stream already.

    Raises DocumentError where the text is empty, too long or no text.
    """
    data = head + stream.read(BYTES + 1)
    if len(data) > BYTES:
        raise DocumentError(name, TOO_LONG)
    return check_text(decode(data, name), name)


def check_text(text: str, name: str) -> str:
    """Return `text` if it can be read. Raises DocumentError where it is empty or too long."""
    if not text.strip():
        raise DocumentError(name, EMPTY)
    if len(text) > CHARACTERS:
        raise DocumentError(name, TOO_LONG)
    return text


def text_to_document(text: str, name: str, url: str | None = None) -> Document:
    """Return the Document of a text that brings nothing but itself."""
    day = find_date(text)
    return Document(name, text, day, "dateline" if day else None, find_title(text), url)
