"""A news feed (RSS or Atom) → Documents, one for each entry: its headline and all the text that the feed gives."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO

from graph.documents.boundary import attempt
from graph.documents.dates import Dates
from graph.documents.finding import File
from graph.documents.html import fragment_to_text, with_headline
from graph.documents.limits import MARKUP_BYTES, read_at_most
from graph.documents.options import DEFAULT, Intake
from graph.documents.plain import check_text, make_document
from graph.errors import DocumentError
from graph.extras import need
from graph.records import Document

REFERENCE = re.compile(rb"&#(?:x([0-9a-fA-F]{1,20})|([0-9]{1,20}));")
NO_CHARACTER = b"&#xFFFD;"


def read_feed(stream: BinaryIO, file: File, options: Intake = DEFAULT) -> Iterator[Document | DocumentError]:
    """Yield a Document for each entry, or the error that says what is wrong with it."""
    entries = _entries(read_at_most(stream, MARKUP_BYTES, file.shown), file.shown)
    dates = Dates(file.shown, options.dates)
    for number, entry in enumerate(entries, start=1):
        place = f"{file.shown}: entry {number}"
        yield attempt(place, partial(_document, entry, f"{file.id}:{number}", place, dates))
    dates.tell()


def _entries(data: bytes, shown: str) -> list[Any]:
    if b"<!ENTITY" in data:  # entities that grow, or fetch other files
        raise DocumentError(shown, "defines entities of its own, as no feed does; not opened")
    found = need("feedparser", "readers").parse(BytesIO(REFERENCE.sub(_possible, data)))
    if not found.get("version") and not found.entries:
        raise DocumentError(shown, "is not an RSS or Atom feed; save its text as a .txt file")
    if not found.entries:
        raise DocumentError(shown, "is a feed without entries, or a broken one; fetch it again")
    return list(found.entries)


def _possible(reference: re.Match[bytes]) -> bytes:
    """Return a character reference, or U+FFFD for what is none: half a character breaks a whole feed otherwise."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return NO_CHARACTER if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF or number == 0 else reference[0]


def _document(entry: Any, id: str, place: str, dates: Dates) -> Document:
    title = fragment_to_text(entry.get("title", "")) or None
    markup = [part.get("value", "") for part in entry.get("content", [])] or [entry.get("summary", "")]
    text = check_text(with_headline(title, "\n".join(map(fragment_to_text, markup))).strip(), place)
    # The words of the feed, not what feedparser makes of them: it takes a missing month for today's.
    when = dict.get(entry, "published") or dict.get(entry, "updated")  # its own get warns
    link = entry.get("link")
    url = link if link and "://" in link else None  # feedparser takes an id for one
    return make_document(entry.get("id") or link or id, text, dates, day=dates.day(when), title=title, url=url)
