"""The unit of work, the same on one machine and on a cluster: a task in, a shard in the store out."""

import os
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import groupby

from graph.corpus.copies import signature, text_hash
from graph.corpus.settings import Settings
from graph.corpus.tasks import Task, edition, key_of
from graph.documents.opening import to_document
from graph.documents.pieces import Piece
from graph.errors import DEBUGGING, DocumentError, UnforeseenError
from graph.records import Document, Reading
from graph.store.outcomes import CHANGED, Outcome
from graph.store.shards import Store

Read = Callable[[Sequence[Document]], Sequence[Reading | DocumentError]]
Tell = Callable[[int, int], None]

BATCH = 24_000  # characters that are read together, some four thousand words: docs/performance.md


def reader(settings: Settings) -> Read:
    """Return the function that reads documents, with the model loaded."""
    from graph.parsing.language import load
    from graph.reading.batches import read_many

    nlp, project = load(settings.model), settings.project
    return lambda documents: list(read_many(documents, nlp, project=project))


def find_reader(settings: Settings) -> Read:
    """Return the function that reads documents, as the settings name it."""
    module, _, name = settings.reader.partition(":")
    found: Read = getattr(import_module(module), name)(settings)
    return found


def read_task(
    task: Task,
    settings: Settings,
    read: Read,
    skipped: Mapping[int, str] | None = None,
    careful: bool = False,
    tell: Tell = lambda _first, _last: None,
) -> tuple[int, int]:
    """Read a task into the store; return how many documents were read and how many failed.

    `skipped` gives the reasons for documents that must not be tried again; `careful` reads one by one. `tell` is told
    the first and the last number of documents before they are opened or read, and before the shard is written.
    """
    opened: list[Document | Outcome] = []
    for number, (key, piece) in enumerate(zip(task.keys, task.pieces, strict=True)):
        tell(number, number)
        reason = (skipped or {}).get(number)
        failed = Outcome(key, piece.id, piece.shown, failure=reason)
        opened.append(failed if reason else _open(key, piece, settings))
    outcomes = [found for found in opened if isinstance(found, Outcome)]
    for batch in _batches(opened, 1 if careful else BATCH):
        tell(batch[0], batch[-1])
        documents = [document for number in batch if isinstance(document := opened[number], Document)]
        for number, document, reading in zip(batch, documents, read(documents), strict=True):
            outcomes.append(_outcome(task.keys[number], task.pieces[number], document, reading, settings))
    tell(len(opened), len(opened))
    place = {key: number for number, key in enumerate(task.keys)}
    Store(settings.store).write(sorted(outcomes, key=lambda outcome: place[outcome.key]))
    read_ones = sum(outcome.reading is not None for outcome in outcomes)
    return read_ones, len(outcomes) - read_ones


def _open(key: str, piece: Piece, settings: Settings) -> Document | Outcome:
    try:
        if piece.path and key_of(piece, edition(settings)) != key:
            return Outcome(key, piece.id, piece.shown, failure=CHANGED)
        return to_document(piece)
    except DocumentError as error:
        return _failed(key, piece, error, error.document)


def _batches(opened: Sequence[Document | Outcome], size: int) -> Iterator[list[int]]:
    """Yield the numbers of documents to be read together: as many as have `size` characters, at least one."""
    before, places = 0, []
    for number, found in enumerate(opened):
        if isinstance(found, Document):
            places.append((before // size, number))
            before += len(found.text)
    for _, group in groupby(places, key=lambda place: place[0]):
        yield [number for _, number in group]


def _outcome(
    key: str, piece: Piece, document: Document, reading: Reading | DocumentError, settings: Settings
) -> Outcome:
    if isinstance(reading, DocumentError):  # it knows the id only
        return _failed(key, piece, reading, piece.shown)
    return Outcome(
        key=key,
        id=piece.id,
        shown=piece.shown,
        reading=reading,
        text=document.text if settings.keep_text else None,
        text_hash=text_hash(document.text),
        signature=signature(document.text),
    )


def _failed(key: str, piece: Piece, error: DocumentError, shown: str) -> Outcome:
    if isinstance(error, UnforeseenError) and os.environ.get(DEBUGGING):
        traceback.print_exception(error.__cause__)
    return Outcome(key, piece.id, shown, failure=str(error).removeprefix(f"{error.document}: "))
