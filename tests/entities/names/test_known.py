"""Well-known people by their full names, where the table leaves one and the text says so."""

import pytest
from spacy.lang.en import English

from graph.entities.names import canonical_entities, marked_names, well_known
from graph.entities.world import people, world
from graph.syntax.tree import Doc

KINDS = {"?": "organisation"}


def found(marked: str, date: str | None) -> list[str]:
    """Return the canonical names of the persons marked [so], or [so|?] where the model took them for something else."""
    parts = marked.replace("]", "[").split("[")
    plain, marks = "", []
    for place, part in enumerate(parts):
        words, _, kind = part.partition("|")
        if place % 2:
            known = world().senses(words)
            marks.append((len(plain), len(plain) + len(words), None if known else KINDS.get(kind, "person")))
        plain += words
    doc = Doc([English()(plain)])
    names = marked_names(doc, world(), marks)
    entities = well_known(names, canonical_entities(names), doc, date, world(), people())
    return [e.name for e in entities if e.kind not in ("country", "place")]


@pytest.mark.parametrize(
    ("text", "date", "persons"),
    [
        ("President [Chirac] spoke.", "2004-05-05", ["Jacques Chirac"]),
        ("Mr. [Chirac] left [France].", "2004-05-05", ["Jacques Chirac"]),
        ("Mr. [Chirac] left [Peru].", "2004-05-05", ["Chirac"]),
        ("[Kekkonen] left [France].", "2004-05-05", ["Kekkonen"]),
        ("Prime Minister [Brown] left [Britain].", "2008-05-05", ["Gordon Brown"]),
        ("Mr. [Brown] left [Britain].", "2008-05-05", ["Brown"]),
        ("Senator [Chirac] left [France].", "2004-05-05", ["Chirac"]),
        ("President [Assad] left [Syria].", "1995-05-05", ["Hafez al-Assad"]),
        ("President [Assad] left [Syria].", "2015-05-05", ["Bashar al-Assad"]),
        ("President [Assad] left [Syria].", None, ["Assad"]),
        ("President [Castro] left [Cuba].", "2009-05-05", ["Raul Castro"]),
        ("The [Merkel|?] government of [Germany] spoke.", "2009-05-05", ["Angela Merkel"]),
        ("The [Merkel|?] of [Germany] spoke.", "2009-05-05", ["Merkel"]),
        ("[Paula Chirac] met [Chirac] in [France].", "2004-05-05", ["Paula Chirac", "Paula Chirac"]),
        ("[Jaques Chirac] left [France].", "2004-05-05", ["Jacques Chirac"]),
        ("[Jaques Chirac] left [Peru].", "2004-05-05", ["Jaques Chirac"]),
        ("[Angelo Merkel] left [Germany].", "2009-05-05", ["Angelo Merkel"]),
        ("[Seyed Ebrahim Raisi] met [Raisi].", "2022-05-05", ["Ebrahim Raisi", "Ebrahim Raisi"]),
    ],
)
def test_well_known_people(text: str, date: str | None, persons: list[str]) -> None:
    assert found(text, date) == persons
