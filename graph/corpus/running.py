"""Tasks → shards, by several worker processes at once; what is done is told as it is done."""

import queue
import threading
from collections.abc import Iterable, Iterator

from graph.corpus.process import Process
from graph.corpus.settings import Settings
from graph.corpus.tasks import Task

WAIT = 0.2  # seconds after which the main thread looks up, so that Ctrl-C is heard
Done = tuple[int, int]


def run(tasks: Iterable[Task], settings: Settings, workers: int) -> Iterator[Done]:
    """Read tasks by so many processes; yield for each the numbers of documents read and failed, as they are done.

    However it ends, all workers are ended; what is done is done.
    """
    team = Team(tasks, settings, workers)
    try:
        yield from team.results()
    finally:
        team.stop()


class Team:
    """Threads, each with a worker process of its own, that take tasks until there are none."""

    def __init__(self, tasks: Iterable[Task], settings: Settings, workers: int) -> None:
        self._tasks = iter(tasks)
        self._taking = threading.Lock()
        self._stopped = threading.Event()
        self._results: queue.Queue[Done | BaseException | None] = queue.Queue()
        self.processes = [Process(settings) for _ in range(max(1, workers))]
        self._threads = [
            threading.Thread(target=self._work, args=(process,), daemon=True) for process in self.processes
        ]

    def results(self) -> Iterator[Done]:
        """Yield what each task gave, until all are done. Raises what stopped a worker for good."""
        for thread in self._threads:
            thread.start()
        working = len(self._threads)
        while working:
            try:
                result = self._results.get(timeout=WAIT)
            except queue.Empty:
                continue
            if isinstance(result, BaseException):
                raise result
            if result is None:
                working -= 1
            else:
                yield result

    def stop(self) -> None:
        """End all workers."""
        self._stopped.set()
        for process in self.processes:
            process.stop()
        for thread in self._threads:
            if thread.ident:
                thread.join()

    def _work(self, process: Process) -> None:
        try:
            while (task := self._take()) is not None:
                self._results.put(process.read(task))
            process.stop()
            self._results.put(None)
        except BaseException as error:
            if not self._stopped.is_set():
                self._results.put(error)

    def _take(self) -> Task | None:
        with self._taking:
            return None if self._stopped.is_set() else next(self._tasks, None)
