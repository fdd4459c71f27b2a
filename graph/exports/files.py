"""A path in, a file to write out, which takes the path's place only when all has been written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import UsageError


@contextmanager
def new_file(path: str | Path) -> Iterator[Path]:
    """Give the path of a file to write; at the end it replaces `path`, on an error `path` stays as it was."""
    path = Path(path)
    part = path.with_name(f".{path.name[:50]}.{os.getpid()}.part")
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f"cannot write {path}: {reason}; name a file in a folder that exists and is yours") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def new_text_file(path: str | Path) -> Iterator[IO[str]]:
    r"""Open a text file to write (UTF-8, lines end in "\n"); it replaces `path` only when all has been written."""
    with new_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        yield file
