"""One task → one shard: a fault in reading costs one document."""

from pathlib import Path

import pytest

from graph.corpus.shard import read_task, reader
from graph.errors import REPORT
from graph.records import Document, Reading, Source
from tests.corpus.feeds import open_corpus, put


def test_a_fault_in_reading_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(documents: list[Document], _nlp: object, **_how: object) -> list[Reading]:
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
    assert errors == [f"{path}: n1: cannot be read (ValueError: no head); {REPORT}"]
