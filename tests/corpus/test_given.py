"""Texts, paths, documents and lists of them, as a user gives them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.corpus import explain, extract
from graph.corpus.given import documents_of
from graph.errors import UsageError
from graph.records import Document

SAID = "Norway condemned Chile."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/one.txt").write_text(SAID, encoding="utf-8")
    return tmp_path


def told(given: Any) -> list[tuple[str, str]]:
    return [(document.id, document.text) for document in documents_of(given)]


def test_a_text(here: Path) -> None:
    assert told(SAID) == [("text", SAID)]
    assert told("") == [("text", "")]
    assert told("First line.\nnews") == [("text", "First line.\nnews")]


def test_a_file_or_folder_by_its_path_or_name(here: Path) -> None:
    for given in (Path("news"), "news", Path("news/one.txt"), "news/one.txt", here / "news"):
        assert told(given) == [("one.txt", SAID)]


def test_lists_and_other_iterables(here: Path) -> None:
    document = Document("mine", "Peru backs Cuba.")
    given = [SAID, Path("news/one.txt"), document, "Peru is at war."]
    expected = [("text", SAID), ("one.txt", SAID), ("mine", document.text), ("text#2", "Peru is at war.")]
    assert told(given) == told(tuple(given)) == told(iter(given)) == expected
    assert told([]) == []


@pytest.mark.parametrize("given", ["nowhere/one.txt", "none.txt", Path("none"), ["none.pdf"]])
def test_a_path_that_is_not_there_is_no_text(here: Path, given: Any) -> None:
    with pytest.raises(UsageError, match="No such file or folder"):
        told(given)


@pytest.mark.parametrize("given", [3, None, b"bytes", [b"bytes"], {"id": "a", "text": "Peru condemned Chile."}])
def test_what_is_none_of_these_is_told(given: Any) -> None:
    with pytest.raises(UsageError, match=r"cannot read (int|NoneType|bytes|dict); give a text, a path, a Document"):
        told(given)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("12/05/2024", "n1: date 12/05/2024: is not a date; write the year first: 2024-05-12 or 2024-12-05"),
        (date(2024, 5, 12), 'n1: the date of a Document is a text such as "2024-05-03", not date'),
    ],
)
def test_a_document_with_a_date_that_is_none_is_told(day: Any, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        list(documents_of(Document("n1", "Norway condemned Chile.", date=day)))
    assert str(raised.value) == told


@pytest.mark.parametrize("reading", [extract, explain])
def test_what_reading_needs_is_told_and_no_fault_of_the_text(reading: Any) -> None:
    with pytest.raises(UsageError, match=r'nlp is a pipeline, not its name; load\("en_core_web_lg"\) gives it'):
        reading("Norway condemned Chile.", nlp="en_core_web_lg")
    with pytest.raises(UsageError, match=r"project is what read_project\(…\) gives, not str"):
        reading("Norway condemned Chile.", project="company.toml")


def test_what_is_no_text_is_not_explained() -> None:
    with pytest.raises(UsageError, match="a text is explained, not NoneType"):
        explain(None)  # type: ignore[arg-type]
