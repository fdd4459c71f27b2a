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


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_entities(text: str, expected: list[str]) -> None:
    assert entities(text) == expected
