"""Bytes of a text file → its characters, none changed; what is no text is refused."""

import codecs
import re
import warnings
from io import BufferedReader, RawIOBase
from typing import BinaryIO

from charset_normalizer import from_bytes

from graph.errors import DocumentError, DocumentWarning

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that no text holds; tab, line ends, form feed and escape do occur.
CONTROLS = re.compile(b"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
WESTERN = "cp1252"
# Those in which news is found today; between the old ones of DOS and the Mac as well, short texts are a lottery.
MODERN = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r koi8_u cp932 euc_jp cp949 big5 gb18030"
)
BINARY = "is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)"


CHUNK = 65_536  # bytes


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the characters of `data`, without a byte order mark.

    What is `declared` (by a server) is tried first, then UTF-8; then the most likely other encoding is taken, with a
    DocumentWarning that names it. `name` is the file, for the message. Raises DocumentError for binary data.
    """
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, name)
    if b"\x00" in data:
        raise DocumentError(name, BINARY)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, name)


def recoded(stream: BinaryIO, name: str) -> BinaryIO:
    """Return a stream of the same lines in UTF-8 where a byte order mark says that it is UTF-16 or UTF-32."""
    return BufferedReader(_Recoded(stream, name), CHUNK)  # type: ignore[type-var]


class Lines:
    """Decodes the lines of one file, which should be UTF-8; what is not is guessed, and told once."""

    def __init__(self, name: str) -> None:
        """Name the file for the messages."""
        self._name = name
        self._encoding: str | None = None

    def decode(self, line: bytes, place: str) -> str:
        """Return the characters of a line. Raises DocumentError, naming `place`, for what is no text."""
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
        if len(CONTROLS.findall(line)) * 100 > len(line):
            raise DocumentError(place, "is not text but binary data; save the file as UTF-8")
        if self._encoding is None:
            self._encoding = _likeliest(line[:CHUNK]) or WESTERN
            _warn_of(self._name, self._encoding)
        return line.decode(self._encoding, "replace")


class _Recoded(RawIOBase):
    """The bytes of a stream, turned to UTF-8 where a byte order mark says what they are."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name
        self._decoder: codecs.IncrementalDecoder | None = None
        self._rest = b""
        self._begun = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill `buffer` with bytes; none are left if nothing was written."""
        if not self._rest:
            self._rest = self._next()
        data, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _next(self) -> bytes:
        while data := self._stream.read(CHUNK):
            if not self._begun:
                self._begun = True
                data += self._stream.read(4 - len(data)) if len(data) < 4 else b""
                found = next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), None)
                if found:
                    self._decoder = codecs.getincrementaldecoder(found)("replace")
                    _warn_of(self._name, found)
            if self._decoder is None:
                return data
            if text := self._decoder.decode(data).removeprefix("\ufeff"):
                return text.encode("utf-8", "replace")
        return b""


def _as_declared(data: bytes, declared: str) -> str | None:
    """Return the characters if the declared encoding is one, and fits."""
    try:
        if codecs.lookup(declared).name in ("iso8859-1", "ascii"):  # browsers take these for Windows' own
            declared = WESTERN
        return data.decode(declared).removeprefix("\ufeff")
    except (LookupError, ValueError):
        return None


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(name, f"begins as {encoding} but is broken; save it as UTF-8") from error
    if "\x00" in text:
        raise DocumentError(name, BINARY)
    return text


def _guess(data: bytes, name: str) -> str:
    if len(CONTROLS.findall(data)) * 100 > len(data):
        raise DocumentError(name, BINARY)
    encoding = _likeliest(data)
    if encoding is None:
        raise DocumentError(name, "is in no known encoding; save it as UTF-8")
    _warn_of(name, encoding)
    return data.decode(encoding)


def _warn_of(name: str, encoding: str) -> None:
    message = f"{name}: is not UTF-8, read as {encoding}; if letters look wrong, save it as UTF-8"
    warnings.warn(DocumentWarning(message), stacklevel=2)


def _likeliest(data: bytes) -> str | None:
    """Return the most likely encoding; of equally likely ones the Western one, for the texts are English."""
    matches = from_bytes(data, cp_isolation=MODERN.split())
    best = matches.best()
    if best is None:
        return None
    alike = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    return WESTERN if any(WESTERN in match.could_be_from_charset for match in alike) else best.encoding
