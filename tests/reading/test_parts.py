"""A text longer than the model reads at once: its parts, and one reading of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading import parts
from graph.reading.batches import read_many
from graph.records import Document, Reading


@given(text=st.text(alphabet="ab. \n", min_size=1), most=st.integers(1, 9))
def test_the_parts_are_the_text(text: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "MAX_CHARACTERS", most)
        found = parts.parts_of(Document("a", text))
    assert "".join(part.text for _, part in found) == text
    assert [offset for offset, _ in found] == [sum(len(p.text) for _, p in found[:n]) for n in range(len(found))]
    assert all(1 <= len(part.text) <= most for _, part in found)


def test_a_long_text_is_read_in_parts_with_the_offsets_of_the_whole(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway condemned Chile.\n\n" + "It rained all day.\n\n" * 5 + "Egypt condemned Norway."
    monkeypatch.setattr(parts, "MAX_CHARACTERS", 70)
    [found] = read_many([Document("a", text, "2024-03-03")], nlp)
    assert isinstance(found, Reading)
    assert [(s.source, s.target) for s in found.statements] == [("Norway", "Chile"), ("Egypt", "Norway")]
    for s in found.statements:
        assert text[s.source_start : s.source_end] == s.source_text
        assert text[s.cue_start : s.cue_end] == s.cue
        assert text[s.start : s.end] == s.sentence
    assert {entity.name: entity.mentions for entity in found.entities}["Norway"] == 2
