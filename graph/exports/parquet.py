"""The graph `kg` in, a folder with nodes, edges, statements and sources as Parquet out: for DuckDB, Polars, pandas.

The same tables as in CSV, with types. Needs pyarrow (`entente-kg[parquet]`).
"""

import re
from collections.abc import Iterable
from itertools import batched
from pathlib import Path
from typing import Any

import networkx as nx

from graph.exports.csv_tables import make_folder
from graph.exports.rows import Columns, Row
from graph.exports.tables import tables
from graph.extras import need
from graph.store.files import new_file

TYPES = {"string": "string", "int": "int64", "double": "float64", "boolean": "bool"}
HALF = re.compile("[\ud800-\udfff]")
GROUP = 50_000  # rows of one row group


def write_parquet(kg: nx.MultiDiGraph, folder: str | Path) -> None:
    """Write the tables of `kg` into `folder`, each in one step."""
    pq = need("pyarrow.parquet", "parquet")
    folder = Path(folder)
    make_folder(folder)
    for name, columns, rows in tables(kg):
        empty = arrow_table(columns, ())
        with new_file(folder / f"{name}.parquet") as part, pq.ParquetWriter(part, empty.schema) as writer:
            for group in batched(rows, GROUP):
                writer.write_table(arrow_table(columns, group))


def arrow_table(columns: Columns, rows: Iterable[Row]) -> Any:
    """Return rows as a pyarrow Table."""
    pa = need("pyarrow", "parquet")
    schema = pa.schema([(column, pa.type_for_alias(TYPES[type_])) for column, type_ in columns.items()])
    return pa.Table.from_pylist([_storable(row) for row in rows], schema=schema)


def _storable(row: Row) -> Row:
    """Return `row` with U+FFFD for half a character (a lone surrogate), which UTF-8 cannot hold."""
    return {key: HALF.sub("\ufffd", value) if isinstance(value, str) else value for key, value in row.items()}
