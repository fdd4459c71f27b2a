"""DOCX → Documents."""

from pathlib import Path

from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write


def test_a_word_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.docx", hostile.word("A pact", "4 May 2023", "Norway condemned Chile."))
    text = "A pact\n4 May 2023\nNorway condemned Chile.\nA cell."
    assert read(path) == ([Document("a.docx", text, "2023-05-04", "dateline", "Pact")], [])
