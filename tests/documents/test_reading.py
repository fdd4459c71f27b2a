"""Paths → Documents: the seed article, and errors that nobody takes."""

import pytest

from graph.documents import read_documents
from graph.errors import DocumentError
from tests.documents.reading import Put, read
from tests.paths import SEEDS


def test_the_seed_article() -> None:
    folder = SEEDS
    [document], errors = read(folder)
    assert errors == []
    assert document.id == "south-caucasus-alliance-2025-07-01.txt"
    assert (document.date, document.date_source) == ("2025-07-01", "dateline")
    assert document.title == "Armenia, Azerbaijan, and Turkey – a new South Caucasus alliance against Russia"
    assert document.text == (folder / document.id).read_bytes().decode()


def test_without_on_error_the_error_is_raised(put: Put) -> None:
    path = put("empty.txt", "")
    with pytest.raises(DocumentError, match="is empty") as caught:
        list(read_documents([path]))
    assert caught.value.document == str(path)


def test_one_path_is_as_good_as_a_list_of_one(put: Put) -> None:
    path = put("pact.txt", "Norway condemned Chile.")
    assert [*read_documents(path)] == [*read_documents(str(path))] == [*read_documents([path])]
