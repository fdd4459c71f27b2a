"""The graph `kg` in, a folder with nodes.csv, edges.csv, statements.csv and sources.csv out.

A spreadsheet takes a cell that begins with = + - @ for a formula, and a formula can send data away. So text that
begins so gets an apostrophe before it, and the files begin with the mark by which Excel knows UTF-8. Programs want
the text as it is: `raw` leaves out both.
"""

import csv
from pathlib import Path

import networkx as nx

from graph.errors import UsageError
from graph.exports.tables import tables
from graph.exports.xmltext import clean
from graph.store.files import new_text_file

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


def write_csv(kg: nx.MultiDiGraph, folder: str | Path, raw: bool = False) -> None:
    """Write the tables of `kg` into `folder`, each in one step; characters that are no text become U+FFFD."""
    folder = Path(folder)
    make_folder(folder)
    for name, columns, rows in tables(kg):
        with new_text_file(folder / f"{name}.csv") as file:
            file.write("" if raw else BYTE_ORDER_MARK)
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            for row in rows:
                writer.writerow({key: _cell(value, raw) for key, value in row.items()})


def make_folder(folder: Path) -> None:
    """Make `folder` where it is not there. Raises UsageError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {folder}: {error.strerror or error}; name another one") from error


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _cell(value: object, raw: bool) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return clean(value) if raw else harmless(clean(value))
    return value
