"""Texts as they are published: read as if typed plainly, told with the words and offsets of the published text."""

from typing import Any

import pytest

from graph.reading.batches import read_many
from graph.reading.explaining import explain_text
from graph.records import Document, Reading

CASES = [
    ("Brazilian oﬃcials ﬂew to Accra.", "Brazil", "visited", "Accra"),
    ("Chad\u200b con\u00addemned\u2009Niger\u2060.", "Chad", "opposed", "Niger"),
    ("Portugal didn’t back Brazil.", "Portugal", "not allied", "Brazil"),
    ("Portugal didn`t back Brazil.", "Portugal", "not allied", "Brazil"),
    ("The  United  Kingdom  condemned  South  Africa.", "United Kingdom", "opposed", "South Africa"),
    ("Ghana\u00a0has con-\ndemned Togo.", "Ghana", "opposed", "Togo"),
]


@pytest.mark.parametrize(("text", "source", "key", "target"), CASES)
def test_a_statement_has_the_words_of_the_published_text(
    nlp: Any, text: str, source: str, key: str, target: str
) -> None:
    [reading] = read_many([Document("a", text)], nlp)
    assert isinstance(reading, Reading)
    assert [(s.source, s.key, s.target) for s in reading.statements] == [(source, key, target)]
    [s] = reading.statements
    assert text[s.source_start : s.source_end] == s.source_text
    assert text[s.target_start : s.target_end] == s.target_text
    assert text[s.cue_start : s.cue_end] == s.cue
    assert text[s.start : s.end] == s.sentence
    assert all("\u200b" not in name and "  " not in name for entity in reading.entities for name in entity.names)


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_an_explanation_has_the_offsets_of_the_published_text(nlp: Any, text: str) -> None:
    found = explain_text(text, nlp)
    assert found.text == text
    assert found.mentions
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
    for s in found.statements:
        assert text[s.cue_start : s.cue_end] == s.cue
