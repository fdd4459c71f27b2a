"""The same texts read with and without some of the means."""

import json
from typing import Any

import pytest

from graph.entities.coreference import nothing
from graph.evaluate.variants import ParsedGold, parse_gold, unqualified, without
from graph.project import Project
from graph.records import Statement

RULES = Project(reader="rules")  # the learned reader would make up for some of what is left out


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> ParsedGold:
    """Give three texts, parsed."""
    texts = (
        "Norway did not condemn Chile.",
        "Japan invaded Kenya, and its army bombed Ghana.",
        "Peru is an ally of Oman.",
    )
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    rows = (json.dumps({"id": str(i), "text": text, "statements": []}) for i, text in enumerate(texts))
    path.write_text("\n".join(rows), encoding="utf-8")
    return parse_gold(path)


def told(readings: Any) -> list[tuple[str, str, str]]:
    """List who does what to whom."""
    statements: list[Statement] = [s for reading in readings for s in reading.statements]
    return [(s.source, s.key, s.target) for s in statements]


def test_texts_are_read_with_and_without_some_of_the_means(parsed: ParsedGold) -> None:
    condemned = ("Norway", "not opposed", "Chile")
    whole = [condemned, ("Japan", "opposed", "Kenya"), ("Japan", "opposed", "Ghana"), ("Peru", "allied", "Oman")]
    assert told(parsed.read(project=RULES)) == whole
    assert told(parsed.read(nothing, project=RULES)) == [
        condemned,
        ("Japan", "opposed", "Kenya"),
        ("Peru", "allied", "Oman"),
    ]
    assert told(unqualified(parsed.read(project=RULES))) == [("Norway", "opposed", "Chile"), *whole[1:]]
    assert told(parsed.read(words=without(("noun",)), project=RULES)) == whole[:-1]
    assert told(parsed.read(words=without(("verb", "phrase")), project=RULES)) == whole[-1:]
    assert told(parsed.read(project=RULES)) == whole
