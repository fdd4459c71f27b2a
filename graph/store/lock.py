"""A folder in, the right to write there out: two runs with other texts would each remove what the other made."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import UsageError

LOCK = ".entente.lock"
TAKEN = "another run of entente writes there; wait until it is done, or name another folder"


@contextmanager
def locked(folder: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold the lock of a folder; many may hold it `shared`. Raises UsageError where somebody else holds it.

    The lock goes with the process, however it ends. Where the system has no such locks, nothing is done.
    """
    try:
        import fcntl  # noqa: PLC0415 (Windows has none)
    except ImportError:
        yield
        return
    path = folder / LOCK
    how = (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB
    while True:
        try:
            number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        except OSError as error:
            raise UsageError(f"{folder}: cannot be written to ({error.strerror}); name another folder") from error
        try:
            fcntl.flock(number, how)
        except BlockingIOError:
            os.close(number)
            raise UsageError(f"{folder}: {TAKEN}") from None
        except OSError:  # a file system without locks
            break
        if _is_at(path, number):
            break
        os.close(number)  # whoever held it removed it meanwhile
    try:
        yield
    finally:
        with suppress(OSError):
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)  # nobody else has it: it may go
            path.unlink()
        os.close(number)


def _is_at(path: Path, number: int) -> bool:
    try:
        return os.fstat(number).st_ino == path.stat().st_ino
    except OSError:
        return False
