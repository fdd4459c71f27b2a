"""Outcomes → the three tables of a shard as Parquet (documents, entities, statements), and back.

The columns have the names of the records, so DuckDB, Polars, pandas and Spark read the folders as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from graph.extras import need
from graph.records import LATER, Entity, Reading, Source, Statement
from graph.store.outcomes import Outcome

TABLES = ("statements", "entities", "documents")
"""The tables in the order in which they are written: a shard is done when its documents are there."""

KINDS_OF = {int: "int64", float: "double", bool: "bool"}
NUMBERS = {
    "source_start": int, "source_end": int, "target_start": int, "target_end": int, "cue_start": int, "cue_end": int,
    "start": int, "end": int, "symmetric": bool, "negated": bool, "confidence": float, "past": bool,
    "mentions": int, "latitude": float, "longitude": float,
}  # fmt: skip
DOCUMENTS = ("key", "id", "shown", "failure", "date", "title", "url", "text_hash", "signature", "text")
ENTITIES = ("document", *(field.name for field in fields(Entity)))
STATEMENTS = tuple(field.name for field in fields(Statement))
OF_SOURCE = ("date", "title", "url")
COLUMNS = {"documents": DOCUMENTS, "entities": ENTITIES, "statements": STATEMENTS}
_STATEMENT, _ENTITY = attrgetter(*STATEMENTS), attrgetter(*ENTITIES[1:])


def outcomes_to_tables(outcomes: Sequence[Outcome]) -> dict[str, bytes]:
    """Return the bytes of the three Parquet files; the same outcomes give the same bytes."""
    readings = [outcome.reading for outcome in outcomes if outcome.reading]
    said = [s for reading in readings for s in reading.statements]
    named = [(reading.id, *_ENTITY(entity)) for reading in readings for entity in reading.entities]
    return {
        "statements": _bytes("statements", map(_STATEMENT, said)),
        "entities": _bytes("entities", named),
        "documents": _bytes("documents", map(_document, outcomes)),
    }


def tables_to_outcomes(tables: dict[str, bytes], columns: Sequence[str] = DOCUMENTS) -> list[Outcome]:
    """Return the outcomes of a shard, in the order in which they were written; of the documents these columns only."""
    entities: dict[str, list[Entity]] = defaultdict(list)
    for document, name, kind, names, *rest in _tuples(tables["entities"], ENTITIES):
        entities[document].append(Entity(name, kind, tuple(names), *rest))
    statements: dict[str, list[Statement]] = defaultdict(list)
    for row in _tuples(tables["statements"], STATEMENTS):
        statement = Statement(*row)
        statements[statement.document].append(statement)
    rows = rows_of(tables["documents"], columns)
    return [_outcome(row, entities[row["id"]], statements[row["id"]]) for row in rows]


def rows_of(data: bytes, columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of a Parquet file, with these columns only."""
    return [dict(zip(columns, row, strict=True)) for row in _tuples(data, columns)]


def _tuples(data: bytes, columns: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    pa, parquet = need("pyarrow", "corpus"), need("pyarrow.parquet", "corpus")
    # Arrow's own buffers and no threads: its threads would ask for the interpreter's lock, and abort when it is gone.
    table = parquet.ParquetFile(pa.BufferReader(data), pre_buffer=False).read(columns=list(columns), use_threads=False)
    there = set(table.column_names)
    columns_ = (table[c].to_pylist() if c in there or c not in LATER else [LATER[c]] * len(table) for c in columns)
    return zip(*columns_, strict=True)


def _bytes(name: str, rows: Iterable[tuple[Any, ...]]) -> bytes:
    pa, parquet = need("pyarrow", "corpus"), need("pyarrow.parquet", "corpus")
    schema = pa.schema([(column, _type(pa, column)) for column in COLUMNS[name]])
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    table = pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
    stream = pa.BufferOutputStream()
    parquet.write_table(table, stream, compression="zstd")
    return bytes(stream.getvalue())


def _type(pa: Any, column: str) -> Any:
    if column == "names":
        return pa.list_(pa.string())
    if column == "signature":
        return pa.binary()
    return pa.type_for_alias(KINDS_OF[NUMBERS[column]]) if column in NUMBERS else pa.string()


def _document(outcome: Outcome) -> tuple[Any, ...]:
    source = outcome.reading.source if outcome.reading else Source(outcome.id)
    return tuple(getattr(source if name in OF_SOURCE else outcome, name) for name in DOCUMENTS)


def _outcome(row: dict[str, Any], entities: list[Entity], statements: list[Statement]) -> Outcome:
    source = Source(row["id"], row["date"], row["title"], row["url"])
    own = {name: value for name, value in row.items() if name not in OF_SOURCE}
    reading = None if row["failure"] else Reading(source, tuple(entities), tuple(statements))
    return Outcome(reading=reading, **own)
