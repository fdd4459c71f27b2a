"""What build and shard have in common: many documents read into a store, by worker processes or a cluster."""

import os
import warnings
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from graph.cli.screen import Failures, say, stderr
from graph.corpus.library import Corpus, Part, Runner, local
from graph.corpus.running import Done
from graph.corpus.settings import Settings
from graph.documents.finding import File, find_files
from graph.documents.options import DEFAULT, Intake
from graph.errors import DocumentWarning, UsageError
from graph.extras import advice, has, need
from graph.project import BUILT_IN, Project
from graph.records import Reading
from graph.store.lock import locked

STORE = "store"
MANY, LARGE = 100, 2_000_000  # files, bytes: from here on a store is worth its files

Workers = Annotated[int | None, typer.Option("--workers", help="Processes that read at once; by default one per core.")]
StoreAt = Annotated[
    str | None, typer.Option("--store", help="Where to keep what has been read: a folder, or s3://… and the like.")
]
NoText = Annotated[bool, typer.Option("--no-text", help="Keep only a hash of each text in the store.")]
Once = Annotated[bool, typer.Option("--once", help="Count duplicate wire copy, exact or nearly so, as one source.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="Read on a Dask cluster: tcp://host:8786, or local.")
]
Dates = Annotated[
    str | None,
    typer.Option("--dates", metavar="[dmy|mdy]", help="How to read 03/04/2025: as 3 April (dmy) or March 4 (mdy)."),
]
Field = Annotated[
    str | None,
    typer.Option("--field", help="Which columns or keys hold what: text=Story,date=Day; also id, title, url."),
]
Seconds = Annotated[float, typer.Option("--seconds", help="Time limit per document, in seconds.")]
Memory = Annotated[float, typer.Option("--memory", help="Memory limit per process, in GB.")]


@dataclass(frozen=True, slots=True)
class Way:
    """How many documents are to be read, as the options say it."""

    out: Path
    model: str | None = None
    workers: int | None = None
    store: str | None = None
    no_text: bool = False
    once: bool = False
    scheduler: str | None = None
    seconds: float = 300.0
    memory: float = 4.0
    intake: Intake = DEFAULT
    project: Project = BUILT_IN

    def settings(self) -> Settings:
        """Return what the workers must know."""
        if not (self.seconds > 0 and self.memory > 0):  # not even a number that is none
            raise UsageError("--seconds and --memory are numbers above 0.")
        where = self.store or str(self.out / STORE)
        return Settings(where, self.model, not self.no_text, self.seconds, self.memory, project=self.project)

    def lock(self, *, shared: bool = False) -> AbstractContextManager[None]:
        """Hold the store: a build alone, because it removes what is not its own; parts of one corpus together."""
        where = self.settings().store
        if "://" in where:
            return nullcontext()
        Path(where).mkdir(parents=True, exist_ok=True)
        return locked(Path(where), shared=shared)

    def runner(self) -> Runner:
        """Return what carries the tasks out."""
        if self.workers is not None and self.workers < 1:
            raise UsageError("--workers is a number of processes: 1 or more.")
        workers = self.workers or _cores()
        if self.scheduler is None:
            return local(workers)
        from graph.corpus.cluster import Cluster

        return Cluster(self.scheduler, workers)

    def wants_store(self, paths: list[str]) -> bool:
        """Return whether to read into a store: asked for, there already, or worth it for so many texts."""
        if (
            self.workers is not None
            or any((self.store, self.no_text, self.once, self.scheduler))
            or (self.out / STORE).is_dir()
        ):
            return True
        if "-" in paths or not _are_many(paths):
            return False
        able = has("pyarrow") and has("duckdb")
        if not able:
            say(f"To use all cores for so many texts, and to resume after a stop: {advice('corpus')}")
        return able


def read_many(paths: list[str], way: Way, failures: Failures) -> Iterator[Reading]:
    """Read what the store does not have yet; then yield all readings. Raises UsageError if there is none."""
    need("duckdb", "corpus")  # it is the graph that needs it, but nobody wants to be told after hours of reading
    corpus = Corpus(paths, way.settings(), failures.add, way.intake)
    read_into_store(corpus, way)
    return _readings(corpus, way.once)


def _readings(corpus: Corpus, once: bool) -> Iterator[Reading]:
    copies = corpus.copies()
    nothing = True
    for reading in corpus.readings(without=copies if once else ()):
        nothing = False
        yield reading
    if nothing:
        raise UsageError("Nothing could be read, so nothing was written.")
    if copies:
        how = "counted once, as asked" if once else "--once counts each text once"
        one, more = "1 document is duplicate wire copy", f"{len(copies):,} documents are duplicate wire copy"
        say(f"{one if len(copies) == 1 else more} (the same text as another, or nearly); {how}.")
    corpus.prune()


def read_into_store(corpus: Corpus, way: Way, part: Part | None = None) -> Done:
    """Read what is waiting, or a part of it; return how many documents were read and how many failed."""
    if corpus.healed.faults:
        say(f"In the store {corpus.healed.told()}: set aside in {way.settings().store}/aside, and read anew.")
    waiting, known = corpus.waiting, len(corpus.keys) - corpus.waiting
    if known:
        say(f"{known:,} of {len(corpus.keys):,} documents are read already.")
    read = failed = 0
    try:
        for done in _shown(corpus.read(way.runner(), part), waiting):
            read, failed = read + done[0], failed + done[1]
    except KeyboardInterrupt:
        say("Stopped. What was read is kept; run the same command again to continue.")
        raise
    return read, failed


def _shown(done: Iterable[Done], waiting: int) -> Iterator[Done]:
    """Pass on what is done; on a terminal show how much, how fast, and how long it will take."""
    rate = TextColumn("{task.fields[rate]}")
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(),
        rate,
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as progress:
        task = progress.add_task("reading", total=waiting, rate="")
        for numbers in done:
            progress.advance(task, sum(numbers))
            speed = progress.tasks[0].speed
            progress.update(task, rate=f"{speed:,.1f} documents a second" if speed else "")
            yield numbers


def _are_many(paths: list[str]) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)  # they will be told when the files are read
        try:
            files = find_files(paths)
        except UsageError:
            return False  # it will be told, with the warnings, when they are read
    return len(files) > MANY or sum(_size(file) for file in files) > LARGE


def _size(file: File) -> int:
    try:
        return file.path.stat().st_size if file.path else 0
    except OSError:  # it will be told when it is read
        return 0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
