"""Texts, paths, documents and lists of them, as a user gives them."""

from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("given", [3, None, [b"bytes"]])
def test_what_is_none_of_these_is_told(given: Any) -> None:
    with pytest.raises(UsageError, match=r"cannot read (int|NoneType|bytes); give a text, a path, a Document"):
        told(given)
