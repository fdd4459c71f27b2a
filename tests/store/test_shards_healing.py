"""A store that is damaged: every flipped bit is noticed, what is damaged is set aside and read again."""

import json
import random
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.store import Store
from graph.store.checks import DAMAGED, FOREIGN, MISSING, OLDER, fault_of, sums_of
from tests.store.test_shards import ALL as OUTCOMES

TABLES = ("statements", "entities", "documents")


def a_store(tmp_path: Path) -> tuple[Store, str]:
    store = Store(str(tmp_path / "store"))
    return store, store.write(OUTCOMES)


def test_a_whole_store(tmp_path: Path) -> None:
    store, _ = a_store(tmp_path)
    found = store.state()
    assert (found.shards, found.documents, found.faults, found.told()) == (1, len(OUTCOMES), (), "")


@pytest.mark.parametrize("seed", range(60))
def test_each_flipped_bit_is_noticed(tmp_path: Path, seed: int) -> None:
    store, name = a_store(tmp_path)
    dice = random.Random(seed)
    path = dice.choice(sorted(path for path in (tmp_path / "store").rglob("*") if path.is_file()))
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    assert [fault for _, fault in store.state().faults] in ([DAMAGED], [OLDER])
    with pytest.raises(UsageError, match="the same command once more reads it again"):
        store.read(name)
    store.heal()
    assert (store.done(), store.state().faults, store.state().aside) == ({}, (), 3)


@pytest.mark.parametrize("table", TABLES)
def test_a_file_that_is_cut_or_gone(tmp_path: Path, table: str) -> None:
    store, name = a_store(tmp_path)
    path = tmp_path / "store" / table / f"{name}.parquet"
    path.write_bytes(path.read_bytes()[:-9])
    assert store.state().faults == ((name, DAMAGED),)
    path.unlink()
    assert store.state().faults == (((name, MISSING),) if table != "documents" else ())  # then it is not begun
    store.heal()
    assert store.done() == {}


def test_what_is_foreign_or_older_is_set_aside(tmp_path: Path) -> None:
    store, name = a_store(tmp_path)
    (tmp_path / "store" / "documents" / "mine.parquet").write_bytes(b"PAR1")
    (tmp_path / "store" / "documents" / "notes.txt").write_bytes(b"x")
    (tmp_path / "store" / "checks" / f"{name}.json").unlink()
    (tmp_path / "store" / "entities" / f"{name}.parquet").write_bytes(b"PAR1")
    found = store.heal()
    assert found.faults == (("documents/mine.parquet", FOREIGN), ("documents/notes.txt", FOREIGN), (name, OLDER))
    assert found.told() == "1 of another version of entente, 2 no shards of entente"
    assert (store.done(), store.state().aside) == ({}, 5)


def test_a_store_of_an_earlier_version_gets_its_checksums(tmp_path: Path) -> None:
    store, name = a_store(tmp_path)
    sums = (tmp_path / "store" / "checks" / f"{name}.json").read_bytes()
    (tmp_path / "store" / "checks" / f"{name}.json").unlink()
    assert (store.state().unchecked, store.state().faults, store.read(name)) == ((name,), (), OUTCOMES)
    store.heal()
    assert (store.state().unchecked, store.state().shards) == ((), 1)
    assert (tmp_path / "store" / "checks" / f"{name}.json").read_bytes() == sums


def test_checksums_of_another_format_or_of_none() -> None:
    tables = {table: table.encode() for table in TABLES}
    known = json.loads(sums_of(tables))
    assert fault_of(sums_of(tables), dict(tables)) is None
    assert fault_of(json.dumps(known | {"format": 99}).encode(), dict(tables)) == OLDER
    for odd in (b"", b"[]", b"{}", b"null", b"[" * 100_000, b'{"format": 2, "tables": {}}'):
        assert fault_of(odd, dict(tables)) == DAMAGED
