"""Outcomes → the three tables of a shard as Parquet (documents, entities, statements), and back.

The columns have the names of the records, so DuckDB, Polars, pandas and Spark read the folders as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from graph.extras import need
from graph.records import Entity, Reading, Source, Statement
from graph.store.outcomes import Outcome

TABLES = ("statements", "entities", "documents")
"""The tables in the order in which they are written: a shard is done when its documents are there."""

KINDS_OF = {int: "int64", float: "double", bool: "bool"}
NUMBERS = {
    "source_start": int, "source_end": int, "target_start": int, "target_end": int, "cue_start": int, "cue_end": int,
    "start": int, "end": int, "symmetric": bool, "negated": bool, "confidence": float,
    "mentions": int, "latitude": float, "longitude": float,
}  # fmt: skip
DOCUMENTS = ("key", "id", "shown", "failure", "date", "title", "url", "text_hash", "signature", "text")
ENTITIES = ("document", *(field.name for field in fields(Entity)))
STATEMENTS = tuple(field.name for field in fields(Statement))
COLUMNS = {"documents": DOCUMENTS, "entities": ENTITIES, "statements": STATEMENTS}


def outcomes_to_tables(outcomes: Sequence[Outcome]) -> dict[str, bytes]:
    """Return the bytes of the three Parquet files; the same outcomes give the same bytes."""
    readings = [outcome.reading for outcome in outcomes if outcome.reading]
    rows: dict[str, list[dict[str, Any]]] = {
        "statements": [asdict(s) for reading in readings for s in reading.statements],
        "entities": [{"document": reading.id, **asdict(e)} for reading in readings for e in reading.entities],
        "documents": [_document(outcome) for outcome in outcomes],
    }
    return {name: _bytes(name, rows[name]) for name in TABLES}


def tables_to_outcomes(tables: dict[str, bytes]) -> list[Outcome]:
    """Return the outcomes of a shard, in the order in which they were written."""
    entities: dict[str, list[Entity]] = defaultdict(list)
    for row in rows_of(tables["entities"]):
        entities[row["document"]].append(Entity.from_dict(row))
    statements: dict[str, list[Statement]] = defaultdict(list)
    for row in rows_of(tables["statements"]):
        statements[row["document"]].append(Statement.from_dict(row))
    return [_outcome(row, entities[row["id"]], statements[row["id"]]) for row in rows_of(tables["documents"])]


def rows_of(data: bytes, columns: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Return the rows of a Parquet file, with these columns only."""
    pa, parquet = need("pyarrow", "corpus"), need("pyarrow.parquet", "corpus")
    # Arrow's own buffers and no threads: its threads would ask for the interpreter's lock, and abort when it is gone.
    table = parquet.ParquetFile(pa.BufferReader(data), pre_buffer=False).read(
        columns=None if columns is None else list(columns), use_threads=False
    )
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def _bytes(name: str, rows: list[dict[str, Any]]) -> bytes:
    pa, parquet = need("pyarrow", "corpus"), need("pyarrow.parquet", "corpus")
    schema = pa.schema([(column, _type(pa, column)) for column in COLUMNS[name]])
    stream = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), stream, compression="zstd")
    return bytes(stream.getvalue())


def _type(pa: Any, column: str) -> Any:
    if column == "names":
        return pa.list_(pa.string())
    if column == "signature":
        return pa.binary()
    return pa.type_for_alias(KINDS_OF[NUMBERS[column]]) if column in NUMBERS else pa.string()


def _document(outcome: Outcome) -> dict[str, Any]:
    source = outcome.reading.source if outcome.reading else Source(outcome.id)
    return {
        **{name: getattr(outcome, name) for name in DOCUMENTS if name not in ("date", "title", "url")},
        "date": source.date,
        "title": source.title,
        "url": source.url,
    }


def _outcome(row: dict[str, Any], entities: list[Entity], statements: list[Statement]) -> Outcome:
    source = Source(row["id"], row["date"], row["title"], row["url"])
    own = {name: value for name, value in row.items() if name not in ("date", "title", "url")}
    reading = None if row["failure"] else Reading(source, tuple(entities), tuple(statements))
    return Outcome(reading=reading, **own)
