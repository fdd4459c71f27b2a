"""A CSV file whose first line names its columns → Documents, one for each line."""

import csv
import sys
from collections.abc import Iterator
from typing import BinaryIO

from graph.documents.finding import File
from graph.documents.headlines import find_date, find_title, read_date
from graph.documents.plain import BYTES, check_text
from graph.errors import DocumentError
from graph.records import Document

COLUMNS = {
    "text": ("text", "content", "body", "article", "fulltext", "full_text"),
    "id": ("id", "guid", "doc_id", "document"),
    "date": ("date", "published", "pubdate", "publish_date", "published_at"),
    "title": ("title", "headline"),
    "url": ("url", "link", "href"),
}
SEPARATORS = ",;\t|"


def read_table(stream: BinaryIO, file: File) -> Iterator[Document | DocumentError]:
    """Yield a Document for each row, or the error that says what is wrong with it.

    The columns are found by their names in COLUMNS. A row without an id is named by the file and its number, so
    give an id where rows may be added in between.
    """
    csv.field_size_limit(min(BYTES, sys.maxsize))
    lines = _lines(stream, file.shown)
    try:
        first = next(lines, "")
        separator = max(SEPARATORS, key=first.count)
        header = [name.strip().lower() for name in next(csv.reader([first], delimiter=separator), [])]
        found = {key: _column(header, names) for key, names in COLUMNS.items()}
        if found["text"] is None:
            names = ", ".join(header)[:100]
            raise DocumentError(file.shown, f'has no column "text", only: {names}; name the column with the text so')
        for number, row in enumerate(csv.reader(lines, delimiter=separator), start=1):
            if row:
                yield _row(row, found, f"{file.id}:{number}", f"{file.shown}: row {number}")
    except DocumentError as error:
        yield error
    except csv.Error as error:
        yield DocumentError(file.shown, f"is broken CSV: {error}; the rows before are read")


def _lines(stream: BinaryIO, shown: str) -> Iterator[str]:
    first = True
    while line := stream.readline(BYTES + 1):
        if len(line) > BYTES:
            raise DocumentError(shown, f"has a line longer than {BYTES:,} bytes; the rows before are read")
        try:
            yield line.decode("utf-8-sig" if first else "utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError(shown, "is not UTF-8; save it as “CSV UTF-8”; the rows before are read") from error
        first = False


def _column(header: list[str], names: tuple[str, ...]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _row(row: list[str], columns: dict[str, int | None], id: str, place: str) -> Document | DocumentError:
    def cell(key: str) -> str | None:
        column = columns[key]
        return row[column].strip() or None if column is not None and column < len(row) else None

    try:
        text = check_text((cell("text") or "").replace("\x00", ""), place)
    except DocumentError as error:
        return error
    day = read_date(cell("date") or "")
    found = find_date(text)
    return Document(
        id=cell("id") or id,
        text=text,
        date=day or found,
        date_source="metadata" if day else "dateline" if found else None,
        title=cell("title") or find_title(text),
        url=cell("url"),
    )
