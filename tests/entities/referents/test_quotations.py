"""What stands in quotation marks."""

import pytest
from spacy.lang.en import English

from graph.entities.referents.quotations import quotations
from graph.syntax.tree import Doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” he said. “They lost.”", ["We won,", "They lost."]),
        ('"We won," he said.', ["We won,"]),
        ("He said nothing.", []),
        ("“We won, he said.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    doc = Doc([English()(text)])
    assert [doc[q.start : q.end].text for q in quotations(doc)] == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("“We won.", "”They lost.”"), ["We won.", "They lost."]),
        (("“We won.", "They lost.”"), ["We won.They lost."]),
        (("They lost.", "” It rains."), []),
    ],
)
def test_mark_that_begins_a_paragraph(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    doc = Doc([English()(p) for p in paragraphs])
    assert [doc[q.start : q.end].text for q in quotations(doc)] == expected
