"""What could hang or crash a library is done apart, in a process of its own that can be ended from outside.

A limit of time that is a signal waits until a library written in C comes back; this one does not. The process is
started when it is first needed, and anew when it was ended.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.documents.finding import File
from graph.documents.limits import SECONDS
from graph.documents.options import Intake
from graph.documents.pieces import Piece
from graph.errors import DocumentError, DocumentWarning, UsageError
from graph.records import Document

# Not "-m", and "-P": a folder in which somebody works may hold a graph.py or a random.py of its own.
COMMAND = (sys.executable, "-P", "-c", "from graph.documents.child import main; main()")
APART = frozenset(("html", "pdf", "word", "markdown", "feed"))
"""The kinds that are opened apart: what libraries do with them may take for ever."""

GRACE = 15  # seconds beyond the limit within which the process can end by itself, and tell why
HUNG = f"takes more than {SECONDS:g} seconds to open; save it as plain text"
DIED = "crashes the program that opens it; save it as plain text"


def open_apart(piece: Piece) -> Document:
    """Return the Document of a piece, opened in another process. Raises DocumentError where it cannot be."""
    for found in _ask({"piece": piece.to_dict()}, piece.shown):
        if isinstance(found, Document):
            return found
        raise found
    raise DocumentError(piece.shown, DIED)


def scan_apart(file: File, kind: str, packed: bool, options: Intake) -> Iterator[Document | DocumentError]:
    """Yield what a collection holds, looked through in another process, which may stand in another folder."""
    about = {"path": str(file.path and file.path.absolute()), "id": file.id, "shown": file.shown}
    yield from _ask({"file": about, "kind": kind, "packed": packed, "options": asdict(options)}, file.shown)


def _ask(order: dict[str, Any], shown: str) -> Iterator[Document | DocumentError]:
    with _one_at_a_time:
        replies = list(_child.ask(order))
    for reply in replies:
        if "document" in reply:
            yield Document(**reply["document"])
        elif "warning" in reply:
            warnings.warn(DocumentWarning(reply["warning"]), stacklevel=2)
        elif "error" in reply:
            yield _error(*reply["error"])
        elif "wanting" in reply:
            raise UsageError(reply["wanting"])
        elif "died" in reply:
            yield DocumentError(shown, reply["died"])


def _error(document: str, reason: str) -> DocumentError:
    return DocumentError(document, reason.removeprefix(f"{document}: "))


class _Child:
    """The other process, seen from here."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[str] | None = None
        self._hung = False

    def ask(self, order: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the replies to an order; the last one, if the process died of it, says so."""
        running = self._running = self._running or self._start()
        assert running.stdin and running.stdout
        self._hung = answered = False
        watch = threading.Timer(SECONDS + GRACE, self._kill)
        watch.daemon = True
        watch.start()
        try:
            running.stdin.write(json.dumps(order) + "\n")
            running.stdin.flush()
            while (line := running.stdout.readline()).endswith("\n"):
                reply = json.loads(line)
                if answered := "done" in reply:
                    return
                yield reply
        except BrokenPipeError:
            pass
        finally:
            watch.cancel()
            if not answered:  # also where we were stopped: what it would still say is of no use
                self.stop()
        yield {"died": HUNG if self._hung else DIED}

    def stop(self) -> None:
        """End the process."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.wait()
            for stream in (running.stdin, running.stdout):
                try:
                    stream.close()  # type: ignore[union-attr]
                except BrokenPipeError:
                    continue

    def _kill(self) -> None:
        self._hung = True
        if self._running is not None:
            self._running.kill()

    def _start(self) -> subprocess.Popen[str]:
        way = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(way)}
        return subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment,
            start_new_session=True,  # Ctrl-C is for us
        )


_child = _Child()
_one_at_a_time = threading.Lock()
atexit.register(_child.stop)
