"""Many documents → readings, in input order; one text → an explanation."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from graph.errors import DocumentError, EntenteError
from graph.language import MAX_CHARACTERS, load
from graph.records import Document, Explanation, Reading

if TYPE_CHECKING:
    from spacy.language import Language


def extract(
    documents: Iterable[Document],
    nlp: "Language | None" = None,
    on_error: Callable[[EntenteError], None] | None = None,
) -> Iterator[Reading]:
    """Yield the reading of each document, in input order.

    `nlp` is a loaded pipeline (None: the one we ship with). A document that cannot be read raises DocumentError,
    or is passed over after `on_error` was told.
    """
    nlp = nlp or load()
    for document in documents:
        try:
            yield _checked(document, nlp)
        except DocumentError as error:
            if on_error is None:
                raise
            on_error(error)


def explain(text: str, nlp: "Language | None" = None) -> Explanation:
    """Return all that the program sees in a text: mentions, roles, statements, and dropped candidates with reasons."""
    from graph.reading import explain_text

    return explain_text(text, nlp)


def _checked(document: Document, nlp: "Language") -> Reading:
    from graph.reading import read_document

    if len(document.text) > MAX_CHARACTERS:
        raise DocumentError(
            document.id,
            f"has {len(document.text):,} characters, more than the {MAX_CHARACTERS:,} that can be read at once; "
            "split it",
        )
    return read_document(document, nlp)
