"""JSON → Documents: one object a line (or in an array) with `text`, and if known `id`, `date`, `title`, `url`."""

import json
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import chain
from typing import Any, BinaryIO

from graph.documents.boundary import attempt
from graph.documents.dates import Dates
from graph.documents.decoding import Lines, decode, recoded
from graph.documents.fields import Fields, find
from graph.documents.finding import File
from graph.documents.limits import ARRAY_BYTES, read_at_most
from graph.documents.options import DEFAULT, Intake
from graph.documents.plain import check_text, make_document
from graph.errors import DocumentError
from graph.records import Document

LINE_BYTES = 16_000_000  # a line with a text of the longest kind, every character escaped, is shorter
OURS = frozenset(("entities", "statements"))
EXAMPLE = 'write {"id": "…", "text": "…"}'


def read_json_lines(
    stream: BinaryIO, file: File, options: Intake = DEFAULT, head: bytes = b""
) -> Iterator[Document | DocumentError]:
    """Yield a Document for each line, or the error that says what is wrong with it; empty lines are skipped.

    `head` holds whole lines that were taken from the stream already.
    """
    dates, fields = Dates(file.shown, options.dates), dict(options.fields)
    lines, decoder = chain(BytesIO(head), _lines(stream if head else recoded(stream, file.shown))), Lines(file.shown)
    for number, line in enumerate(lines, start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            place = f"{file.shown}:{number}"
            make = partial(_line_to_document, line, place, f"{file.id}:{number}", dates, fields, decoder)
            yield attempt(place, make)
    dates.tell()


def read_json_array(stream: BinaryIO, file: File, options: Intake = DEFAULT) -> Iterator[Document | DocumentError]:
    """Yield a Document for each object of a JSON array, or of the one list that a JSON object holds."""
    data = read_at_most(stream, ARRAY_BYTES, file.shown)
    try:
        values = json.loads(decode(data, file.shown))
    except ValueError:
        if b"\n" in data.strip():  # one object a line, whatever the file is called
            yield from read_json_lines(BytesIO(data), file, options=options)
            return
        raise DocumentError(
            file.shown, "is not JSON; save it as a list of objects, or as JSON Lines (.jsonl)"
        ) from None
    except RecursionError as error:
        raise DocumentError(file.shown, "is JSON that cannot be read: nested too deep") from error
    dates, fields = Dates(file.shown, options.dates), dict(options.fields)
    for number, value in enumerate(_objects(values), start=1):
        place = f"{file.shown}: object {number}"
        yield attempt(place, partial(_object_to_document, value, place, f"{file.id}:{number}", dates, fields))
    dates.tell()


def _objects(values: Any) -> list[Any]:
    if isinstance(values, dict):
        lists = [value for value in values.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        return lists[0] if len(lists) == 1 and "text" not in values else [values]
    return values if isinstance(values, list) else [values]


def _line_to_document(line: bytes, place: str, id: str, dates: Dates, fields: Fields, decoder: Lines) -> Document:
    return _object_to_document(_parse(line, place, decoder), place, id, dates, fields)


def _object_to_document(values: Any, place: str, id: str, dates: Dates, fields: Fields) -> Document:
    """Return the Document of one object; `place` ("file:line") names it in errors, `id` if it has none of its own."""
    if not isinstance(values, dict):
        raise DocumentError(place, f"is not an object; {EXAMPLE}")
    names = find(values, fields)
    if values.keys() >= OURS and not names["text"]:
        raise DocumentError(place, "is what entente wrote, not a text; give the texts themselves")

    def field(key: str) -> str | None:
        return next((found for name in names[key] if (found := _string(values, name, key, place)) is not None), None)

    text = field("text")
    if text is None and not any(values.get(name) == "" for name in names["text"]):
        raise DocumentError(place, f'has no "{fields.get("text", "text")}"; {EXAMPLE}')
    text = check_text(text or "", place)
    return make_document(
        field("id") or id, text, dates, day=dates.day(field("date")), title=field("title"), url=field("url")
    )


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is far too long only the beginning, so that it cannot fill the memory."""
    while line := stream.readline(LINE_BYTES):
        yield line
        while len(line) == LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)


def _parse(line: bytes, place: str, decoder: Lines) -> Any:
    if len(line) == LINE_BYTES and not line.endswith(b"\n"):
        raise DocumentError(place, f"the line is longer than {LINE_BYTES:,} bytes; give each text a line of its own")
    try:
        return json.loads(decoder.decode(line.rstrip(b"\r\n"), place).removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise DocumentError(place, f"is not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(place, "is JSON that cannot be read: a number too long, or nested too deep") from error


def _string(values: dict[str, Any], name: str, key: str, place: str) -> str | None:
    """Return a value as text, None where there is none; an id or a date may be a number."""
    value = values[name]
    if isinstance(value, int | float) and not isinstance(value, bool) and key in ("id", "date"):
        value = str(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise DocumentError(place, f'"{name}" is not a string but {json.dumps(value)[:40]}')
    return value
