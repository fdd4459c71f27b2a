"""The texts of a store's documents, by their ids."""

from pathlib import Path

from graph.store.outcomes import Outcome
from graph.store.shards import Store
from graph.store.texts import texts_in
from tests.store.test_lines import READING


def test_texts_are_given_by_the_ids_of_documents(tmp_path: Path) -> None:
    where = str(tmp_path / "it's a store")
    Store(where).write([Outcome("k1", "a.txt", "a.txt", READING, text="Norway backed it.", signature=b"x")])
    Store(where).write([Outcome("k2", "b.txt", "b.txt", failure="is empty")])
    assert list(texts_in(where)(["b.txt", "a.txt", "c.txt"])) == [("a.txt", "Norway backed it.")]
    assert list(texts_in(where)([])) == []


def test_where_there_is_no_store_there_are_no_texts(tmp_path: Path) -> None:
    assert list(texts_in(str(tmp_path))(["a.txt"])) == []
    assert list(texts_in("s3://elsewhere/store")(["a.txt"])) == []
