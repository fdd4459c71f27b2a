"""A text → its paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.parsing.paragraphs import paragraphs

LONG = "The minister of Togo said on Monday that Benin and its neighbours"  # longer than 50 characters: a wrapped line


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n\nTwo.\n", ["One.", "Two."]),
        ("  One. \r\n\tTwo.\r\n", ["One.", "Two."]),
        ("Headline without a stop\nThe text.", ["Headline without a stop", "The text."]),
        ("Togo and\nbenin left.", ["Togo and\nbenin left."]),
        ("Togo and\r\nbenin left.", ["Togo and\r\nbenin left."]),
        ("Togo and\n\nbenin left.", ["Togo and", "benin left."]),
        ("Togo left.\nbenin left.", ["Togo left.", "benin left."]),
        (f"{LONG},\nGhana and Mali, left.", [f"{LONG},\nGhana and Mali, left."]),
        (f"{LONG}\nGhana left.", [LONG, "Ghana left."]),
        ("Togo,\nGhana left.", ["Togo,", "Ghana left."]),
        ("One.\u2028Two.\x0cThree.", ["One.", "Two.", "Three."]),
        ("\ufeffOne.", ["\ufeffOne."]),
        (f"{LONG}\n{LONG} of\nGhana left.", [f"{LONG}\n{LONG} of\nGhana left."]),
        (f"{LONG}.\n{LONG}.\nGhana left.", [f"{LONG}.", f"{LONG}.", "Ghana left."]),
        ("ACCRA (AP) — Ghana left.", ["Ghana left."]),
        ("ACCRA, Ghana, March 3 (Reuters) - Mali left.\nIt rained.", ["Mali left.", "It rained."]),
        ("NEW DELHI, May 1 -- India left.", ["India left."]),
        ("Accra (AFP) – Ghana left.", ["Ghana left."]),
        ("Accra (pop. 9) - a city.", ["Accra (pop. 9) - a city."]),
        ("NATO - an alliance - met.", ["an alliance - met."]),
    ],
)
def test_paragraphs(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == pieces


def test_a_sentence_longer_than_any_that_a_person_wrote_is_cut_between_words() -> None:
    text = "One went. " + "word, " * 400 + "Then it ended. It rained."
    parts = [text[start:end] for start, end in paragraphs(text)]
    assert len(parts) == 2
    assert (parts[0][:9], parts[1][-10:]) == ("One went.", "It rained.")
    assert " ".join(parts).split() == text.split()
    assert [len(part) <= 500 for part in map(list, paragraphs("(" * 40_000))] == [True] * 80


def test_a_long_paragraph_is_cut_between_sentences_only() -> None:
    text = "Norway condemned Chile. " * 5_000
    parts = [text[start:end] for start, end in paragraphs(text)]
    assert len(parts) == 3
    assert all(part.endswith("Chile.") and len(part) < 50_100 for part in parts)


@given(st.text(alphabet="aB .\n\x1f\t,", max_size=200))
def test_any_text_has_paragraphs_that_are_its_own(text: str) -> None:
    spans = paragraphs(text)
    assert spans == sorted(spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
