"""A news feed (RSS or Atom) → Documents, one for each entry: its headline and all the text that the feed gives."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from graph.documents.finding import File
from graph.documents.headlines import find_date
from graph.documents.html import fragment_to_text, with_headline
from graph.documents.limits import MARKUP_BYTES, read_at_most, time_limit
from graph.documents.plain import check_text
from graph.errors import DocumentError
from graph.extras import need
from graph.records import Document


def read_feed(stream: BinaryIO, file: File) -> Iterator[Document | DocumentError]:
    """Yield a Document for each entry, or the error that says what is wrong with it."""
    try:
        entries = _entries(read_at_most(stream, MARKUP_BYTES, file.shown), file.shown)
    except DocumentError as error:
        yield error
        return
    for number, entry in enumerate(entries, start=1):
        try:
            yield _document(entry, f"{file.id}:{number}", f"{file.shown}: entry {number}")
        except DocumentError as error:
            yield error


def _entries(data: bytes, shown: str) -> list[Any]:
    if b"<!ENTITY" in data:  # entities that grow, or fetch other files
        raise DocumentError(shown, "defines entities of its own, as no feed does; not opened")
    with time_limit(shown):
        found = need("feedparser", "readers").parse(BytesIO(data))
    if not found.get("version") and not found.entries:
        raise DocumentError(shown, "is no RSS or Atom feed; save its text as a .txt file")
    if not found.entries:
        raise DocumentError(shown, "is a feed without entries, or a broken one; fetch it again")
    return list(found.entries)


def _document(entry: Any, id: str, place: str) -> Document:
    title = fragment_to_text(entry.get("title", "")) or None
    markup = [part.get("value", "") for part in entry.get("content", [])] or [entry.get("summary", "")]
    text = check_text(with_headline(title, "\n".join(map(fragment_to_text, markup))).strip(), place)
    when = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")  # its own get warns
    day = date(*when[:3]).isoformat() if when else None
    found, link = find_date(text), entry.get("link")
    return Document(
        id=entry.get("id") or link or id,
        text=text,
        date=day or found,
        date_source="metadata" if day else "dateline" if found else None,
        title=title,
        url=link if link and "://" in link else None,  # feedparser takes an id for one
    )
