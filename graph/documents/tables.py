"""A CSV file whose first line names its columns → Documents, one for each row."""

import csv
import sys
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from graph.documents.boundary import attempt
from graph.documents.dates import Dates
from graph.documents.decoding import recoded
from graph.documents.fields import find
from graph.documents.finding import File
from graph.documents.options import DEFAULT, Intake
from graph.documents.plain import BYTES, check_text, make_document
from graph.documents.rows import Rows
from graph.errors import DocumentError
from graph.records import Document

SEPARATORS = ",;\t|"
COLUMNS = 10_000  # that a table may have


def read_table(stream: BinaryIO, file: File, options: Intake = DEFAULT) -> Iterator[Document | DocumentError]:
    """Yield a Document for each row, or the error that says what is wrong with it.

    The columns are found by their names in graph/documents/fields.py, or as the user says. A row without an id is
    named by the file and its number, so give an id where rows may be added in between.
    """
    csv.field_size_limit(min(BYTES, sys.maxsize))
    rows = Rows(recoded(stream, file.shown), file.shown)
    dates = Dates(file.shown, options.dates)
    first = rows.first_line()
    separator = max(SEPARATORS, key=first.count)
    columns = _columns(next(csv.reader([first], delimiter=separator), []), file.shown, options)
    try:
        for number, (line, row) in enumerate(rows.rows(separator), start=1):
            place = f"{file.shown}: row {number}"
            if isinstance(row, str):
                yield DocumentError(f"{file.shown}: line {line}", row)
            elif row:
                yield attempt(place, partial(_row, row, columns, f"{file.id}:{number}", place, dates))
    finally:
        dates.tell()


def _columns(header: list[str], shown: str, options: Intake) -> dict[str, list[int]]:
    """Return for each field the columns that may hold it. Raises DocumentError where there is none for the text."""
    if len(header) > COLUMNS:
        raise DocumentError(shown, f"has {len(header):,} columns, more than a table of texts; is it one?")
    names = find(header, dict(options.fields))
    if not names["text"]:
        wanted, given = dict(options.fields).get("text", "text"), ", ".join(header)[:100]
        reason = f'has no column "{wanted}", only: {given}; name the column with the text so, or say --field text=NAME'
        raise DocumentError(shown, reason)
    return {key: [header.index(name) for name in found] for key, found in names.items()}


def _row(row: list[str], columns: dict[str, list[int]], id: str, place: str, dates: Dates) -> Document:
    def cell(key: str) -> str | None:
        return next((found for column in columns[key] if column < len(row) and (found := row[column].strip())), None)

    text = check_text(cell("text") or "", place)
    return make_document(
        cell("id") or id, text, dates, day=dates.day(cell("date")), title=cell("title"), url=cell("url")
    )
