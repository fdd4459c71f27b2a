"""PDF → Documents."""

from pathlib import Path

from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write


def test_a_pdf_with_a_hyphenated_word(tmp_path: Path) -> None:
    path = write(tmp_path, "paper.pdf", hostile.pdf(["Norway con-", "demned Chile."]))
    text = "Norway condemned Chile.\n"
    assert read(path) == ([Document("paper.pdf", text, "2024-03-03", "metadata", "Pact signed")], [])


def test_a_date_line_goes_before_the_day_on_which_the_file_was_made(tmp_path: Path) -> None:
    path = write(tmp_path, "paper.pdf", hostile.pdf(["A pact", "4 May 2023", "Norway condemned Chile."]))
    [document], _ = read(path)
    assert (document.date, document.date_source) == ("2023-05-04", "dateline")
