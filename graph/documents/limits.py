"""What one document may cost: bytes, bytes once unpacked, and seconds; a hostile file is refused within them."""

import signal
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from types import FrameType
from typing import BinaryIO

from graph.errors import DocumentError

MARKUP_BYTES = 20_000_000  # a web page or a feed
PAPER_BYTES = 75_000_000  # a PDF or a DOCX
ARRAY_BYTES = 200_000_000  # a JSON array, which is read whole; JSON Lines have no limit
RECORD_BYTES = 2_000_000_000  # a record of a web archive that is passed over
UNPACKED_BYTES = 50_000_000  # what a DOCX may unpack to: a book has 5 million
FREE_BYTES = 50_000_000  # so much may be unpacked before the ratio is looked at
RATIO = 200  # text is packed to a fifth, at best to a thirtieth; a bomb to a thousandth
MEMORY = 4.0  # thousand million bytes for the process that opens documents
SECONDS = 60  # for one document to be unpacked and taken out of its markup
CHUNK = 65_536


class OutOfTime(BaseException):
    """The time for one document is over; no Exception, so that no library takes it for one of its own."""


@contextmanager
def time_limit(name: str, seconds: float = SECONDS) -> Iterator[None]:
    """Stop what is done inside after so many seconds with a DocumentError.

    Works in the main thread where there is SIGALRM (not on Windows); elsewhere the sizes alone are limited.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _out_of_time)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except OutOfTime as error:
        raise DocumentError(name, f"takes more than {seconds:g} seconds to open; save it as plain text") from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory(limit: float) -> None:
    """Let the system refuse this process more memory, where it can (not on Windows; macOS does not hold to it)."""
    try:
        import resource  # noqa: PLC0415 (Windows has none)
    except ImportError:
        return
    size = int(limit * 1_000_000_000)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or size < most:
        resource.setrlimit(resource.RLIMIT_AS, (size, most))


def _out_of_time(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTime


def read_at_most(stream: BinaryIO, limit: int, name: str) -> bytes:
    """Return all bytes of a stream. Raises DocumentError where there are more than `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise DocumentError(
            name, f"is larger than {limit // 1_000_000:,} million bytes; cut it or save it as plain text"
        )
    return data


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """Return what a gzip stream holds, unpacked as it is read. Reading raises DocumentError for a broken one."""
    return BufferedReader(_Gunzip(stream, name), CHUNK)  # type: ignore[type-var]


class _Gunzip(RawIOBase):
    """The bytes that a gzip file holds; refuses one that unpacks to far more than a text can."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name
        self._read = self._written = 0
        self._rest = b""
        self._member = zlib.decompressobj(wbits=31)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill `buffer` with unpacked bytes; none are left if nothing was written."""
        data = b""
        while not data:
            if not self._rest:
                self._rest = self._stream.read(CHUNK)
                self._read += len(self._rest)
            if not self._rest:
                return self._end()
            data = self._unpack(len(buffer))
        self._written += len(data)
        if self._written > max(FREE_BYTES, self._read * RATIO):
            raise DocumentError(self._name, f"unpacks to more than {RATIO} times its size, as no text does")
        buffer[: len(data)] = data
        return len(data)

    def _unpack(self, size: int) -> bytes:
        if self._member.eof:  # files may be joined: one gzip member after the other
            self._member = zlib.decompressobj(wbits=31)
        try:
            data = self._member.decompress(self._rest, size)
        except zlib.error as error:
            raise DocumentError(self._name, "is not a gzip file, or a broken one; pack it again") from error
        self._rest = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return data

    def _end(self) -> int:
        if self._read == 0 or not self._member.eof:
            raise DocumentError(self._name, "is a gzip file that ends in the middle; pack it again")
        return 0
