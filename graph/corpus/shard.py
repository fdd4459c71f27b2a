"""The unit of work, the same on one machine and on a cluster: a task in, a shard in the store out."""

from collections.abc import Callable, Mapping
from importlib import import_module

from graph.corpus.copies import signature, text_hash
from graph.corpus.settings import Settings
from graph.corpus.tasks import Task, edition, key_of
from graph.documents.opening import to_document
from graph.documents.pieces import Piece
from graph.errors import DocumentError
from graph.records import Document, Reading
from graph.store.outcomes import CHANGED, Outcome
from graph.store.shards import Store

Read = Callable[[Document], Reading]


def reader(settings: Settings) -> Read:
    """Return the function that reads a document, with the model loaded."""
    from graph.language import load
    from graph.reading import read_document

    nlp = load(settings.model)
    return lambda document: read_document(document, nlp)


def find_reader(settings: Settings) -> Read:
    """Return the function that reads a document, as the settings name it."""
    module, _, name = settings.reader.partition(":")
    found: Read = getattr(import_module(module), name)(settings)
    return found


def read_task(
    task: Task,
    settings: Settings,
    read: Read,
    skipped: Mapping[int, str] | None = None,
    tell: Callable[[int], None] = lambda _number: None,
) -> tuple[int, int]:
    """Read a task into the store; return how many documents were read and how many failed.

    `skipped` gives the reasons for documents that must not be tried again; `tell` is told the number of each
    document before it is read, and their count before the shard is written.
    """
    outcomes = []
    for number, (key, piece) in enumerate(zip(task.keys, task.pieces, strict=True)):
        tell(number)
        reason = (skipped or {}).get(number)
        outcomes.append(
            Outcome(key, piece.id, piece.shown, failure=reason) if reason else _read(key, piece, settings, read)
        )
    tell(len(task.pieces))
    Store(settings.store).write(outcomes)
    failed = sum(outcome.reading is None for outcome in outcomes)
    return len(outcomes) - failed, failed


def _read(key: str, piece: Piece, settings: Settings, read: Read) -> Outcome:
    try:
        if piece.path and key_of(piece, edition(settings)) != key:
            return Outcome(key, piece.id, piece.shown, failure=CHANGED)
        document = to_document(piece)
        reading = read(document)
    except DocumentError as error:
        return Outcome(key, piece.id, error.document, failure=str(error).removeprefix(f"{error.document}: "))
    return Outcome(
        key=key,
        id=piece.id,
        shown=piece.shown,
        reading=reading,
        text=document.text if settings.keep_text else None,
        text_hash=text_hash(document.text),
        signature=signature(document.text),
    )
