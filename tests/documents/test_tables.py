"""Tables → Documents."""

from pathlib import Path

from graph.records import Document
from tests.documents.reading import read, write


def test_a_table(tmp_path: Path) -> None:
    rows = (
        'ID;Headline;Body;Date;Link\nn1;Pact;"Norway\ncondemned Chile.";3 March 2024;http://u\n'
        "n2;;It rained.;soon;\n;;Oslo.;;\n;;;;\n"
    )
    path = write(tmp_path, "a.csv", "\ufeff" + rows)
    assert read(path) == (
        [
            Document("n1", "Norway\ncondemned Chile.", "2024-03-03", "metadata", "Pact", "http://u"),
            Document("n2", "It rained."),
            Document("a.csv:3", "Oslo."),
        ],
        [f"{path}: row 4: is empty; there is nothing to read in it"],
    )


def test_a_table_without_texts(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,price\n1,2\n")
    assert read(path) == ([], [f'{path}: has no column "text", only: id, price; name the column with the text so'])
