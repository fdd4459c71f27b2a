"""Many documents in batches: a fault costs one of them, and names are counted where nothing is parsed."""

from typing import Any

import pytest

from graph.errors import REPORT, UnforeseenError
from graph.reading import document
from graph.reading.batches import read_many
from graph.records import Document, Reading


def test_a_document_at_fault_does_not_take_the_others_along(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = document._read

    def failing(text: Document, *rest: Any, **given: Any) -> Reading:
        if text.id == "bad":
            raise RuntimeError("boom")
        return whole(text, *rest, **given)

    monkeypatch.setattr(document, "_read", failing)
    good = Document("good", "Iran attacked Iraq.")
    found = list(read_many([good, Document("bad", "Iran attacked Iraq."), good], nlp))
    assert [type(each) for each in found] == [Reading, UnforeseenError, Reading]
    assert str(found[1]) == f"bad: cannot be read (RuntimeError: boom); {REPORT}"


def test_names_are_counted_where_nothing_is_parsed(nlp: Any) -> None:
    text = "Japan is an island. The sun rose in Japan.\n\nKenya attacked Peru."
    (found,) = read_many([Document("d", text)], nlp)
    assert isinstance(found, Reading)
    assert [(e.name, e.mentions) for e in found.entities] == [("Japan", 2), ("Kenya", 1), ("Peru", 1)]


@pytest.mark.parametrize("part", [20, document.PART])
def test_how_many_are_read_side_by_side_changes_nothing(nlp: Any, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    monkeypatch.setattr(document, "PART", part)  # words that are parsed while others are read
    said = (
        "Malta slammed the door on Libya.",
        "Kenya poured scorn on Sudan's offer.",
        "Chad backed Mali, which thanked it.",
    )
    documents = [Document(f"d{n}", " ".join(said[n % 3 :] * (1 + n % 4))) for n in range(12)]
    found = [list(read_many(documents, nlp, side_by_side=number)) for number in (1, 4)]
    assert found[0] == found[1]
    assert [one.source.id for one in found[1] if isinstance(one, Reading)] == [one.id for one in documents]
