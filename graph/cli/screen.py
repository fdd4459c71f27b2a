"""Where the commands show things: answers on stdout, complaints and progress on stderr."""

import os
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console, RenderableType
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from graph.errors import DEBUGGING, DocumentWarning, EntenteError, UnforeseenError
from graph.records import Reading

LONG = 2.0  # seconds of work before a progress bar appears
WIDE = 200  # columns of a table that no terminal shows
# A text may hold codes that would steer the terminal, marks that turn the words round, and ends of lines.
STEERING = [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]
TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
HARMLESS: dict[int, str | None] = {**dict.fromkeys(STEERING, " "), **dict.fromkeys(TURNING)}

stderr = Console(highlight=False, soft_wrap=True, stderr=True)


def harmless(text: str) -> str:
    """Return text from outside as it can be shown on one line of a terminal."""
    return text.translate(HARMLESS)


def show(*parts: RenderableType) -> None:
    """Print an answer on stdout: as wide as the terminal, or as wide as it wants to be for a file or a pipe."""
    stdout = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
    for part in parts:
        stdout.print(part)


def complain(sentence: str) -> None:
    """Say on stderr what went wrong."""
    stderr.print(Text.assemble(("entente: ", "bold red"), harmless(sentence)))


def say(sentence: str) -> None:
    """Say on stderr what is good to know and no fault."""
    stderr.print(Text(harmless(sentence)))


_told: set[str] = set()


def told_anew() -> None:
    """Begin anew: what was told before may be told once more."""
    _told.clear()


def debugging() -> bool:
    """Return whether also the place of what nobody foresaw is to be shown."""
    return bool(os.environ.get(DEBUGGING))


def complain_of_warning(message: Warning | str, category: type[Warning], *_where: Any, **_more: Any) -> None:
    """Show our own warnings as a sentence, each once; those of libraries are not for users."""
    if issubclass(category, DocumentWarning) and str(message) not in _told:
        _told.add(str(message))
        stderr.print(Text.assemble(("entente: ", "bold yellow"), harmless(str(message))))


class Failures:
    """The documents that could not be read: each is told at once, and counted."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, error: EntenteError) -> None:
        """Tell of one document and count it."""
        self.count += 1
        complain(str(error))
        if debugging() and isinstance(error, UnforeseenError):
            stderr.print("".join(traceback.format_exception(error.__cause__)), markup=False)


def watched(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Pass the readings on; if it takes long, show on a terminal how many there were so far."""
    start = time.monotonic()
    columns = (SpinnerColumn(), TextColumn("{task.completed} documents read"), TimeElapsedColumn())
    progress = Progress(*columns, console=stderr, transient=True)
    task = progress.add_task("reading", total=None)
    try:
        for reading in readings:
            progress.advance(task)
            if stderr.is_terminal and not progress.live.is_started and time.monotonic() - start > LONG:
                progress.start()
            yield reading
    finally:
        if progress.live.is_started:
            progress.stop()
