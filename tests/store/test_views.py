"""A store asked in SQL: its tables, nothing else, and nothing changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from graph import cli
from graph.errors import UsageError
from graph.query import sql_store
from graph.store.outcomes import Outcome
from graph.store.shards import Store
from graph.store.tables import COLUMNS
from tests.store.test_lines import READING
from tests.store.test_shards import forget_time


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Give a store with one document that was read and one that was not."""
    where = tmp_path / "it's [a]* store"
    Store(str(where)).write([Outcome("k1", "a.txt", "in/a.txt", READING, text="Norway backed it.", signature=b"\xff")])
    Store(str(where)).write([Outcome("k2", "b.txt", "in/b.txt", failure="is empty")])
    return where


def test_the_tables_are_those_of_the_shards(store: Path) -> None:
    for table, columns in COLUMNS.items():
        assert [row["column_name"] for row in sql_store(store, f"describe {table}")] == [*columns]
    query = "select id, failure, cue from documents left join statements on document = id order by id"
    assert list(sql_store(store, query)) == [
        {"id": "a.txt", "failure": None, "cue": "backed"},
        {"id": "b.txt", "failure": "is empty", "cue": None},
    ]


def test_shards_of_an_earlier_version_are_asked_with_those_of_this_one(store: Path) -> None:
    query = 'select cue, past, "when" from statements order by all'
    [path] = [path for path in (store / "statements").iterdir() if rows(path)]
    forget_time(path)
    assert list(sql_store(store, query)) == [{"cue": "backed", "past": False, "when": None}]
    said = replace(READING.statements[0], document="c.txt", past=True, when="1772")
    reading = replace(READING, source=replace(READING.source, id="c.txt"), statements=(said,))
    Store(str(store)).write([Outcome("k3", "c.txt", "in/c.txt", reading)])
    assert list(sql_store(store, query)) == [
        {"cue": "backed", "past": False, "when": None},
        {"cue": "backed", "past": True, "when": "1772"},
    ]


def rows(path: Path) -> int:
    """Return how many rows a table has."""
    return int(parquet.read_table(path).num_rows)


@pytest.mark.parametrize(
    "query",
    [
        "select 1 from nowhere",
        "selec",
        "select * from read_csv('/etc/hostname')",
        "copy documents to 'x.csv'",
        "copy documents to '{store}/documents/x.parquet'",
        "create table mine as select 1",
        "select 1; drop view documents",
    ],
)
def test_nothing_else_is_seen_and_nothing_changed(store: Path, query: str) -> None:
    before = sorted(store.rglob("*"))
    with pytest.raises(UsageError, match="this SQL cannot be answered"):
        list(sql_store(store, query.format(store=str(store).replace("'", "''"))))
    assert sorted(store.rglob("*")) == before


def test_the_command_asks_a_store(store: Path) -> None:
    query = "select count(*) as n, any_value(signature) as mark, date '2024-03-03' as day from documents"
    result = CliRunner().invoke(cli.app, ["sql", query, "--graph", str(store)], prog_name="entente")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert json.loads(result.stdout) == {"n": 2, "mark": "ff", "day": "2024-03-03"}
