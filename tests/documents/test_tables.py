"""Tables → Documents."""

from pathlib import Path

import pytest

from graph.documents import read_documents
from graph.documents.options import Intake
from graph.errors import DocumentWarning
from graph.records import Document
from tests.documents.reading import read, write


def test_a_table(tmp_path: Path) -> None:
    rows = (
        'ID;Headline;Body;Date;Link\nn1;Pact;"Norway\ncondemned Chile.";3 March 2024;http://u\n'
        "n2;;It rained.;soon;\n;;Oslo.;;\n;;;;\n"
    )
    path = write(tmp_path, "a.csv", "\ufeff" + rows)
    with pytest.warns(DocumentWarning, match="the date “soon” is not a date"):
        found = read(path)
    assert found == (
        [
            Document("n1", "Norway\ncondemned Chile.", "2024-03-03", "metadata", "Pact", "http://u"),
            Document("n2", "It rained."),
            Document("a.csv:3", "Oslo."),
        ],
        [f"{path}: row 4: is empty; there is nothing to read in it"],
    )


def test_a_table_without_texts(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,price\n1,2\n")
    advice = "name the column with the text so, or say --field text=NAME"
    assert read(path) == ([], [f'{path}: has no column "text", only: id, price; {advice}'])


def test_columns_as_others_name_them_and_as_the_user_says(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "pub_date,Full Text,Story Title\n25/06/2025,Oslo.,T\n")
    assert read(path) == ([Document("a.csv:1", "Oslo.", "2025-06-25", "metadata")], [])
    fields = Intake(fields=(("text", "story title"), ("title", "full text")))
    assert list(read_documents([path], options=fields)) == [Document("a.csv:1", "T", "2025-06-25", "metadata", "Oslo.")]


def test_quotes_that_do_not_close_cost_one_row(tmp_path: Path) -> None:
    rows = 'id,text\na,Oslo.\nb,"Rome said ""no"" and\nc,Bonn.\nd,Bern.\n'
    path = write(tmp_path, "a.csv", rows)
    reason = "has quotes that open here and do not close; close them, or write two for one that is meant"
    assert read(path) == (
        [Document("a", "Oslo."), Document("c", "Bonn."), Document("d", "Bern.")],
        [f"{path}: line 3: {reason}"],
    )


def test_quotes_that_never_close_in_a_long_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.documents.rows.LINES", 10)
    path = write(tmp_path, "a.csv", 'id,text\na,"Oslo.\n' + "".join(f"r{n},Rome.\n" for n in range(100)))
    documents, errors = read(path)
    assert [document.id for document in documents] == [f"r{n}" for n in range(100)]
    assert [error.partition(": ")[2][:8] for error in errors] == ["line 2: "]


def test_a_table_in_another_encoding(tmp_path: Path) -> None:
    western = write(tmp_path, "a.csv", "id,text\n1,Café in Köln sagt “d’accord” über Façade.\n".encode("cp1252"))
    wide = write(tmp_path, "b.csv", "id,text\n2,Köln.\n".encode("utf-16"))
    with pytest.warns(DocumentWarning) as told:
        documents, errors = read(western, wide)
    assert [document.text for document in documents] == ["Café in Köln sagt “d’accord” über Façade.", "Köln."]
    assert (len(told), errors) == (2, [])
