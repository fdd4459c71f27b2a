"""Who is named in a text as the model reads it: kinds of names that it gets wrong by itself, and near misses."""

import pytest

from graph.parsing.language import load
from graph.reading.document import read_document
from graph.records import Document


def entities(text: str, date: str | None = None) -> list[str]:
    """Return the entities of a text as name|kind."""
    return [f"{e.name}|{e.kind}" for e in read_document(Document("1", text, date), load()).entities]


STATE_OF = [
    ("The Nigerian state of Borno accused Chad.", ["Nigeria|country", "Borno|territory", "Chad|country"]),
    ("Georgia's governor sued Texas.", ["Georgia (U.S. state)|territory", "Texas|territory"]),
    (
        "The United States backed Georgia against Russia.",
        ["United States|country", "Georgia|country", "Russia|country"],
    ),
    ("In Lahore, Punjab condemned Chad.", ["Lahore|place", "Punjab (Pakistan)|territory", "Chad|country"]),
    ("India's Punjab state blamed Pakistan.", ["India|country", "Punjab (India)|territory", "Pakistan|country"]),
]
PIECES = [
    (
        "Kofi Mensah condemned Togo while Ama Mensah praised it.",
        ["Kofi Mensah|person", "Togo|country", "Ama Mensah|person"],
    ),
    ("HOLMBERG, Lars (Norway) condemned Sudan.", ["Lars Holmberg|person", "Norway|country", "Sudan|country"]),
    ('Juan "El Lobo" Perez, leader of a gang, attacked Mexico.', ["Juan Perez|person", "Mexico|country"]),
    ("The New IRA condemned the Real IRA.", ["New IRA|organisation", "Real IRA|organisation"]),
]
NOBODY = [
    ("Peru left the JCPOA before Ramadan.", ["Peru|country"]),
    ("Chile rejected Islamophobia and Zionism.", ["Chile|country"]),
]
BODIES = [
    ("Kenya's Foreign Ministry condemned Chad.", ["Kenyan Foreign Ministry|organisation", "Chad|country"]),
    (
        "The Kenyan Ministry of Foreign Affairs condemned Chad.",
        ["Kenyan Foreign Ministry|organisation", "Chad|country"],
    ),
    ("Chad condemned the Foreign Ministry of Kenya.", ["Chad|country", "Kenyan Foreign Ministry|organisation"]),
    (
        "Kyodo reported that Haaretz criticized Peru.",
        ["Kyodo News|organisation", "Haaretz|organisation", "Peru|country"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*STATE_OF, *PIECES, *NOBODY, *BODIES])
def test_entities(text: str, expected: list[str]) -> None:
    assert sorted(set(entities(text)) - {"Kenya|country"}) == sorted(expected)


def test_well_known_person_by_the_date_of_the_text() -> None:
    assert "George H.W. Bush|person" in entities("President Bush visited Panama.", "1990-05-05")
    assert "George W. Bush|person" in entities("President Bush visited Panama.", "2004-05-05")
