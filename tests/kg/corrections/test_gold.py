"""A reader's marks → gold: right is owed, wrong is not there, the rest counts neither way."""

from dataclasses import replace
from typing import Any

from graph.kg.corrections import gold_of, parse_corrections
from graph.records import Entity, Reading, Source, Statement


def statement(source: str, target: str, start: int, document: str = "d1") -> Statement:
    return Statement(
        source, source, start, start + 1, "opposed", target, target, start + 9, start + 10, "sued",
        start + 3, start + 7, f"{source} sued {target}.", start, start + 12, False, False, "actual", None, None,
        document, "r", 0.8,
    )  # fmt: skip


def reading(id: str, *statements: Statement) -> Reading:
    names = dict.fromkeys(name for s in statements for name in (s.source, s.target))
    return Reading(Source(id, "2025-01-01"), tuple(Entity(name, "person") for name in names), statements)


READINGS = [
    reading("d1", statement("A", "B", 0), statement("B", "C", 20), statement("C", "A", 40)),
    reading("d2", statement("A", "B", 0, "d2")),
]
TEXTS = {"d1": "text one", "d2": "text two"}
DROP = {"document": "d1", "source": "B", "relation": "opposed", "target": "C"}
RIGHT = {"document": "d1", "source": "A", "relation": "opposed", "target": "B", "cue_start": 3}


def gold(values: dict[str, Any], **how: bool) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    rows = gold_of(READINGS, parse_corrections(values), TEXTS, **how)
    return [(r["id"], [(s["source"], s["target"], s["optional"]) for s in r["statements"]]) for r in rows]


def test_marks_become_gold() -> None:
    assert gold({"drop": [DROP], "right": [RIGHT]}) == [("d1", [("A", "B", False), ("C", "A", True)])]


def test_of_reviewed_documents_the_rest_is_right() -> None:
    assert gold({"drop": [DROP]}, reviewed=True) == [("d1", [("A", "B", False), ("C", "A", False)])]


def test_what_has_a_corrected_name_is_owed_with_it() -> None:
    merge = {"merge": [{"names": ["C"], "into": "Cesk"}]}
    assert gold(merge) == [("d1", [("A", "B", True), ("B", "Cesk", False), ("Cesk", "A", False)])]


def test_documents_without_marks_or_texts_make_no_gold() -> None:
    assert gold({}) == []
    rows = list(gold_of(READINGS, parse_corrections({"right": [replace_document("d2")]}), {"d1": "text one"}))
    assert rows == []


def replace_document(document: str) -> dict[str, Any]:
    return {**RIGHT, "document": document}


def test_a_line_of_gold_has_the_text_and_the_words() -> None:
    (row,) = gold_of(READINGS, parse_corrections({"right": [RIGHT]}), TEXTS)
    assert (row["id"], row["date"], row["text"]) == ("d1", "2025-01-01", "text one")
    assert row["statements"][0] == {
        "source": "A", "source_text": "A", "relation": "opposed", "target": "B", "target_text": "B", "cue": "sued",
        "symmetric": False, "negated": False, "modality": "actual", "attributed_to": None, "optional": False,
    }  # fmt: skip


def test_two_files_of_marks_are_joined() -> None:
    one, other = parse_corrections({"right": [RIGHT]}), parse_corrections({"drop": [DROP]})
    assert (one + other).rights == one.rights
    assert str(one.rights[0]).startswith('right document "d1"')
    assert replace(one.rights[0], note="x").note == "x"
