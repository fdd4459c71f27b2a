"""Documents in, their readings out in the same order, read in batches of so many words.

What a batch cannot be read for is told of the one document that is at fault: the others are read one by one then.
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language

from graph.errors import DocumentError
from graph.parsing.docs import WORDS
from graph.parsing.language import MAX_CHARACTERS
from graph.project import BUILT_IN, Project
from graph.reading.document import read_batch
from graph.reading.english import other_language
from graph.records import Document, Reading

CHARACTERS = 6  # of a word, with the space behind it
TOGETHER = 3 * WORDS  # words of documents that are read together: of many only a part is parsed


Outcome = Reading | DocumentError


def read_many(
    documents: Iterable[Document], nlp: Language, gated: bool | None = None, project: Project = BUILT_IN
) -> Iterator[Outcome]:
    """Yield the reading of each document, in order, or what went wrong with it; `gated` as in `read_batch`."""
    for batch in _batches(documents):
        refused = {number: error for number, document in enumerate(batch) if (error := _refused(document))}
        taken = [document for number, document in enumerate(batch) if number not in refused]
        try:
            found: list[Outcome] = [*read_batch(taken, nlp, gated=gated, project=project)]
        except MemoryError:
            raise
        except Exception:  # one by one, to find out which of them it was
            found = [_read_one(document, nlp, gated, project) for document in taken]
        following = iter(found)
        yield from (refused[number] if number in refused else next(following) for number in range(len(batch)))


def _read_one(document: Document, nlp: Language, gated: bool | None, project: Project) -> Outcome:
    try:
        return read_batch([document], nlp, gated=gated, project=project)[0]
    except MemoryError:
        raise  # the process is at its limit: whoever supervises it decides
    except Exception as error:
        failed = DocumentError(document.id, f"cannot be read ({type(error).__name__}: {error}); leave it out")
        failed.__cause__ = error
        return failed


def _refused(document: Document) -> DocumentError | None:
    """Return why a document is not read at all: it is too long, or not in English."""
    if len(document.text) > MAX_CHARACTERS:
        size, most = f"{len(document.text):,}", f"{MAX_CHARACTERS:,}"
        reason = f"has {size} characters, more than the {most} that can be read at once; split it"
        return DocumentError(document.id, reason)
    language = other_language(document.text)
    if language:
        return DocumentError(document.id, f"is in {language}, and only English is read; translate it, or leave it out")
    return None


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= TOGETHER * CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
