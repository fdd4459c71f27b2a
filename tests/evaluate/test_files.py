"""Files of gold and of claims: what they may hold, and advice on bad ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import UsageError
from graph.evaluate import Claim, Claims, GoldText, Owed, read_claims, read_gold


def lines(path: Path, *rows: object) -> Path:
    """Write a file of JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_gold_file_is_read(tmp_path: Path) -> None:
    statement = {
        "source": ["Peru", "Lima"],
        "source_text": "Lima",
        "relation": "opposed",
        "target": "Chile",
        "negated": True,
        "modality": "planned",
        "optional": True,
        "attributed_to": "Oman",
        "cue": "condemn",
    }
    path = lines(tmp_path / "g.jsonl", {"id": "a", "text": "Lima …", "statements": [statement]})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes() + b"\r\n")
    assert read_gold(path) == [
        GoldText(
            "a",
            "Lima …",
            (
                Owed(
                    source=("Peru", "Lima"),
                    source_text=("Lima",),
                    relation="opposed",
                    target=("Chile",),
                    target_text=(),
                    negated=True,
                    modality="planned",
                    optional=True,
                    attributed_to=("Oman",),
                    cue="condemn",
                ),
            ),
        )
    ]


def test_a_number_is_an_id_as_it_is_for_texts(tmp_path: Path) -> None:
    assert read_gold(lines(tmp_path / "g.jsonl", {"id": 7, "statements": []})) == [GoldText("7", None, ())]


def test_claims_of_another_program_are_read(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "p.jsonl",
        {"id": "a", "statements": [{"source": "Peru", "relation": "allied", "target": "Oman", "attributed_to": None}]},
    )
    assert read_claims(path) == [
        Claims("a", (Claim(source="Peru", source_text="", relation="allied", target="Oman", target_text=""),))
    ]


GOOD = {"source": "Peru", "relation": "allied", "target": "Oman"}


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("{", "bad.jsonl:2: is not JSON"),
        ("[]", "bad.jsonl:2: is not an object with a list of statements"),
        ('{"id": "b"}', "bad.jsonl:2: is not an object with a list of statements"),
        ('{"id": [7], "statements": []}', 'bad.jsonl:2: has no "id"; write'),
        ('{"id": "a", "statements": []}', "bad.jsonl:2: has the id 'a' of line 1"),
        ('{"id": "b", "text": 1, "statements": []}', 'bad.jsonl:2: "text" is not a string'),
        ('{"id": "b", "statements": ["x"]}', "bad.jsonl:2: statement 1 is not an object"),
        ({"source": ""}, 'bad.jsonl:2: statement 2 has no "source"'),
        ({"target": None}, 'bad.jsonl:2: statement 2 has no "target"'),
        ({"target_text": 3}, 'bad.jsonl:2: statement 2: "target_text" is 3'),
        ({"relation": "friend"}, "bad.jsonl:2: statement 2: \"relation\" is 'friend'; it is one of allied, opposed"),
        ({"modality": "maybe"}, "bad.jsonl:2: statement 2: \"modality\" is 'maybe'; it is one of actual, planned"),
        ({"negated": "no"}, "bad.jsonl:2: statement 2: \"negated\" is 'no'; write true or false"),
    ],
)
def test_bad_gold_is_told_with_its_line(tmp_path: Path, line: str | dict[str, Any], advice: str) -> None:
    if isinstance(line, dict):
        line = json.dumps({"id": "b", "statements": [GOOD, GOOD | line]})
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "statements": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as told:
        read_gold(path)
    assert advice in str(told.value)


@pytest.mark.parametrize(
    ("more", "advice"),
    [
        ({"source": ["Peru"]}, "\"source\" is ['Peru']; give a string"),
        ({"relation": None}, '"relation" is None; it is one of'),
        ({"confidence": "high"}, "\"confidence\" is 'high'; give a number"),
    ],
)
def test_bad_claims_are_told_with_their_line(tmp_path: Path, more: dict[str, Any], advice: str) -> None:
    path = lines(tmp_path / "bad.jsonl", {"id": "a", "statements": [GOOD | more]})
    with pytest.raises(UsageError) as told:
        read_claims(path)
    assert f"bad.jsonl:1: statement 1: {advice}" in str(told.value)


def test_a_gold_file_that_is_empty_or_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(UsageError, match=r"empty\.jsonl: is empty; write one line for each text"):
        read_gold(tmp_path / "empty.jsonl")
    with pytest.raises(UsageError, match=r"none\.jsonl: cannot be read: No such file"):
        read_gold(tmp_path / "none.jsonl")
