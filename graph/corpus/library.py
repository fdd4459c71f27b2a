"""Paths → the store → readings: a corpus is read as far as it has not been read, then given in its own order."""

import os
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass

from graph.corpus.running import Done, run
from graph.corpus.settings import Settings
from graph.corpus.tasks import Task, edition, keyed, plan
from graph.documents.finding import STDIN, File, find_files
from graph.documents.options import DEFAULT, Intake
from graph.documents.pieces import Piece
from graph.documents.scanning import scan
from graph.errors import DocumentError, UsageError
from graph.records import Reading
from graph.store.outcomes import CHANGED, Outcome
from graph.store.shards import Store
from graph.store.tables import DOCUMENTS

OnError = Callable[[DocumentError], None]
Runner = Callable[[Iterable[Task], Settings], Iterable[Done]]
WITHOUT_TEXT = tuple(column for column in DOCUMENTS if column not in ("text", "text_hash", "signature"))
NO_STDIN = "Standard input cannot be read twice, as a store needs. Save it as a file first, or leave out the store."


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one of several runs that read one corpus together: `number` of `of`, counted from 1."""

    number: int
    of: int

    def holds(self, task: Task) -> bool:
        """Return whether a task is in this share, whichever tasks are done already."""
        return int(task.name, 16) % self.of == self.number - 1


class Corpus:
    """The documents of some paths, and the store that holds what is known of them."""

    def __init__(
        self,
        paths: Iterable[str | os.PathLike[str]],
        settings: Settings,
        on_error: OnError,
        options: Intake = DEFAULT,
    ) -> None:
        """Look through the files, and find out which documents the store has already. Raises UsageError."""
        given = list(paths)
        if STDIN in given:
            raise UsageError(NO_STDIN)
        self.settings, self.store = settings, Store(settings.store)
        self._files: list[File] = find_files(given)
        self._on_error, self._options = on_error, options
        self.store.sweep()
        self.healed = self.store.heal()
        self._done = self.store.done()
        self.keys = [key for key, _ in self._pieces(on_error)]

    @property
    def waiting(self) -> int:
        """How many documents are not in the store yet."""
        return sum(key not in self._done for key in self.keys)

    def tasks(self, part: Part | None = None) -> Iterator[Task]:
        """Yield what is to be read, or one part of it."""
        tasks = plan(self._pieces(lambda _told_before: None), self._done)
        return (task for task in tasks if part is None or part.holds(task))

    def read(self, runner: Runner, part: Part | None = None) -> Iterator[Done]:
        """Read what is not in the store yet; yield the numbers of documents read and failed, as they are done."""
        if self.waiting:
            yield from runner(self.tasks(part), self.settings)
            self._done = self.store.done()

    def readings(self, without: Container[str] = ()) -> Iterator[Reading]:
        """Yield the readings in the order of the input, `without` the documents with these ids. Failures are told."""
        if self.waiting:
            self._on_error(DocumentError("some files", f"have {self.waiting} documents that {CHANGED}"))
        for outcome in self._outcomes():
            if outcome.failure:
                self._on_error(DocumentError(outcome.shown, outcome.failure))
            elif outcome.reading and outcome.id not in without:
                yield outcome.reading

    def copies(self) -> dict[str, str]:
        """Return for each document that is a copy of another, word for word or nearly, which one it copies."""
        places = {key: place for place, key in enumerate(self.keys)}
        from graph.corpus.copies import Text, find_copies  # numpy: not for `entente --help`

        return find_copies(
            Text(places[row["key"]], row["id"], row["date"], row["text_hash"], row["signature"])
            for row in self.store.rows(("key", "id", "date", "text_hash", "signature"))
            if row["signature"] and row["key"] in places and self._done.get(row["key"]) == row["shard"]
        )

    def _pieces(self, on_error: OnError) -> Iterator[tuple[str, Piece]]:
        return keyed(scan(self._files, on_error, self._options), edition(self.settings), on_error)

    def _outcomes(self) -> Iterator[Outcome]:
        return self.store.outcomes((key for key in self.keys if key in self._done), self._done, WITHOUT_TEXT)

    def prune(self) -> None:
        """Remove from the store what is no longer among the documents."""
        self.store.prune(self.keys)
        self._done = self.store.done()


def local(workers: int) -> Runner:
    """Return what reads tasks by worker processes on this machine."""
    return lambda tasks, settings: run(tasks, settings, workers)
