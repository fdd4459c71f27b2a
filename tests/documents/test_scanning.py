"""Files → pieces: ids, and standard input."""

import io
from pathlib import Path

import pytest

from graph.records import Document
from tests.documents.reading import Put, lines, read


def test_ids_are_unique_and_the_same_every_time(put: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x/a.txt", "y/a.txt", "a.txt"):
        put(name, name)
    documents, _ = read("a.txt", "x", "y/a.txt", "y/a.txt", "y/a.txt")
    assert [d.id for d in documents] == ["a.txt", "x/a.txt", "y/a.txt", "y/a.txt#2", "y/a.txt#3"]
    assert [d.text for d in documents] == ["a.txt", "x/a.txt", "y/a.txt", "y/a.txt", "y/a.txt"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Oslo\nRome", [Document("stdin", "Oslo\nRome")]),
        ("\n\n Oslo", [Document("stdin", "\n\n Oslo")]),
        ("{curly} text\nmore", [Document("stdin", "{curly} text\nmore")]),
        (
            lines({"id": "a", "text": "Oslo"}, {"id": "b", "text": "Rome"}),
            [Document("a", "Oslo"), Document("b", "Rome")],
        ),
        ('\n\ufeff{"id": "a", "text": "Oslo"}', [Document("a", "Oslo")]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, expected: list[Document]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert read("-") == (expected, [])


def test_an_error_on_standard_input_names_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    content = '\n{"id": "a", "text": "Oslo"}\n{\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    error = "standard input:3: is not JSON: Expecting property name enclosed in double quotes at column 2"
    assert read("-") == ([Document("a", "Oslo")], [error])
