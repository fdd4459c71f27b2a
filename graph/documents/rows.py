"""The lines of a table → its rows; quotes that never close cost one row, not all that follow."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from graph.documents.decoding import Lines
from graph.documents.plain import BYTES
from graph.errors import DocumentError

LINES = 20_000  # that one row may go over
OPEN = "has quotes that open here and do not close; close them, or write two for one that is meant"
UNENDED = "unexpected end of data"  # what csv says where the file ends within quotes


class Rows:
    """Yields each row with the number of its first line, or what is wrong with the row that begins there."""

    def __init__(self, stream: BinaryIO, shown: str) -> None:
        """Read lines from a stream of UTF-8; `shown` names the file in errors."""
        self._stream, self._shown = stream, shown
        self._decoder = Lines(shown)
        self._waiting: deque[str] = deque()  # lines of a row that was none, to be read again
        self._row: list[str] = []
        self._number = 0
        self._ended = False

    def first_line(self) -> str:
        """Return the line that names the columns, "" if there is none."""
        found = next(self._lines(), "")
        self._row.clear()
        return found

    def rows(self, separator: str) -> Iterator[tuple[int, list[str] | str]]:
        """Yield the rows after the first line. Raises DocumentError where the file cannot be read on."""
        while True:
            self._row.clear()
            begun = self._number + 1
            try:
                row = next(csv.reader(self._lines(), delimiter=separator), None)
            except csv.Error as error:
                yield begun, OPEN if len(self._row) > 1 else f"is broken CSV: {error}"
                self._again()
                continue
            if row is None:
                return
            if self._ended and _is_unclosed(self._row, separator):
                yield begun, OPEN
                self._again()
            else:
                yield begun, row

    def _again(self) -> None:
        """Give all lines but the first of the row that was read to the rows that follow."""
        self._number -= len(self._row) - 1
        self._waiting.extendleft(reversed(self._row[1:]))
        self._ended = False

    def _lines(self) -> Iterator[str]:
        while True:
            if len(self._row) >= LINES:
                raise csv.Error
            if self._waiting:
                line = self._waiting.popleft()
            elif not (line := self._next()):
                self._ended = True
                return
            self._number += 1
            self._row.append(line)
            yield line

    def _next(self) -> str:
        line = self._stream.readline(BYTES + 1)
        if len(line) > BYTES:
            raise DocumentError(self._shown, f"has a line longer than {BYTES:,} bytes; the rows before are read")
        text = self._decoder.decode(line, f"{self._shown}: line {self._number + 1}").replace("\x00", "")
        return (text.removeprefix("\ufeff") if self._number == 0 else text) or ("\n" if line else "")


def _is_unclosed(lines: list[str], separator: str) -> bool:
    """Return whether a row ended only because the file did, within quotes."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        return UNENDED in str(error)
    return False
