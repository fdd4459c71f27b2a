"""JSON Lines → Documents: one object a line with `id` and `text`, and if known `date`, `title`, `url`."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import chain
from typing import Any, BinaryIO

from graph.documents.headlines import find_date, find_title
from graph.documents.plain import check_text
from graph.errors import DocumentError
from graph.records import Document

LINE_BYTES = 16_000_000  # a line with a text of the longest kind, every character escaped, is shorter
SURROGATES = re.compile("[\ud800-\udfff]")  # half a character, which some programs write as "\ud83d"


def read_json_lines(stream: BinaryIO, name: str, head: bytes = b"") -> Iterator[Document | DocumentError]:
    """Yield a Document for each line, or the error that says what is wrong with it; empty lines are skipped.

    `head` holds whole lines that were taken from the stream already.
    """
    for number, line in enumerate(chain(BytesIO(head), _lines(stream)), start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                yield line_to_document(line, f"{name}:{number}")
            except DocumentError as error:
                yield error


def line_to_document(line: bytes, place: str) -> Document:
    """Return the Document of one line; `place` ("file:line") names it in errors."""
    values = _parse(line, place)
    text = check_text(_string(values, "text", place, needed=True) or "", place)
    day = _day(_string(values, "date", place), place)
    return Document(
        id=_string(values, "id", place, needed=True) or "",
        text=text,
        date=day or find_date(text),
        date_source="metadata" if day else "dateline" if find_date(text) else None,
        title=_string(values, "title", place) or find_title(text),
        url=_string(values, "url", place),
    )


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is far too long only the beginning, so that it cannot fill the memory."""
    while line := stream.readline(LINE_BYTES):
        yield line
        while len(line) == LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)


def _parse(line: bytes, place: str) -> dict[str, Any]:
    if len(line) == LINE_BYTES and not line.endswith(b"\n"):
        raise DocumentError(place, f"the line is longer than {LINE_BYTES:,} bytes; give each text a line of its own")
    try:
        values = json.loads(line.rstrip(b"\r\n").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DocumentError(place, "is not UTF-8, as JSON Lines must be; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise DocumentError(place, f"is not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(place, "is JSON that cannot be read: a number too long, or nested too deep") from error
    if not isinstance(values, dict):
        raise DocumentError(place, 'is not an object; write {"id": "…", "text": "…"}')
    return values


def _string(values: dict[str, Any], key: str, place: str, needed: bool = False) -> str | None:
    value = values.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        value = str(value)
    if value is None or value == "":
        if needed and (key == "id" or value is None):
            raise DocumentError(place, f'has no "{key}"; write {{"id": "…", "text": "…"}}')
        return None
    if not isinstance(value, str):
        raise DocumentError(place, f'"{key}" is not a string but {json.dumps(value)[:40]}')
    return SURROGATES.sub("\ufffd", value)


def _day(value: str | None, place: str) -> str | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).date().isoformat()
    except ValueError as error:
        advice = f'"date" is "{value[:40]}", which is no ISO date; write it as 2025-07-01'
        raise DocumentError(place, advice) from error
