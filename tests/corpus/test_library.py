"""Many documents read by worker processes: the same bytes however many there are, whoever dies, and however often."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.corpus.library import Corpus, Part, local
from graph.corpus.process import Process
from graph.corpus.settings import Settings
from graph.corpus.shard import read_task, reader
from graph.corpus.tasks import Task
from graph.documents.pieces import Piece
from graph.errors import DocumentError, UsageError
from graph.records import Document, Reading, Source
from graph.store import reading_to_line
from tests.paths import ROOT, TESTS

KILLS = int(os.environ.get("ENTENTE_KILLS", "5"))  # points at which a whole run is killed; each costs 2 seconds
RUN = """
import sys
import graph.corpus.tasks
from graph.corpus.library import Corpus, local
from graph.corpus.settings import Settings
from graph.corpus.shard import read_task, reader
graph.corpus.tasks.NUMBER = 5
corpus = Corpus([sys.argv[1]], Settings(sys.argv[2], reader="fake_reading:reader"), print)
list(corpus.read(local(2)))
"""


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.corpus.tasks.NUMBER", 5)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), str(ROOT)]))


def put(folder: Path, number: int, **others: str) -> Path:
    """Write a feed of so many documents; `others` are texts for some of them ("n3")."""
    texts = {f"n{i}": f"slow A backs {'BCDEFGH'[i % 7]}" for i in range(number)} | others
    path = folder / "feed.jsonl"
    lines = [json.dumps({"id": id, "text": text, "date": "2024-03-03"}) + "\n" for id, text in texts.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def open_corpus(path: Path, store: Path, errors: list[str] | None = None, **settings: Any) -> Corpus:
    told: list[str] = [] if errors is None else errors
    known = Settings(str(store), **{"reader": "fake_reading:reader", "seconds": 20, **settings})
    return Corpus([path], known, lambda error: told.append(str(error)))


def digest(corpus: Corpus) -> str:
    """Return the hash of the statements, as they are written for users, and of the store."""
    found = hashlib.sha256("".join(reading_to_line(reading) for reading in corpus.readings()).encode())
    for path in sorted(Path(corpus.store.where).rglob("*")):
        found.update(path.name.encode() + (path.read_bytes() if path.is_file() else b""))
    return found.hexdigest()


def left(store: Path) -> list[str]:
    """Return the files of the store that are no shards."""
    return [path.name for path in store.rglob("*") if path.is_file() and path.suffix != ".parquet"]


def test_the_same_bytes_with_one_worker_and_with_three(tmp_path: Path) -> None:
    path = put(tmp_path, 40)
    digests = set()
    for workers in (1, 3):
        corpus = open_corpus(path, tmp_path / str(workers))
        assert corpus.waiting == 40
        assert sorted(corpus.read(local(workers))) == [(5, 0)] * 8
        assert [reading.id for reading in corpus.readings()] == [f"n{i}" for i in range(40)]
        digests.add(digest(corpus))
    assert len(digests) == 1


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


def test_only_what_is_new_or_changed_is_read_again(tmp_path: Path) -> None:
    store = tmp_path / "store"
    list(open_corpus(put(tmp_path, 20), store).read(local(1)))
    assert open_corpus(put(tmp_path, 20), store).waiting == 0
    path = put(tmp_path, 21, n3="A backs Z")
    corpus = open_corpus(path, store)
    assert corpus.waiting == 2
    assert list(corpus.read(local(1))) == [(2, 0)]
    corpus.prune()
    fresh = open_corpus(path, tmp_path / "fresh")
    list(fresh.read(local(1)))
    assert list(corpus.readings()) == list(fresh.readings())
    assert {o.text for o in corpus.store.outcomes(corpus.keys, corpus.store.done())} == {
        "A backs Z", *(f"slow A backs {letter}" for letter in "BCDEFGH")
    }  # fmt: skip
    assert sum(len(corpus.store.read(name)) for name in set(corpus.store.done().values())) == 21
    assert len(list(open_corpus(put(tmp_path, 2), store).readings())) == 2


def test_without_texts_only_hashes_are_kept(tmp_path: Path) -> None:
    path = put(tmp_path, 3)
    corpus = open_corpus(path, tmp_path / "store", keep_text=False)
    list(corpus.read(local(1)))
    outcomes = list(corpus.store.outcomes(corpus.keys, corpus.store.done()))
    assert [(outcome.text, len(outcome.text_hash or "")) for outcome in outcomes] == [(None, 64)] * 3
    assert open_corpus(path, tmp_path / "store").waiting == 3  # texts are wanted now


def test_copies_are_told_and_counted_once_on_request(tmp_path: Path) -> None:
    corpus = open_corpus(put(tmp_path, 9), tmp_path / "store")
    list(corpus.read(local(1)))
    assert corpus.copies() == {"n7": "n0", "n8": "n1"}
    assert [reading.id for reading in corpus.readings(without=corpus.copies())] == [f"n{i}" for i in range(7)]


def test_documents_that_crash_hang_or_eat_memory_are_left_out(tmp_path: Path) -> None:
    path = put(tmp_path, 20, n2="crash A backs B", n9="hang A backs B", n14="eat A backs B")
    errors: list[str] = []
    corpus = open_corpus(path, tmp_path / "store", errors, seconds=5, memory=4)
    assert sorted(corpus.read(local(2))) == [(4, 1)] * 3 + [(5, 0)]
    assert [reading.id for reading in corpus.readings()] == [f"n{i}" for i in range(20) if i not in (2, 9, 14)]
    reasons = {
        "n2": "crashes the program that reads it",
        "n9": "takes more than 5 seconds to read",
        "n14": "takes more than 4 thousand million bytes of memory to read",
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


def test_a_run_that_is_killed_again_and_again(tmp_path: Path) -> None:
    path, store = put(tmp_path, 30 * KILLS), tmp_path / "shaken"
    calm = open_corpus(path, tmp_path / "calm")
    list(calm.read(local(2)))
    dice = random.Random(7)
    for _ in range(KILLS):
        run = subprocess.Popen([sys.executable, "-c", RUN, str(path), str(store)])
        try:
            run.wait(dice.uniform(1.0, 3.0))
        except subprocess.TimeoutExpired:
            run.kill()
        run.wait()
    shaken = open_corpus(path, store)
    list(shaken.read(local(2)))
    shaken.prune()
    assert digest(shaken) == digest(calm)
    assert left(store) == []


def test_a_run_that_is_stopped_ends_its_workers(tmp_path: Path) -> None:
    path = put(tmp_path, 40)
    corpus = open_corpus(path, tmp_path / "store")
    run: Iterator[tuple[int, int]] = iter(corpus.read(local(2)))
    assert next(run) == (5, 0)
    run.close()  # type: ignore[attr-defined]
    assert threading.active_count() == 1 or not [t for t in threading.enumerate() if "_work" in t.name]
    rest = open_corpus(path, tmp_path / "store")
    assert 0 < rest.waiting < 40
    list(rest.read(local(2)))
    assert len(list(rest.readings())) == 40


def test_parts_together_are_the_whole(tmp_path: Path) -> None:
    path = put(tmp_path, 60)
    whole = open_corpus(path, tmp_path / "whole")
    list(whole.read(local(1)))
    for number in (3, 1, 2):
        list(open_corpus(path, tmp_path / "parts").read(local(1), Part(number, 3)))
    parts = open_corpus(path, tmp_path / "parts")
    assert parts.waiting == 0
    assert digest(parts) == digest(whole)


def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A backs B", encoding="utf-8")
    errors: list[str] = []
    corpus = open_corpus(path, tmp_path / "store", errors)
    path.write_text("A backs C", encoding="utf-8")
    list(corpus.read(local(1)))
    assert list(corpus.readings()) == []
    assert errors == ["some files: have 1 documents that changed while it was read; build again"]


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    corpus = open_corpus(
        put(tmp_path, 3), tmp_path / "store", model="no_such_model", reader="graph.corpus.shard:reader"
    )
    with pytest.raises(UsageError, match="the language model 'no_such_model' cannot be loaded"):
        list(corpus.read(local(2)))


def test_a_fault_in_reading_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(documents: list[Document], _nlp: object, gated: bool | None = None) -> list[Reading]:
        if any(document.id == "n1" for document in documents):
            raise ValueError("no head")
        return [Reading(Source(document.id), (), ()) for document in documents]

    monkeypatch.setattr("graph.parsing.language.load", lambda _model: None)
    monkeypatch.setattr("graph.reading.batches.read_batch", read)
    errors: list[str] = []
    path = put(tmp_path, 3)
    corpus = open_corpus(path, tmp_path / "store", errors, reader="graph.corpus.shard:reader")
    [task] = corpus.tasks()
    assert read_task(task, corpus.settings, reader(corpus.settings)) == (2, 1)
    corpus = open_corpus(path, tmp_path / "store", errors, reader="graph.corpus.shard:reader")
    assert [reading.id for reading in corpus.readings()] == ["n0", "n2"]
    assert errors == [f"{path}: n1: cannot be read (ValueError: no head); leave it out"]


def test_standard_input_needs_no_store(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Standard input cannot be read twice"):
        Corpus(["-"], Settings(str(tmp_path)), print)


def test_a_piece_can_be_sent() -> None:
    pieces = (
        Piece("a", "in/a.html", "html", "/in/a.html", True),
        Piece("b", "in/b.warc", "html", data=b"\x00\xff", url="http://u"),
        Piece(
            "c", "in/c.csv: c", "document", document=Document("c", "Oslo", "2024-03-03", "metadata", "T", "http://u")
        ),
    )
    task = Task("name", ("1", "2", "3"), pieces)
    assert Task.from_dict(json.loads(json.dumps(task.to_dict()))) == task
    with pytest.raises(DocumentError, match=r"in/a\.html: cannot be read: No such file or directory; check the file"):
        pieces[0].digest()
