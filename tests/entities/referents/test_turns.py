"""Whose turn it is in an interview, a transcript or a speech."""

import pytest
from spacy.lang.en import English

from graph.entities.names import Name
from graph.entities.referents.turns import turns
from graph.records import Entity
from graph.syntax.tree import Doc

PAZ = ("Juan", "Paz")
SILVA = ("Marta", "Silva")


def speakers(*paragraphs: str) -> list[str | None]:
    """Return who speaks in each turn of a text of these paragraphs."""
    doc = Doc([English()(p) for p in paragraphs])
    names = [
        Name(i, i + 2, Entity(" ".join(full), "person"), "name")
        for i in range(len(doc) - 1)
        for full in (PAZ, SILVA)
        if (doc[i].text, doc[i + 1].text) == full
    ]
    found = turns(doc, names, {name: name.entity for name in names})
    return [turn.speaker.entity.name if turn.speaker else None for turn in found]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Juan Paz: Good day.", "Marta Silva: Good day."), ["Juan Paz", "Marta Silva"]),
        (
            ("They met.", "President of Peru Juan Paz (in Spanish): Good day.", "Marta Silva: Yes."),
            ["Juan Paz", "Marta Silva"],
        ),
        (("Juan Paz: the river is low", "The river is low.", "It is."), []),
        (("They met.", "Juan Paz: Good day.", "It rains.", "It pours.", "Thank you."), ["Juan Paz"]),
        (("They met.", "Juan Paz: Good day.", "It rains."), []),
        (("Juan Paz, a cook, sat down with us.", "Q: How are you?", "A: Well."), [None, "Juan Paz"]),
        (
            ("They met. * * * President of Peru Juan Paz: Good day. Marta Silva: Yes. Juan Paz: No.",),
            ["Juan Paz", "Marta Silva", "Juan Paz"],
        ),
        (("They met * President of Peru Juan Paz, a cook, had tea.",), []),
        (("Juan Paz came. Following is the full text of his speech. The river is low.",), ["Juan Paz"]),
        (("Juan Paz came. They had the full text of his speech. The river is low.",), []),
        (("Marta Silva said no to Juan Paz.", "The text of the article: The river is low."), ["Marta Silva"]),
        (("Marta Silva saw Juan Paz.", "The text of the poem: The river is low."), []),
        (("She believes Juan Paz's boat is old, Marta Silva tells us.", "Q: Why?", "A: Well."), [None, "Marta Silva"]),
        (("Juan Paz ran. Marta Silva slept.", "Q: How are you?", "A: Well."), [None, None]),
        (("Juan Paz, a cook, tells us all. The text of the interview: Q: Why? A: Well.",), [None, "Juan Paz"]),
        (("Juan Paz, a cook, tells us all. The text of the interview: Why? Well.",), []),
    ],
)  # fmt: skip
def test_turns(paragraphs: tuple[str, ...], expected: list[str | None]) -> None:
    assert speakers(*paragraphs) == expected
