"""Accidents from outside while many texts are read: the same bytes in the end, or a clear refusal; nothing lost."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

import pytest

from graph.corpus.library import local
from graph.documents import read_documents
from graph.errors import UsageError
from graph.store.lock import locked
from tests import hostile
from tests.cli.commands import run
from tests.corpus.feeds import digest, open_corpus, put

YEAR = 366 * 86_400


def test_the_store_is_removed_in_mid_run(tmp_path: Path) -> None:
    path = put(tmp_path, 40)
    calm = open_corpus(path, tmp_path / "calm")
    list(calm.read(local(2)))
    shaken = open_corpus(path, tmp_path / "shaken")
    with suppress(UsageError):  # where it went between the making of a folder and that of a file: a clear refusal
        for number, _ in enumerate(shaken.read(local(2))):
            if number == 2:
                shutil.rmtree(tmp_path / "shaken", ignore_errors=True)
    again = open_corpus(path, tmp_path / "shaken")
    list(again.read(local(2)))
    again.prune()
    assert digest(again) == digest(calm)


def test_two_runs_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Norway condemned Chile.", encoding="utf-8")
    for folder in ("out", "out/store"):
        Path(folder).mkdir()
        with locked(Path(folder)):
            result = run("build", "a.txt", "--workers", "1")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "another run of entente writes there; wait until it is done, or name another folder" in result.stderr
    assert sorted(path.name for path in Path("out").rglob("*")) == ["store"]


def test_a_clock_that_is_a_year_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed, page, text = tmp_path / "a.xml", tmp_path / "a.html", tmp_path / "a.txt"
    feed.write_text(hostile.FEED.replace("Sun, 03 Mar 2024", "10:00"), encoding="utf-8")
    page.write_text(hostile.PAGE, encoding="utf-8")
    text.write_text("Head\nMarch 3\n\nNorway condemned Chile.", encoding="utf-8")
    before = [document.date for document in read_documents([page, text])]
    now = time.time
    for shift in (-YEAR, YEAR):
        monkeypatch.setattr(time, "time", lambda shift=shift: now() + shift)
        assert [document.date for document in read_documents([page, text])] == before == ["2024-03-03", None]


def test_a_store_in_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", encoding="utf-8")
    corpus = open_corpus(put(tmp_path, 3), tmp_path / "store")
    with pytest.raises(UsageError, match="cannot write"):
        list(corpus.read(local(1)))
    assert (tmp_path / "store").read_text("utf-8") == "a file"
