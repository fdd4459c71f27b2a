"""Who holds which office: what stands around a person's name."""

import pytest
from spacy.lang.en import English

from graph.entities.names import canonical_entities, marked_names
from graph.entities.referents.offices import offices
from graph.entities.world import world
from graph.syntax.tree import Doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French President [Lars Holm] spoke.", [("president", "France")]),
        ("France's president, [Lars Holm], spoke.", [("president", "France")]),
        ("[Lars Holm], the foreign minister of France, spoke.", [("foreign minister", "France")]),
        ("Iran's defense minister, General [Lars Holm], spoke.", [("defense general minister", "Iran")]),
        ("France's [Lars Holm] spoke.", [("leader", "France")]),
        ("The ambassador to France, [Lars Holm], spoke.", [("ambassador", "")]),
        ("In France [Lars Holm] spoke.", []),
        ("[Lars Holm], 54, spoke of France.", []),
        ("France fears [Lars Holm].", []),
    ],
)
def test_offices(text: str, expected: list[tuple[str, str]]) -> None:
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    doc = Doc([English()(plain)])
    marks: list[tuple[int, int, str | None]] = [(start, start + len("Lars Holm"), "person")]
    marks += [(plain.index(c), plain.index(c) + len(c), None) for c in ("French", "France", "Iran") if c in plain]
    names = sorted(marked_names(doc, world(), marks), key=lambda n: n.start)
    entities = dict(zip(names, canonical_entities(names), strict=True))
    found = offices(doc, names, entities)
    assert [(" ".join(sorted(o.words)), ", ".join(e.name for e in o.of)) for o in found] == expected
