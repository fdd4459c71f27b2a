"""Readings on disk and back, as the JSON Lines that `entente extract` prints: one line for each document."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import UsageError
from graph.records import Reading
from graph.store.files import new_text_file


def reading_to_line(reading: Reading) -> str:
    """Return the JSON line of a reading, without the line end."""
    return json.dumps(reading.to_dict(), ensure_ascii=False)


def write_readings(readings: Iterable[Reading], path: str | os.PathLike[str]) -> None:
    """Write the readings as JSON Lines, one a line, to a file that is there whole or not at all."""
    for _ in writing(readings, path):
        pass


def writing(readings: Iterable[Reading], path: str | os.PathLike[str]) -> Iterator[Reading]:
    """Pass the readings on and write them to a file, which is there when all have passed, and then whole."""
    with new_text_file(Path(path)) as stream:
        for reading in readings:
            stream.write(reading_to_line(reading) + "\n")
            yield reading


def read_readings(path: str | os.PathLike[str]) -> Iterator[Reading]:
    """Yield the readings of a file that `write_readings`, `entente extract` or `entente build` wrote, in its order.

    Raises UsageError where the file or a line of it cannot be read.
    """
    try:
        with Path(path).open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                yield _read_line(line, f"{os.fspath(path)}:{number}")
    except OSError as error:
        raise UsageError(f"{os.fspath(path)}: cannot be read: {error.strerror or error}.") from error


def _read_line(line: bytes, place: str) -> Reading:
    try:
        return Reading.from_dict(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{place}: is not a line that entente wrote; build the graph again.") from error
