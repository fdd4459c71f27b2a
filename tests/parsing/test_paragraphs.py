"""A text → its paragraphs."""

import pytest

from graph.parsing.paragraphs import paragraphs, places, unwrapped

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
        ("NATO - an alliance - met.", ["NATO - an alliance - met."]),
        ("Peru thanked Addis\nAbaba for its help.", ["Peru thanked Addis\nAbaba for its help."]),
        ("Peru thanked Kofi\nAnnan for it.", ["Peru thanked Kofi\nAnnan for it."]),
        ("Peru thanks Lagos\nState media said so.", ["Peru thanks Lagos", "State media said so."]),
        ("Peru thanks Togo\nChile did not.", ["Peru thanks Togo", "Chile did not."]),
        ("LAGOS, (Reuters) – Nigeria left.", ["Nigeria left."]),
        ("OSLO, June 5 Norway left.", ["Norway left."]),
        ("New Delhi [India], July 9 (ANI): India left.", ["India left."]),
        ("U.S. - China ties froze.", ["U.S. - China ties froze."]),
    ],
)
def test_paragraphs(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == pieces


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("Peru  left\nChad.", 0, [(0, 0), (5, 6)]),
        ("A. Peru \n\t left   Chad.", 3, [(0, 3), (5, 11), (10, 18)]),
        ("Peru left.", 0, [(0, 0)]),
    ],
)
def test_places_behind_several_spaces(text: str, start: int, expected: list[tuple[int, int]]) -> None:
    read = unwrapped(text[start:])
    assert "  " not in read
    assert places(read, text, start) == expected
    assert all(read[inner] == text[outer] for inner, outer in expected)
