"""Where a store may lie: what dead writers left is swept, other storages, and what fails is told."""

import os
import socket
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from graph.errors import UsageError
from graph.store.places import place
from graph.store.shards import Store, shard_name
from tests.store.test_shards import ALL, BARE, FAILED, FULL, files


def test_only_what_dead_writers_left_is_swept(tmp_path: Path) -> None:
    host = socket.gethostname()
    left = {
        f".a.parquet.{host}.999999999.part": False,
        f".b.parquet.{host}.{os.getppid()}.part": True,
        ".c.parquet.elsewhere.77.part": True,
        ".d.part": True,
        "e.parquet": True,
    }
    (tmp_path / "documents").mkdir()
    for name in left:
        (tmp_path / "documents" / name).write_bytes(b"")
    os.utime(tmp_path / "documents" / ".d.part", (0, 0))
    place(str(tmp_path)).sweep()
    assert sorted(os.listdir(tmp_path / "documents")) == sorted(
        name for name, stays in left.items() if stays and name != ".d.part"
    )


@pytest.mark.parametrize("scheme", ["file", "local"])
def test_an_address_of_this_machine_is_a_folder(tmp_path: Path, scheme: str) -> None:
    Store(f"{scheme}://{tmp_path}").write(ALL)
    expected = Store(str(tmp_path / "expected"))
    expected.write(ALL)
    kept = files(tmp_path / "expected")
    assert {name: data for name, data in files(tmp_path).items() if not name.startswith("expected/")} == kept


class Broken(MemoryFileSystem):  # type: ignore[misc]
    protocol = "broken"

    def _open(self, *_arguments: object, **_more: object) -> None:
        raise ConnectionError("nobody answers")


def test_a_storage_that_fails_is_told() -> None:
    fsspec.register_implementation("broken", Broken, clobber=True)
    for address, reason in (("nonsense://a", "Protocol not known: nonsense"), ("broken://a", "nobody answers")):
        with pytest.raises(UsageError, match=f"^{address}: this store cannot be used: {reason}"):
            Store(address).write(ALL)


def test_shared_storage(tmp_path: Path) -> None:
    store = Store("memory://corpus/store")
    store.write([FULL, BARE])
    name = store.write([FAILED])
    assert store.read(name) == [FAILED]
    store.prune(["k1", "k3"])
    assert list(store.outcomes(["k1", "k3"], store.done())) == [FULL, FAILED]
    assert sorted(store.done().values()) == sorted([shard_name(["k1"]), name])
    local = Store(str(tmp_path))
    local.write([FULL])
    local.write([FAILED])
    shared = {
        f"{table}/{file}"
        for table in ("checks", "documents", "entities", "statements")
        for file in place(store.where).names(table)
    }
    assert shared == set(files(tmp_path))
