"""Documents in, their readings out in the same order, read in batches of so many words.

What a batch cannot be read for is told of the one document that is at fault: the others are read one by one then.
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language

from graph.errors import DocumentError, UnforeseenError
from graph.parsing.docs import CHARACTERS, WORDS
from graph.project import BUILT_IN, Project
from graph.reading.document import read_batch
from graph.reading.english import other_language
from graph.reading.parts import is_long, join_parts, parts_of
from graph.records import Document, Reading

TOGETHER = 3 * WORDS  # words of documents that are read together: of many only a part is parsed


Outcome = Reading | DocumentError


def read_many(
    documents: Iterable[Document],
    nlp: Language,
    gated: bool | None = None,
    project: Project = BUILT_IN,
    side_by_side: int = 1,
) -> Iterator[Outcome]:
    """Yield the reading of each document, in order, or what went wrong with it; the rest as in `read_batch`."""
    for batch in _batches(documents):
        refused = {number: error for number, document in enumerate(batch) if (error := _refused(document))}
        taken = [document for number, document in enumerate(batch) if number not in refused]
        try:
            found: list[Outcome] = [
                *read_batch(
                    [d for d in taken if not is_long(d)],
                    nlp,
                    gated=gated,
                    project=project,
                    side_by_side=side_by_side,
                )
            ]
        except MemoryError:
            raise
        except Exception:  # one by one, to find out which of them it was
            found = [_read_one(document, nlp, gated, project) for document in taken if not is_long(document)]
        following = iter(found)
        for number, document in enumerate(batch):
            if number in refused:
                yield refused[number]
            else:
                yield _read_long(document, nlp, gated, project) if is_long(document) else next(following)


def _read_one(document: Document, nlp: Language, gated: bool | None, project: Project) -> Outcome:
    try:
        return read_batch([document], nlp, gated=gated, project=project)[0]
    except MemoryError:
        raise  # the process is at its limit: whoever supervises it decides
    except Exception as error:
        return UnforeseenError(document.id, error)


def _refused(document: Document) -> DocumentError | None:
    """Return why a document is not read at all: it is not in English."""
    language = other_language(document.text)
    if language:
        return DocumentError(document.id, f"is in {language}, and only English is read; translate it, or leave it out")
    return None


def _read_long(document: Document, nlp: Language, gated: bool | None, project: Project) -> Outcome:
    readings: list[tuple[int, Reading]] = []
    for offset, part in parts_of(document):
        found = _read_one(part, nlp, gated, project)
        if isinstance(found, DocumentError):
            return found
        readings.append((offset, found))
    return join_parts(readings)


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
