"""A place for files of bytes: a folder of this machine, or one in shared storage (s3://, gs://, …) through fsspec.

A file is there whole or not at all.
"""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from graph.errors import UsageError
from graph.extras import need
from graph.store.files import open_new, token

PART = ".part"
ASIDE = "aside"
OF_THIS_MACHINE = ("file", "local")
OLD = 86_400  # seconds after which what another machine left half-written is no longer waited for


class Place(Protocol):
    """Files in folders, by names such as "documents/ab12.parquet"."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""

    def read(self, name: str) -> bytes:
        """Return what a file holds."""

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, sorted; none if it is not there."""

    def remove(self, name: str) -> None:
        """Remove a file; it is no error if it is not there."""

    def set_aside(self, name: str) -> None:
        """Move a file to the folder `aside`, where nothing looks for it; it is no error if it is not there."""

    def sweep(self) -> None:
        """Remove what was left half-written by writers that are no more."""


def place(where: str) -> Place:
    """Return the place at a path or an address."""
    scheme, sign, path = where.partition("://")
    if sign and scheme not in OF_THIS_MACHINE:
        return Shared(where)
    return Folder(Path(path if sign else where))


class Folder:
    """A folder of this machine, or one that several machines have mounted."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, data: bytes) -> None:
        """Write a file beside its place, then move it there."""
        path = self.root / name
        part = path.with_name(f".{path.name}.{token()}{mark()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open_new(part) as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, path)
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror or error}; make room, or name another") from error
        finally:
            part.unlink(missing_ok=True)

    def read(self, name: str) -> bytes:
        """Return what a file holds."""
        return (self.root / name).read_bytes()

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, sorted."""
        path = self.root / folder
        return sorted(name for name in os.listdir(path) if not name.startswith(".")) if path.is_dir() else []

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.root / name).unlink(missing_ok=True)

    def set_aside(self, name: str) -> None:
        """Move a file out of the way."""
        folder = self.root / ASIDE
        folder.mkdir(exist_ok=True)
        with suppress(FileNotFoundError):
            os.replace(self.root / name, folder / name.replace("/", "-"))

    def sweep(self) -> None:
        """Remove half-written files: of this machine if their writer is no more, of others if they are old."""
        for part in filter(left_behind, self.root.glob(f"*/.*{PART}")):
            part.unlink(missing_ok=True)


def mark() -> str:
    """Return what the name of a half-written file ends with: who writes it."""
    return f".{socket.gethostname()}.{os.getpid()}{PART}"


def left_behind(part: Path) -> bool:
    """Return whether nobody writes a half-written file any more: a writer of this machine is gone, another's is old."""
    rest, _, pid = part.name.removesuffix(PART).rpartition(".")
    ours = rest.endswith(f".{socket.gethostname()}") and pid.isdigit() and os.name == "posix"
    return not _alive(int(pid)) if ours else time.time() - part.stat().st_mtime > OLD


def _alive(pid: int) -> bool:  # not for Windows, where a signal 0 would end the process
    if pid == os.getpid():
        return False  # our own file, left by a thread that was stopped
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there and is not ours
        return True
    return True


class Shared:
    """A folder in shared storage, where a file appears only when it has been written whole."""

    def __init__(self, address: str) -> None:
        self.address = address
        fsspec = need("fsspec", "cluster")
        with self._told():
            self.files, self.root = fsspec.core.url_to_fs(address)

    def write(self, name: str, data: bytes) -> None:
        """Write a file."""
        with self._told():
            self.files.makedirs(f"{self.root}/{name}".rpartition("/")[0], exist_ok=True)
            self.files.pipe_file(f"{self.root}/{name}", data)

    def read(self, name: str) -> bytes:
        """Return what a file holds."""
        with self._told():
            data: bytes = self.files.cat_file(f"{self.root}/{name}")
        return data

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, sorted."""
        with self._told():
            self.files.invalidate_cache()
            try:
                found = self.files.ls(f"{self.root}/{folder}", detail=False)
            except FileNotFoundError:
                return []
        return sorted(path.rstrip("/").rpartition("/")[2] for path in found)

    def remove(self, name: str) -> None:
        """Remove a file."""
        with self._told():
            if self.files.exists(f"{self.root}/{name}"):
                self.files.rm_file(f"{self.root}/{name}")

    def set_aside(self, name: str) -> None:
        """Move a file out of the way."""
        with self._told():
            if self.files.exists(f"{self.root}/{name}"):
                self.files.makedirs(f"{self.root}/{ASIDE}", exist_ok=True)
                self.files.mv(f"{self.root}/{name}", f"{self.root}/{ASIDE}/{name.replace('/', '-')}")

    def sweep(self) -> None:
        """Do nothing: half-written files never show."""

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the storage raises, each kind its own, into advice."""
        try:
            yield
        except Exception as error:
            raise UsageError(
                f"{self.address}: this store cannot be used: {error}. See to its address, your rights and the network; "
                "then the same command goes on."
            ) from error
