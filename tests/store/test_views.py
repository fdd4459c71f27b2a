"""A store asked in SQL: its tables, nothing else, and nothing changed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import cli
from graph.errors import UsageError
from graph.query import sql_store
from graph.store.outcomes import Outcome
from graph.store.shards import Store
from graph.store.tables import COLUMNS
from tests.store.test_lines import READING


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
    with pytest.raises(UsageError, match="this is no query that can be answered"):
        list(sql_store(store, query.format(store=str(store).replace("'", "''"))))
    assert sorted(store.rglob("*")) == before


def test_the_command_asks_a_store(store: Path) -> None:
    query = "select count(*) as n, any_value(signature) as mark, date '2024-03-03' as day from documents"
    result = CliRunner().invoke(cli.app, ["sql", query, "--graph", str(store)], prog_name="entente")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert json.loads(result.stdout) == {"n": 2, "mark": "ff", "day": "2024-03-03"}
