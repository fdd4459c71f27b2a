"""Worker processes: renewed, killed, hanging, eating memory; nothing lost, nothing doubled."""

import os
import random
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from graph.corpus.library import local
from graph.corpus.process import Process
from graph.corpus.tasks import Task
from graph.errors import UsageError
from graph.store.outcomes import KILLED
from tests.corpus.feeds import digest, left, open_corpus, put


def test_a_worker_is_replaced_before_it_remembers_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.corpus.process.RENEWED", 2)
    start = Process._start
    started: list[Process] = []

    def count(self: Process) -> "subprocess.Popen[str]":
        started.append(self)
        return start(self)

    monkeypatch.setattr(Process, "_start", count)
    corpus = open_corpus(put(tmp_path, 25), tmp_path / "store")
    assert list(corpus.read(local(1))) == [(5, 0)] * 5
    assert len(started) == 3


def test_documents_that_crash_hang_or_eat_memory_are_left_out(tmp_path: Path) -> None:
    path = put(tmp_path, 20, n2="crash A backs B", n9="hang A backs B", n14="eat A backs B")
    errors: list[str] = []
    corpus = open_corpus(path, tmp_path / "store", errors, seconds=5, memory=4)
    assert sorted(corpus.read(local(2))) == [(4, 1)] * 3 + [(5, 0)]
    assert [reading.id for reading in corpus.readings()] == [f"n{i}" for i in range(20) if i not in (2, 9, 14)]
    reasons = {
        "n2": "crashes the program that reads it",
        "n9": "takes more than 5 seconds to read",
        "n14": "needs more than 4 GB of memory to read",
    }
    told = [f"{path}: {id}: {reason}; cut it, or save it as plain text" for id, reason in reasons.items()]
    assert errors == told
    again: list[str] = []
    corpus = open_corpus(path, tmp_path / "store", again)
    assert (corpus.waiting, len(list(corpus.readings())), again) == (0, 17, told)


def test_a_worker_that_is_killed_twenty_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, 160)
    calm = open_corpus(path, tmp_path / "calm")
    list(calm.read(local(2)))
    dice, reading = random.Random(6), Process.read
    killed: list[int] = []

    def read_and_be_killed(self: Process, task: Task) -> tuple[int, int]:
        result = reading(self, task)
        if len(killed) < 20 and self.pid:
            killed.append(self.pid)
            threading.Timer(dice.uniform(0, 0.1), os.kill, (self.pid, signal.SIGKILL)).start()
        return result

    monkeypatch.setattr(Process, "read", read_and_be_killed)
    shaken = open_corpus(path, tmp_path / "shaken")
    assert sorted(shaken.read(local(2))) == [(5, 0)] * 32
    assert len(set(killed)) == 20
    shaken.prune()
    assert digest(shaken) == digest(calm)
    assert left(tmp_path / "shaken") == []


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    corpus = open_corpus(
        put(tmp_path, 3), tmp_path / "store", model="no_such_model", reader="graph.corpus.shard:reader"
    )
    with pytest.raises(UsageError, match="the language model 'no_such_model' cannot be loaded"):
        list(corpus.read(local(2)))


def test_a_document_whose_worker_was_killed_from_outside_is_tried_in_the_next_run(tmp_path: Path) -> None:
    path = put(tmp_path, 3, n1="kill A backs B")
    errors: list[str] = []
    corpus = open_corpus(path, tmp_path / "store", errors)
    assert list(corpus.read(local(1))) == [(2, 1)]
    assert [reading.id for reading in corpus.readings()] == ["n0", "n2"]
    assert corpus.waiting == 1
    assert any(KILLED in error or "1 documents" in error for error in errors)
