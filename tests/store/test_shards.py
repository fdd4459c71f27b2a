"""The store: outcomes come back as they were, half-done shards count as not begun, what is gone is removed."""

from pathlib import Path

import pytest
from pyarrow import parquet

from graph.errors import UsageError
from graph.records import Entity, Reading, Source
from graph.store.outcomes import CHANGED, Outcome
from graph.store.shards import Store
from tests.store.test_lines import READING

FULL = Outcome("k1", "a.txt", "in/a.txt", READING, None, "Norway backed Chile’s plan.", "h" * 64, b"\x00\xff")
BARE = Outcome("k2", "b.txt", "in/b.txt", Reading(Source("b.txt"), (Entity("Oslo", "place"),), ()), text_hash="h")
FAILED = Outcome("k3", "c.txt", "in/c.txt", failure="is empty")
ALL = [FULL, BARE, FAILED]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("outcomes", [ALL, [], [FAILED]])
def test_outcomes_come_back_as_they_were(tmp_path: Path, outcomes: list[Outcome]) -> None:
    store = Store(str(tmp_path))
    name = store.write(outcomes)
    assert store.read(name) == outcomes
    assert store.done() == {outcome.key: name for outcome in outcomes}
    written = [f"{table}/{name}.parquet" for table in ("documents", "entities", "statements")]
    assert sorted(files(tmp_path)) == [f"checks/{name}.json", *written]


def test_a_shard_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    name = store.write(ALL)
    forget_time(tmp_path / "statements" / f"{name}.parquet")
    assert store.read(name) == ALL


def forget_time(path: Path) -> None:
    """Make of a table of statements one that has no `past` and no `when`, and whose shard has no checksums."""
    (path.parents[1] / "checks" / f"{path.stem}.json").unlink()
    parquet.write_table(parquet.read_table(path).drop_columns(["past", "when"]), path)


def test_the_same_outcomes_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        Store(str(tmp_path / folder)).write(ALL)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_outcomes_are_given_in_any_order(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    for outcome in ALL:
        store.write([outcome])
    assert list(store.outcomes(["k3", "k1", "k2", "k1"], store.done())) == [FAILED, FULL, BARE, FULL]


def test_a_shard_without_its_documents_is_not_done(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    name = store.write(ALL)
    (tmp_path / "documents" / f"{name}.parquet").unlink()
    assert store.done() == {}
    store.prune(["k1"])
    assert files(tmp_path) == {}


def test_prune_keeps_what_is_wanted_and_nothing_else(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.write([FULL, FAILED])
    store.write([BARE])
    store.prune(["k1"])
    expected = Store(str(tmp_path / "expected"))
    expected.write([FULL])
    kept = files(tmp_path / "expected")
    assert {name: data for name, data in files(tmp_path).items() if not name.startswith("expected/")} == kept


def test_a_document_that_changed_is_read_again(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.write([Outcome("k1", "a.txt", "in/a.txt", failure=CHANGED)])
    assert store.done() == {}
    name = store.write([FULL, BARE])
    assert store.done() == {"k1": name, "k2": name}
    store.prune(["k1", "k2"])
    written = [f"{table}/{name}.parquet" for table in ("documents", "entities", "statements")]
    assert sorted(files(tmp_path)) == [f"checks/{name}.json", *written]


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UsageError, match=r"cannot write .*: No space left on device; make room"):
        Store(str(tmp_path)).write(ALL)
    assert files(tmp_path) == {}
