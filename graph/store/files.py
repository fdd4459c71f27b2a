"""A path in, a file to write out, which takes the path's place only when all has been written.

What is half-written lies beside it, in a file that nobody had before: never one that was there, never through a link.
A device or a pipe (/dev/null, /dev/stdout) is written to and stays what it is.
"""

import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO

from graph.errors import UsageError

NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@contextmanager
def new_file(path: str | Path) -> Iterator[Path]:
    """Give the path of a file to write; at the end it replaces `path`, on an error `path` stays as it was."""
    path = Path(path)
    stream = _is_stream(path)
    folder = Path(tempfile.gettempdir()) if stream else path.parent
    part = folder / f".{path.name[:50]}.{os.getpid()}.{token()}.part"
    try:
        open_new(part).close()
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if stream:
            with part.open("rb") as written, path.open("wb") as out:
                shutil.copyfileobj(written, out)
        else:
            os.replace(part, path)
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename and str(error.filename) not in (str(part), str(path)):
            raise  # of something that was to be read while this was written
        reason = error.strerror or error
        raise UsageError(f"cannot write {path}: {reason}; name a file in a folder that exists and is yours") from error
    finally:
        with suppress(OSError):  # the folder may be gone, or be none
            part.unlink()


@contextmanager
def new_text_file(path: str | Path) -> Iterator[IO[str]]:
    r"""Open a text file to write (UTF-8, lines end in "\n"); it replaces `path` only when all has been written."""
    with new_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        yield file


def open_new(path: Path) -> BinaryIO:
    """Open a file that was not there, to write bytes. Raises FileExistsError where there is one, or a link."""
    return os.fdopen(os.open(path, NEW, 0o666), "wb")


def token() -> str:
    """Return a part of a name that nobody can have taken before."""
    return secrets.token_hex(4)


def _is_stream(path: Path) -> bool:
    """Return whether a path is a device or a pipe that can be written to. Raises UsageError for a disk or a socket."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    if stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
        raise UsageError(f"cannot write {path}: it is a disk or a socket; name a file")
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)
