"""Packed files are opened as what they hold."""

import gzip
from pathlib import Path

from graph.records import Document
from tests.documents.reading import read, write


def test_packed_files(tmp_path: Path) -> None:
    text = write(tmp_path, "a.txt.gz", gzip.compress(b"Os") + gzip.compress(b"lo"))
    lines = write(tmp_path, "b.jsonl.gz", gzip.compress(b'{"id": "b", "text": "Rome"}\n'))
    assert read(text, lines) == ([Document("a.txt.gz", "Oslo"), Document("b", "Rome")], [])
