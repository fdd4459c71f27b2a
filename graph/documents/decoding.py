"""Bytes of a text file → its characters, none changed; what is no text is refused."""

import codecs
import re
import warnings

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


def decode(data: bytes, name: str) -> str:
    """Return the characters of `data`, without a byte order mark.

    UTF-8 is tried first; then the most likely other encoding is taken, with a DocumentWarning that names it.
    `name` is the file, for the message. Raises DocumentError for binary data.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, name)
    if b"\x00" in data:
        raise DocumentError(name, BINARY)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, name)


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
    message = f"{name}: is not UTF-8, read as {encoding}; if letters look wrong, save it as UTF-8"
    warnings.warn(DocumentWarning(message), stacklevel=2)
    return data.decode(encoding)


def _likeliest(data: bytes) -> str | None:
    """Return the most likely encoding; of equally likely ones the Western one, for the texts are English."""
    matches = from_bytes(data, cp_isolation=MODERN.split())
    best = matches.best()
    if best is None:
        return None
    alike = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    return WESTERN if any(WESTERN in match.could_be_from_charset for match in alike) else best.encoding
