"""One worker process, seen from outside: it is started, given tasks, watched, and replaced when it dies."""

import json
import os
import signal
import subprocess
import sys
import threading
import warnings
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.corpus.settings import Settings
from graph.corpus.tasks import Task
from graph.errors import DocumentWarning, UsageError
from graph.store.outcomes import KILLED

# Not "-m", and "-P": a folder in which somebody works may hold a graph.py or a random.py of its own.
COMMAND = (sys.executable, "-P", "-c", "from graph.corpus.worker import main; main()")
NANNY = "65536"  # memory given back at once and asked for again: two thirds more time (docs/performance.md)
RENEWED = 100  # tasks after which a worker is replaced, so that what it remembers of words cannot grow for ever
TRIES = 2  # for a document that a worker died of, and for a worker to start
PATIENCE = 10  # seconds until a worker that says no more has ended
DIED = "crashes the program that reads it"
HUNG = "takes more than {seconds:g} seconds to read"
LARGE = "needs more than {memory:g} GB of memory to read"
REMEDY = "; cut it, or save it as plain text"


@dataclass(frozen=True, slots=True)
class Death:
    """How a worker died: at which documents (none: before the first), and why."""

    at: range
    reason: str


def _environment() -> dict[str, str]:
    """Return our environment, with the way to this package, and without what Dask's nanny sets for memory."""
    path = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
    if found.get("MALLOC_TRIM_THRESHOLD_") == NANNY:
        del found["MALLOC_TRIM_THRESHOLD_"]
    return found


class Process:
    """A worker process that is started when there is work, and anew when it has died."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._running: subprocess.Popen[str] | None = None
        self._hung = self._stopped = False
        self._tasks = 0
        self._starting = threading.Lock()

    def read(self, task: Task) -> tuple[int, int]:
        """Read a task into the store; return how many documents were read and how many failed.

        When the worker dies, hangs, or wants too much memory, the task is read again one by one; a document at which
        that happens once more is left out, with the reason in the store. Raises UsageError where no worker can
        be started.
        """
        deaths: Counter[int] = Counter()
        skipped: dict[int, str] = {}
        starts = 0
        while True:
            result = self._try(task, skipped, careful=bool(deaths))
            if not isinstance(result, Death):
                self._tasks += 1
                if self._tasks % RENEWED == 0:
                    self._end()
                return result
            deaths.update(result.at)
            if len(result.at) == 1 and deaths[result.at[0]] >= TRIES and result.at[0] < len(task.pieces):
                skipped[result.at[0]] = result.reason + ("" if result.reason == KILLED else REMEDY)
            starts += not result.at or result.at[0] >= len(task.pieces)
            if starts > TRIES:
                raise UsageError(
                    "A worker process dies where it starts or writes. Is there enough memory? See --memory."
                )

    def stop(self) -> None:
        """End the worker at once, and for good."""
        with self._starting:
            self._stopped = True
            self._end()

    @property
    def pid(self) -> int | None:
        """The process id of the worker, None if there is none."""
        return self._running.pid if self._running else None

    def _try(self, task: Task, skipped: Mapping[int, str], careful: bool) -> tuple[int, int] | Death:
        at = range(0)
        reason = DIED
        try:
            self._send({"task": task.to_dict(), "skipped": skipped, "careful": careful})
        except BrokenPipeError:
            reason = DIED
        while message := self._hear():
            if "done" in message:
                read, failed = message["done"]
                return read, failed
            if "error" in message:
                self._end()
                raise UsageError(message["error"])
            if "warning" in message:
                warnings.warn(DocumentWarning(message["warning"]), stacklevel=2)
            if "at" in message:
                at = range(message["at"][0], message["at"][1] + 1)
            reason = LARGE if "memory" in message else reason
        reason = KILLED if self._was_killed() and reason == DIED else reason
        self._end()
        if self._hung:
            reason = HUNG
        return Death(at, reason.format(seconds=self.settings.seconds, memory=self.settings.memory))

    def _send(self, message: dict[str, Any]) -> None:
        with self._starting:
            if self._stopped:
                raise KeyboardInterrupt
            if self._running is None:
                self._hung = False
                self._running = self._start()
        assert self._running.stdin
        self._running.stdin.write(json.dumps(message) + "\n")
        self._running.stdin.flush()

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for us, not for the workers
        )
        assert process.stdin
        process.stdin.write(self.settings.to_json() + "\n")
        return process

    def _hear(self) -> dict[str, Any] | None:
        """Return the next message, None when the worker is dead; one that is silent for too long is killed."""
        running = self._running
        if running is None:
            return None
        assert running.stdout

        def kill() -> None:
            self._hung = True
            running.kill()

        watch = threading.Timer(self.settings.seconds, kill)
        watch.daemon = True
        watch.start()
        try:
            line = running.stdout.readline()
        finally:
            watch.cancel()
        message: dict[str, Any] | None = json.loads(line) if line.endswith("\n") else None
        return message

    def _was_killed(self) -> bool:
        """Return whether the worker was ended by somebody else: by hand, or by the system for want of memory."""
        if self._running is None or self._hung:
            return False
        try:
            return -self._running.wait(PATIENCE) in (signal.SIGKILL, signal.SIGTERM) if os.name == "posix" else False
        except subprocess.TimeoutExpired:
            return False

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        running.kill()
        assert running.stdin and running.stdout
        running.wait()
        running.stdout.close()
        try:
            running.stdin.close()
        except BrokenPipeError:
            return
