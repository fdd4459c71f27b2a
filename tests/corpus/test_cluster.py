"""The same tasks on a Dask cluster of two machines (two processes here): nothing lost, nothing doubled, same bytes."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.corpus.cluster import Cluster
from graph.corpus.library import local
from graph.errors import UsageError
from tests.corpus.feeds import digest, left, open_corpus, put

# because Dask and tornado leave sockets to the garbage collector when a worker is killed
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Any]:
    """Give a Dask cluster of two worker processes."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        local_directory=str(tmp_path / "dask"),
        silence_logs=50,
    ) as found:
        yield found


def test_a_worker_killed_in_the_middle_costs_nothing(tmp_path: Path, cluster: Any) -> None:
    path = put(tmp_path, 120, n50="crash A backs B")
    alone = open_corpus(path, tmp_path / "alone")
    list(alone.read(local(2)))
    errors: list[str] = []
    spread = open_corpus(path, tmp_path / "spread", errors)
    done = []
    for number, counts in enumerate(spread.read(Cluster(cluster.scheduler_address, 2))):
        done.append(counts)
        if number == 4:
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    assert sorted(done) == [(4, 1)] + [(5, 0)] * 23
    spread.prune()
    assert left(tmp_path / "spread") == []
    assert [reading.id for reading in spread.readings()] == [f"n{i}" for i in range(120) if i != 50]
    assert errors == [f"{path}: n50: crashes the program that reads it; cut it, or save it as plain text"]
    (tmp_path / "spread" / "tasks").rmdir()
    assert digest(spread) == digest(alone)


def test_a_cluster_of_its_own(tmp_path: Path) -> None:
    corpus = open_corpus(put(tmp_path, 10), tmp_path / "store")
    assert list(corpus.read(Cluster("local", 1))) == [(5, 0), (5, 0)]
    assert len(list(corpus.readings())) == 10


def test_a_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.corpus.cluster.PATIENCE", 1)
    corpus = open_corpus(put(tmp_path, 10), tmp_path / "store")
    with pytest.raises(UsageError, match=r"tcp://127\.0\.0\.1:1: no Dask scheduler answers there\. Start one"):
        list(corpus.read(Cluster("tcp://127.0.0.1:1", 1)))
