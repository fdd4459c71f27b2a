"""A web page → Document: the article without menus; title, date and address as the page gives them."""

import logging
import re
from html.parser import HTMLParser

from graph.documents.dates import Dates
from graph.documents.decoding import decode
from graph.documents.pieces import Piece
from graph.documents.plain import check_text, make_document
from graph.errors import DocumentError
from graph.extras import need
from graph.records import Document

NO_ARTICLE = "holds no article that can be told from its menus; save its text as a .txt file"
BLOCKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table section article".split())
SILENT = frozenset(("script", "style"))
SPACES = re.compile(r"[ \t\xa0]+")
# The day of the page as it says it, never guessed from its text; the last day fixed, so that tomorrow gives the same.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def html_to_document(data: bytes, piece: Piece, dates: Dates) -> Document:
    """Return the Document of a web page; its text begins with the headline. Raises DocumentError without an article."""
    extraction = need("trafilatura", "readers").bare_extraction
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read, we tell
    page = decode(data, piece.shown, piece.charset) if piece.charset else data
    try:
        found = extraction(page, with_metadata=True, include_comments=False, date_extraction_params=DATES)
    except (ValueError, RecursionError, TypeError, AttributeError, LookupError) as error:
        raise DocumentError(piece.shown, f"is a broken page: {error}; save its text as a .txt file") from error
    if found is None or not (found.text or "").strip():
        raise DocumentError(piece.shown, NO_ARTICLE)
    text = check_text(with_headline(found.title, found.text), piece.shown)
    return make_document(
        piece.id, text, dates, day=dates.day(found.date), title=found.title, url=piece.url or found.url
    )


def with_headline(title: str | None, text: str) -> str:
    """Return the text with its headline first, unless it stands there already."""
    return f"{title}\n\n{text}" if title and not text.lstrip().startswith(title) else text


def fragment_to_text(markup: str) -> str:
    """Return the text of a piece of HTML such as feeds hold, one line for each paragraph."""
    stripper = _Stripper()
    stripper.feed(markup)
    stripper.close()
    lines = (SPACES.sub(" ", line).strip() for line in "".join(stripper.parts).splitlines())
    return "\n".join(line for line in lines if line)


class _Stripper(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a line at a block."""
        self._silent += tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line at a block."""
        self._silent -= tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text; line ends in HTML are spaces."""
        if self._silent <= 0:
            self.parts.append(re.sub(r"\s+", " ", data))
