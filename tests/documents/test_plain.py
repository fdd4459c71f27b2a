"""Plain texts → Documents: headline and date line, what is no text, and what is too long."""

import pytest

from graph.documents.kinds import KINDS
from graph.records import Document
from tests.documents.reading import Put, read


def test_an_article_with_headline_and_date_line(put: Put) -> None:
    text = "Norway and Chile sign a pact\nMarch 03 2024, 09:05\nNorway and Chile signed a pact in Oslo.\n"
    path = put("pact.txt", text)
    expected = Document("pact.txt", text, "2024-03-03", "dateline", "Norway and Chile sign a pact", None)
    assert read(path) == ([expected], [])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", "", "is empty; there is nothing to read in it"),
        ("blank.txt", "\ufeff \n\n", "is empty; there is nothing to read in it"),
        (
            "binary.txt",
            b"text\x00text",
            "is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)",
        ),
        (
            "noise.txt",
            bytes([*range(1, 32), *range(128, 256)]) * 20,
            "is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)",
        ),
        (
            "paper.odt",
            "PK",
            f"is a .odt file, and only {KINDS} are read; save it as one of these",
        ),
    ],
)
def test_what_is_no_text_is_refused(put: Put, name: str, content: str | bytes, reason: str) -> None:
    path = put(name, content)
    good = put("good.txt", "Oslo")
    assert read(path, good) == ([Document("good.txt", "Oslo")], [f"{path}: {reason}"])


@pytest.mark.parametrize("content", ["é" * 5_000_001, b"x" * 20_000_005])
def test_a_text_over_the_limit_is_refused(put: Put, content: str | bytes) -> None:
    path = put("long.txt", content)
    documents, [error] = read(path)
    assert documents == []
    assert error.startswith(f"{path}: is longer than 5,000,000 characters, the most that is read as one text; cut it")


def test_a_text_at_the_limit_is_read(put: Put) -> None:
    assert len(read(put("long.txt", "é" * 5_000_000))[0][0].text) == 5_000_000
