"""Web archives → Documents."""

from pathlib import Path

import pytest

from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    pages = [
        ("http://x.example/a", "text/html; charset=utf-8", hostile.PAGE.encode()),
        ("http://x.example/b", "text/plain", b"It rained."),
        ("http://x.example/c", "image/png", b"\x89PNG"),
    ]
    path = write(tmp_path, "a.warc" + ".gz" * packed, hostile.warc(*pages, packed=packed))
    title = "Norway and Chile sign a pact"
    assert read(path) == (
        [
            Document("http://x.example/a", hostile.PAGE_TEXT, "2024-03-03", "metadata", title, "http://x.example/a"),
            Document("http://x.example/b", "It rained.", url="http://x.example/b"),
        ],
        [],
    )
