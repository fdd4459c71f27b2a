"""Who is who, as the model reads it: for each kind of slip sentences in which it was made, and near misses."""

import pytest

from graph.parsing.language import load
from graph.reading.document import read_document
from graph.records import Document


def entities(text: str) -> list[str]:
    """Return the entities of a text as name|kind."""
    return [f"{e.name}|{e.kind}" for e in read_document(Document("1", text), load()).entities]


CAPITALS = [
    ("Talks about the dam began in Kampala on Friday.", ["Kampala|place"]),
    ("Envoys met in the Peruvian capital, Lima.", ["Peru|country", "Lima|place"]),
    ("A bomb was found at Nairobi airport on Friday.", ["Nairobi|place"]),
    ("Lusaka condemned Harare over the border.", ["Zambia|country", "Zimbabwe|country"]),
    ("Officials in Kampala condemned Rwanda.", ["Uganda|country", "Rwanda|country"]),
    ("Ties between Lusaka and Harare grew worse.", ["Zambia|country", "Zimbabwe|country"]),
]

THINGS = [
    ("Denmark fears Euroscepticism in Sweden.", ["Denmark|country", "Sweden|country"]),
    (
        "Chile tested long-range ballistic missiles (LRBMs), and the LRBMs alarmed Peru.",
        ["Chile|country", "Peru|country"],
    ),
    ("Togo broke the River Ports Act (RPA), and the RPA binds Benin.", ["Togo|country", "Benin|country"]),
    ("Kenya praised the envoys under #LamuTalks on Friday.", ["Kenya|country"]),
    ("Ayatollah Sheikh Omar Farouki condemned Chad.", ["Omar Farouki|person", "Chad|country"]),
    ("Chile sank the destroyer Almagro near Peru.", ["Chile|country", "Peru|country"]),
    ("Two frigates, the Almagro and the Maria Soler, shelled Peru.", ["Peru|country"]),
    (
        "The Inland Relief Council (IRC) blamed Chad. The IRC left Niger.",
        ["Inland Relief Council|organisation", "Chad|country", "Niger|country"],
    ),
    ("Mr. King blamed Chad.", ["King|person", "Chad|country"]),
    (
        "Maria Soler sued the Almagro Shipping Company in Peru.",
        ["Maria Soler|person", "Almagro Shipping Company|organisation", "Peru|country"],
    ),
    ("Senator Almagro boarded a ship and blamed Peru.", ["Almagro|person", "Peru|country"]),
]

PLACES = [
    ("Chad shelled the Zelmanov refugee camp.", ["Chad|country", "Zelmanov|place"]),
    ("Niger wants a road along the Volga and the Danube.", ["Niger|country", "Volga|place", "Danube|place"]),
    ("Envoys of Togo and Kofi Mensah condemned Benin.", ["Togo|country", "Kofi Mensah|person", "Benin|country"]),
]
PERSONS = [
    (
        "Christian Almeida and Conn Berghaus condemned Chad.",
        ["Christian Almeida|person", "Conn Berghaus|person", "Chad|country"],
    ),
    ("Deputy Minister Song Min-ho condemned Chad.", ["Song Min-ho|person", "Chad|country"]),
    (
        "Hartford, Conn. sued Chad over a Christian school.",
        ["Hartford|place", "Connecticut|territory", "Chad|country", "Christians|people"],
    ),
    ("North and South Korea condemned Chad.", ["North Korea|country", "South Korea|country", "Chad|country"]),
    ("A canal parts North and South America.", ["South America|place"]),
    (
        "Kazakhstan's Nursultan Nazarbayev condemned Chad.",
        ["Kazakhstan|country", "Nursultan Nazarbayev|person", "Chad|country"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS + THINGS + PLACES + PERSONS)
def test_entities(text: str, expected: list[str]) -> None:
    assert entities(text) == expected
