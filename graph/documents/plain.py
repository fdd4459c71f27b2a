"""One plain text → Document: its characters as they are, its headline and date from the first lines."""

from typing import BinaryIO, Literal

from graph.documents.dates import Dates
from graph.documents.decoding import decode
from graph.documents.headlines import find_title
from graph.errors import DocumentError
from graph.records import Document

CHARACTERS = 5_000_000  # a library in one file; what is longer than the model reads at once is read in parts
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


def make_document(
    id: str,
    text: str,
    dates: Dates,
    *,
    day: str | None = None,
    made: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Document:
    """Return a Document: its date is `day`, else that of its first lines, else the day on which its file was `made`."""
    found = None if day else dates.near_top(text)
    source: Literal["metadata", "dateline"] | None = (
        "metadata" if day else "dateline" if found else "metadata" if made else None
    )
    return Document(id, text, day or found or made, source, title or find_title(text), url)
