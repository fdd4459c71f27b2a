"""A folder of shards in, a DuckDB connection out that sees its documents, entities, statements, and no other file."""

import glob
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from graph.extras import need
from graph.records import LATER
from graph.store.tables import TABLES

MEMORY = "512MB"  # before it writes to disk
THREADS = 2  # because each wants memory of its own


def is_store(path: Path) -> bool:
    """Return whether `path` is a folder of shards."""
    return all((path / table).is_dir() for table in TABLES)


@contextmanager
def open_views(shards: str | Path, folder: str | Path | None = None, *, places: bool = False) -> Iterator[Any]:
    """Give the connection; what it cannot hold in memory it writes to a folder made in `folder`, gone afterwards.

    With `places` each row has the columns `filename` and `file_row_number`.
    """
    duckdb = need("duckdb", "corpus")
    with tempfile.TemporaryDirectory(prefix="duckdb-", dir=folder) as spilled:
        settings = {"memory_limit": MEMORY, "threads": THREADS, "temp_directory": spilled}
        with closing(duckdb.connect(config={**settings, "autoinstall_known_extensions": False})) as base:
            pattern = glob.escape(str(shards))  # a name with brackets is not meant as one
            base.execute(f"set allowed_directories = [{_quoted(shards)}, {_quoted(pattern)}]")
            base.execute("set enable_external_access = false")
            base.execute("set parquet_metadata_cache = true")
            for table in TABLES:
                files = _quoted(f"{pattern}/{table}/*.parquet")
                more = ", filename = true, file_row_number = true" if places else ""
                rows = f"from read_parquet({files}, union_by_name = true{more})"
                columns = _with_later(base, rows) if table == "statements" else "*"
                base.execute(f"create view {table} as select {columns} {rows}")
            yield base


def _with_later(base: Any, rows: str) -> str:
    """Return the columns of statements; what a shard of an earlier version does not have is what it was then."""
    there = {column[0] for column in base.execute(f"select * {rows} limit 0").description}
    known = [f'coalesce("{name}", {_literal(value)}) as "{name}"' for name, value in LATER.items() if name in there]
    lacking = [f'{_literal(value)} as "{name}"' for name, value in LATER.items() if name not in there]
    return ", ".join([f"* replace ({', '.join(known)})" if known else "*", *lacking])


def _literal(value: object) -> str:
    return "cast(null as varchar)" if value is None else str(value).lower()


def _quoted(text: str | Path) -> str:
    return "'" + str(text).replace("'", "''") + "'"
