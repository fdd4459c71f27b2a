"""Many documents read by worker processes: the same bytes however many there are, and however often they stop."""

import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.corpus.library import Corpus, Part, local
from graph.corpus.settings import Settings
from graph.errors import UsageError
from tests.corpus.feeds import KILLS, digest, left, open_corpus, put

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


def test_standard_input_needs_no_store(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Standard input cannot be read twice"):
        Corpus(["-"], Settings(str(tmp_path)), print)


def test_a_run_over_a_damaged_store_gives_what_a_calm_one_gives(tmp_path: Path) -> None:
    path = put(tmp_path, 20)
    calm = open_corpus(path, tmp_path / "calm")
    list(calm.read(local(1)))
    shaken = open_corpus(path, tmp_path / "shaken")
    list(shaken.read(local(1)))
    files = sorted((tmp_path / "shaken" / "statements").iterdir())
    files[0].write_bytes(files[0].read_bytes()[::-1])
    files[1].unlink()
    shaken = open_corpus(path, tmp_path / "shaken")
    assert (shaken.healed.told(), shaken.waiting) == ("1 damaged, 1 incomplete", 10)
    list(shaken.read(local(1)))
    shaken.prune()
    for file in (tmp_path / "shaken" / "aside").iterdir():
        file.unlink()
    (tmp_path / "shaken" / "aside").rmdir()
    assert digest(shaken) == digest(calm)
