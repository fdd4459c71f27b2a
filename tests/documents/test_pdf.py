"""PDF → Documents."""

from pathlib import Path

import pytest

from graph.documents.pdf import joined
from graph.parsing.spelling import spelled
from graph.records import Document
from tests import hostile
from tests.documents.newspapers import newspaper
from tests.documents.reading import read, write


def test_a_pdf_with_a_hyphenated_word(tmp_path: Path) -> None:
    path = write(tmp_path, "paper.pdf", hostile.pdf(["Norway con-", "demned Chile."]))
    text = "Norway condemned Chile.\n"
    assert read(path) == ([Document("paper.pdf", text, "2024-03-03", "metadata", "Pact signed")], [])


def test_a_date_line_goes_before_the_day_on_which_the_file_was_made(tmp_path: Path) -> None:
    path = write(tmp_path, "paper.pdf", hostile.pdf(["A pact", "4 May 2023", "Norway condemned Chile."]))
    [document], _ = read(path)
    assert (document.date, document.date_source) == ("2023-05-04", "dateline")


SENTENCES = [
    "Norway condemned Chile on Monday after a long dispute about the sea.",
    "The president of Brazil flew to Lisbon for talks with the government of Portugal.",
    "Ghana cut off its aid to Togo because of the conflict about the border.",
    "Kenya backed Uganda in the dispute over the lake and its many islands.",
    "Mali expelled the ambassador of France and closed its embassy in the capital.",
    "Poland sanctioned Belarus after shots at a patrol of its border guard.",
    "Finland thanked Sweden for its help during the flood in the north of the country.",
    "Peru denounced Bolivia for sheltering a former minister of finance.",
]
MANY = [f"{s[:-1]} for the {time} time." for time in ("first", "second", "third", "fourth", "fifth") for s in SENTENCES]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_running_heads_and_numbers_of_pages_are_left_out_and_sentences_whole() -> None:
    odd, even = "THE DAILY HERALD\nNorway condemned\nChile and the\n{}", "{}\nTHE DAILY HERALD\nPeru left. It rained."
    pages = [(odd if number % 2 else even).format(number) for number in range(1, 7)]
    assert flat(joined(pages)) == " ".join(["Norway condemned Chile and the Peru left. It rained."] * 3)
    assert joined(["Norway con-\n", "demned Chile."]) == "Norway con-\ndemned Chile."
    assert joined(["One page.\n1"]) == "One page.\n1"


@pytest.mark.parametrize("columns", [1, 2, 4])
@pytest.mark.parametrize("across", [False, True])
def test_columns_are_read_one_after_the_other(tmp_path: Path, columns: int, across: bool) -> None:
    if across and columns > 1:
        pytest.importorskip("pdfminer")
    path = write(tmp_path, "a.pdf", newspaper(MANY, columns, across))
    [document], _ = read(path)
    plain = spelled(document.text)
    text = flat(plain.text if plain else document.text)
    assert [sentence for sentence in MANY if sentence not in text] == []
    assert "HERALD" not in text
