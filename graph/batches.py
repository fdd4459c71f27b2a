"""Documents in, their readings out in the same order, read in batches of so many words.

What a batch cannot be read for is told of the one document that is at fault: the others are read one by one then.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language

from graph.errors import DocumentError
from graph.parsing import WORDS
from graph.reading import read_batch
from graph.records import Document, Reading

CHARACTERS = 6  # of a word, with the space behind it


def read_many(documents: Iterable[Document], nlp: Language, gated: bool | None = None) -> Iterator[Reading | DocumentError]:
    """Yield the reading of each document, in order, or what went wrong with it."""
    for batch in _batches(documents):
        try:
            yield from read_batch(batch, nlp, gated=gated)
        except Exception:  # one by one, to find out which
            yield from _one_by_one(batch, nlp, gated)


def _one_by_one(documents: Sequence[Document], nlp: Language, gated: bool | None) -> Iterator[Reading | DocumentError]:
    for document in documents:
        try:
            yield read_batch([document], nlp, gated=gated)[0]
        except DocumentError as error:
            yield error
        except Exception as error:
            yield DocumentError(document.id, f"cannot be read ({type(error).__name__}: {error}); leave it out")


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= WORDS * CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
