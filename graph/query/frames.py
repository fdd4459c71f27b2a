"""The graph in, tables out: as pandas frames, or asked in SQL; a store can be asked in SQL too.

They need pandas (`entente-kg[pandas]`), or DuckDB and pyarrow (`entente-kg[sql]`).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import networkx as nx

from graph.errors import UsageError
from graph.exports.parquet import arrow_table
from graph.exports.tables import tables
from graph.extras import need
from graph.store.views import open_views

Name = Literal["nodes", "edges", "statements", "sources"]
DTYPES = {"string": "string", "int": "Int64", "double": "float64", "boolean": "boolean"}
NO_QUERY = "this is no query that can be answered"
ROWS = 1_000  # fetched at once
CLOSED = {"enable_external_access": False, "python_enable_replacements": False}


def to_frame(kg: nx.MultiDiGraph, table: Name = "statements") -> Any:
    """Return a table of the graph as a pandas DataFrame; its columns are those of the CSV files."""
    pandas = need("pandas", "pandas")
    for name, columns, rows in tables(kg):
        if name == table:
            frame = pandas.DataFrame(list(rows), columns=list(columns))
            return frame.astype({column: DTYPES[type_] for column, type_ in columns.items()})
    raise UsageError(f'no table "{table}"; there are nodes, edges, statements, sources')


def sql(kg: nx.MultiDiGraph, query: str) -> tuple[dict[str, Any], ...]:
    """Return the rows that an SQL query finds in the tables nodes, edges, statements and sources.

    The query is DuckDB's SQL. It sees these tables only: no file, no network.
    """
    duckdb = need("duckdb", "sql")
    with duckdb.connect(config=CLOSED) as base:
        for name, columns, rows in tables(kg):
            base.register(name, arrow_table(columns, rows))
        try:
            return tuple(_rows(base.execute(query)))
        except duckdb.Error as error:
            raise UsageError(f"{NO_QUERY}: {error}") from error


def sql_store(store: str | Path, query: str) -> Iterator[dict[str, Any]]:
    """Yield the rows that an SQL query finds in a store: in the tables documents, entities and statements.

    No graph is made and nothing but what the query needs is read; so a store may be larger than the memory.
    """
    duckdb = need("duckdb", "sql")
    with open_views(store) as base:
        try:
            if any(part.type != duckdb.StatementType.SELECT for part in base.extract_statements(query)):
                raise UsageError(f"{NO_QUERY}: a store can be asked (select …), not changed")
            yield from _rows(base.execute(query))
        except duckdb.Error as error:
            raise UsageError(f"{NO_QUERY}: {error}") from error


def _rows(found: Any) -> Iterator[dict[str, Any]]:
    names = [column[0] for column in found.description or ()]
    while rows := found.fetchmany(ROWS):
        yield from (dict(zip(names, row, strict=True)) for row in rows)
