"""The graph in, tables out: as pandas frames, or asked in SQL; a store can be asked in SQL too.

They need pandas (`entente-kg[pandas]`), or DuckDB and pyarrow (`entente-kg[sql]`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args

import networkx as nx

from graph.errors import UsageError
from graph.exports.parquet import arrow_table
from graph.exports.rows import statement_values
from graph.exports.tables import STATEMENT_COLUMNS, Table, tables
from graph.extras import need
from graph.query.asked import NO_QUERY, refuse_more_than_asking, wrong
from graph.query.values import Answer
from graph.records import Reading, Statement
from graph.store.shards import Store
from graph.store.views import open_views

Name = Literal["nodes", "edges", "statements", "sources"]
TABLES = get_args(Name)
DTYPES = {"string": "string", "int": "Int64", "double": "float64", "boolean": "boolean"}
DAYS = {"date", "first", "last"}
ROWS = 1_000  # fetched at once
CLOSED = {"enable_external_access": False, "python_enable_replacements": False}


def to_frame(found: nx.MultiDiGraph | Answer | Iterable[Reading | Statement], table: Name = "statements") -> Any:
    """Return a table of the graph as a pandas DataFrame; its columns are those of the CSV files.

        to_frame(kg).groupby("relation").size()
        to_frame(allies(kg, "Turkey"))

    `found` is a graph, or an answer, readings or statements: of these there is the table of statements alone. Days are
    datetime64, what may be missing is of a type that knows it (string, Int64, boolean). Raises UsageError for another
    table, or where pandas is not installed.
    """
    pandas = need("pandas", "pandas")
    if table not in TABLES:
        raise UsageError(f'no table "{table}"; there are {", ".join(TABLES)}')
    for name, columns, rows in tables(found) if isinstance(found, nx.Graph) else (_statements(found),):
        if name == table:
            frame = pandas.DataFrame(list(rows), columns=list(columns))
            frame = frame.astype({column: DTYPES[type_] for column, type_ in columns.items()})
            for column in DAYS & columns.keys():
                frame[column] = pandas.to_datetime(frame[column], errors="coerce")
            return frame
    raise UsageError(f'of an answer, readings or statements there is no table "{table}"; give the graph for that')


def _statements(found: Answer | Iterable[Reading | Statement]) -> Table:
    """Return the table of the statements of an answer, of readings, or of these statements."""
    if isinstance(found, Answer):
        said = [s for tie in found.every for s in tie.evidence]
    else:
        several = list(found) if isinstance(found, Iterable) else [found]
        if odd := [one for one in several if not isinstance(one, Reading | Statement)]:
            raise UsageError(f"a graph, an answer, readings or statements make a table, not {type(odd[0]).__name__}")
        said = [s for one in several for s in (one.statements if isinstance(one, Reading) else (one,))]
    return Table("statements", STATEMENT_COLUMNS, iter(statement_values(said)))


def sql(kg: nx.MultiDiGraph, query: str) -> tuple[dict[str, Any], ...]:
    """Return the rows that an SQL query finds in the tables nodes, edges, statements and sources.

    The query is DuckDB's SQL. It sees these tables only: no file, no network.
    """
    duckdb = need("duckdb", "sql")
    with duckdb.connect(config=CLOSED) as base:
        for name, columns, rows in tables(kg):
            base.register(name, arrow_table(columns, rows))
        return tuple(_answer(duckdb, base, query))


def sql_store(store: str | Path, query: str) -> Iterator[dict[str, Any]]:
    """Yield the rows that an SQL query finds in a store: in the tables documents, entities and statements.

    No graph is made and nothing but what the query needs is read; so a store may be larger than the memory.
    """
    duckdb = need("duckdb", "sql")
    state = Store(str(store)).state()
    if state.faults:
        raise UsageError(f"{store}: shards are not as they were written: {state.told()}; build again to read them anew")
    with open_views(store) as base:
        yield from _answer(duckdb, base, query)


def _answer(duckdb: Any, base: Any, query: str) -> Iterator[dict[str, Any]]:
    """Yield the rows that one question finds. Raises UsageError for what is no question, or cannot be answered."""
    try:
        refuse_more_than_asking(duckdb, query)
        found = base.execute(query)
        names = _distinct([column[0] for column in found.description or ()])
        while rows := found.fetchmany(ROWS):
            yield from (dict(zip(names, row, strict=True)) for row in rows)
    except (duckdb.Error, ValueError, OverflowError, NotImplementedError) as error:  # a value that Python has not
        raise UsageError(f"{NO_QUERY}: {wrong(str(error), query)}") from error


def _distinct(names: list[str]) -> list[str]:
    """Return the names of columns, equal ones numbered: a, a_2."""
    found: list[str] = []
    for name in names:
        number, own = 1, name
        while own in found:
            number += 1
            own = f"{name}_{number}"
        found.append(own)
    return found
