"""Gold and predicted statements, written by hand → scores, parts, families, and advice on bad files."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import UsageError
from graph.evaluate import Claim, Claims, Evaluation, GoldText, Owed, Score, Share, evaluate, read_claims, read_gold
from graph.evaluate.names import folded
from graph.records import Reading


def owed(line: str, **more: Any) -> Owed:
    """Write "Peru opposed Chile" as an owed statement."""
    source, relation, target = line.split()
    names = {"source": (source,), "source_text": (source,), "target": (target,), "target_text": (target,)}
    values: dict[str, Any] = {"relation": relation, **names, **more}
    return Owed(**values)


def said(line: str, **more: Any) -> Claim:
    """Write "Peru opposed Chile" as a predicted statement."""
    source, relation, target = line.split()
    names = {"source": source, "source_text": source, "target": target, "target_text": target}
    values: dict[str, Any] = {"relation": relation, "rule": f"{relation}.test.verb a -> b", **names, **more}
    return Claim(**values)


def compare(gold: list[Owed], predicted: list[Claim]) -> Evaluation:
    """Evaluate one text."""
    return evaluate([GoldText("1", None, tuple(gold))], [Claims("1", tuple(predicted))])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The United States", "united states"),
        ("U.S.", "united states"),
        ("Chile's", "chile"),
        ("the Chileans'", "chileans"),
        ("Côte d'Ivoire", "ivory coast"),
        ("  al-Qaida ", "al qaeda"),
        ("", ""),
    ],
)
def test_names_are_folded(text: str, form: str) -> None:
    assert folded(text) == form


def test_the_score_counts_found_false_and_missed() -> None:
    result = compare(
        [owed("Peru opposed Chile"), owed("Peru allied Kenya"), owed("Oman visited Laos")],
        [said("Peru opposed Chile"), said("Peru allied Japan"), said("Cuba opposed Spain")],
    )
    assert result.total == Score(found=1, false=2, missed=2)
    assert [result.relation(r) for r in ("allied", "opposed", "visited")] == [
        Score(0, 1, 1),
        Score(1, 1, 0),
        Score(0, 0, 1),
    ]
    assert (result.total.precision, result.total.recall, result.total.f1) == (1 / 3, 1 / 3, 1 / 3)


def test_nothing_said_and_nothing_owed_scores_nothing() -> None:
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("gold", "prediction", "matched"),
    [
        (owed("Peru opposed Chile"), said("Chile opposed Peru"), False),
        (owed("Peru opposed Chile", symmetric=True), said("Chile opposed Peru"), True),
        (owed("Peru opposed Chile"), said("Peru opposed Chile", negated=True), False),
        (owed("Peru opposed Chile"), said("Peru opposed Chile", modality="possible"), True),
        (owed("US opposed Chile"), said("America opposed Chile"), True),
        (owed("Ana opposed Chile", source=("Ana Solis",)), said("Solis opposed Chile", source_text="Ana"), True),
        (
            owed("Peru opposed Chile", source=("Peru", "Lima")),
            said("Lima opposed Chile", source_text="the capital"),
            True,
        ),
        # the words hold those of the gold and three more at most
        (owed("Peru opposed Chile"), said("x opposed Chile", source_text="troops of Peru and others"), False),
        (owed("Peru opposed Chile"), said("x opposed Chile", source_text="many troops of Peru"), True),
        (owed("Peru opposed Chile"), said("x opposed Chile", source_text=""), False),
    ],
)
def test_an_owed_statement_is_found_by(gold: Owed, prediction: Claim, matched: bool) -> None:
    assert compare([gold], [prediction]).total == (Score(1, 0, 0) if matched else Score(0, 1, 1))


def test_optional_statements_count_neither_way() -> None:
    optional = owed("Peru opposed Chile", optional=True)
    assert compare([optional], []).total == Score(0, 0, 0)
    assert compare([optional], [said("Peru opposed Chile")]).total == Score(0, 0, 0)


def test_a_required_statement_is_found_before_an_optional_one() -> None:
    two = [owed("Peru opposed Chile", optional=True), owed("Peru opposed Chile")]
    assert compare(two, [said("Peru opposed Chile")]).total == Score(1, 0, 0)


def test_saying_it_again_is_neither_right_nor_false() -> None:
    again = [said("Peru opposed Chile"), said("Peru opposed Chile"), said("Lima opposed Chile", source_text="Peru")]
    assert compare([owed("Peru opposed Chile")], again).total == Score(1, 0, 0)


def test_texts_that_were_not_read_are_missed_and_told() -> None:
    gold = [GoldText("1", None, (owed("Peru opposed Chile"),)), GoldText("2", None, ())]
    result = evaluate(gold, [Claims("2", ()), Claims("3", (said("Cuba opposed Oman"),))])
    assert (result.total, result.absent, result.unknown) == (Score(0, 0, 1), ("1",), ("3",))


def test_each_part_is_judged_by_what_is_wrong_in_it_alone() -> None:
    result = compare(
        [
            owed("Peru opposed Chile"),
            owed("Peru allied Kenya"),
            owed("Oman visited Laos"),
            owed("Cuba allied Ghana"),
            owed("Fiji opposed Nepal", symmetric=True),
            owed("Spain opposed Egypt"),
        ],
        [
            said("Chile opposed Peru"),
            said("Peru allied Japan"),
            said("Oman visited Laos", negated=True),
            said("Cuba opposed Ghana"),
            said("Nepal opposed Fiji"),
            said("Spain opposed Egypt"),
            said("Angola opposed Poland"),
        ],
    )
    assert {p: result.part(p) for p in ("entity", "direction", "relation", "polarity", "symmetric")} == {
        "entity": Share(2, 3),
        "direction": Share(1, 2),  # of those that have one
        "relation": Share(2, 3),
        "polarity": Share(2, 3),
        "symmetric": Share(1, 2),
    }
    assert [w.fault for w in result.false] == ["direction", "entity", "polarity", "relation", None]
    assert [m.fault for m in result.missed] == ["direction", "entity", "polarity", "relation"]
    assert (result.without_polarity, result.denials) == (Score(3, 4, 3), Score(0, 1, 0))


def test_a_false_statement_is_near_to_one_missed_statement_at_most() -> None:
    result = compare([owed("Peru opposed Chile"), owed("Peru opposed Kenya")], [said("Peru opposed Oman")])
    assert [m.fault for m in result.missed] == ["entity", None]


def test_modality_and_attribution_are_judged_on_what_is_found() -> None:
    gold = [
        owed("Peru opposed Chile", modality="planned", attributed_to=("United States",)),
        owed("Peru allied Kenya"),
        owed("Peru allied Oman"),
    ]
    predicted = [
        said("Peru opposed Chile", modality="planned", attributed_to="America"),
        said("Peru allied Kenya", modality="possible", attributed_to="Ghana"),
        said("Peru allied Oman"),
    ]
    result = compare(gold, predicted)
    assert (result.part("modality"), result.part("attribution")) == (Share(2, 3), Share(2, 3))


def test_attribution_is_not_measured_where_the_gold_names_no_speaker() -> None:
    result = compare([owed("Peru opposed Chile")], [said("Peru opposed Chile")])
    assert (result.part("attribution"), result.part("attribution").share) == (Share(0, 0), None)


def test_families_gather_the_rules_that_differ_in_their_frame_alone() -> None:
    result = compare(
        [owed("Peru opposed Chile"), owed("Peru opposed Kenya")],
        [
            said("Peru opposed Chile", rule="opposed.attack.verb subject -> object"),
            said("Peru opposed Oman", rule="opposed.attack.verb subject -> on"),
            said("Peru opposed Kenya", rule="opposed.war.noun between <-> between"),
        ],
    )
    assert result.families() == {"opposed.attack.verb": Score(1, 1, 0), "opposed.war.noun": Score(1, 0, 0)}
    assert list(result.rules()) == [
        "opposed.attack.verb subject -> object",
        "opposed.attack.verb subject -> on",
        "opposed.war.noun between <-> between",
    ]


def test_the_json_form_holds_scores_parts_and_families() -> None:
    result = compare([owed("Peru opposed Chile")], [said("Peru opposed Chile"), said("Peru allied Oman")])
    one = {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "found": 1, "false": 1, "missed": 0}
    none = {"precision": 0.0, "recall": 0.0, "f1": 0.0, "found": 0, "false": 0, "missed": 0}
    right = {"right": 1, "of": 1, "share": 1.0}
    assert json.loads(json.dumps(result.to_dict())) == {
        "texts": 1,
        "absent": [],
        "unknown": [],
        "all": one,
        "allied": none | {"false": 1},
        "opposed": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 1, "false": 0, "missed": 0},
        "visited": none,
        "denials": none,
        "without_polarity": one,
        "parts": {
            **dict.fromkeys(("entity", "direction", "relation", "polarity", "names", "symmetric", "modality"), right),
            "attribution": {"right": 0, "of": 0, "share": None},
        },
        "sources": {},
        "families": {
            "allied.test.verb": {"right": 0, "false": 1, "precision": 0.0},
            "opposed.test.verb": {"right": 1, "false": 0, "precision": 1.0},
        },
    }


def test_sources_are_what_stands_before_the_hyphen_of_an_id() -> None:
    gold = [GoldText(i, "", (owed("Peru opposed Chile"),)) for i in ("wire-1", "wire-2", "paper-1", "alone")]
    told = [Claims("wire-1", (said("Peru opposed Chile"),)), Claims("paper-1", (said("Chile opposed Peru"),))]
    assert evaluate(gold, told).sources() == {"paper": Score(0, 1, 1), "wire": Score(1, 0, 1)}


def test_names_are_right_where_both_canonical_names_are() -> None:
    wanted = Owed(("Peru",), ("Lima",), "opposed", ("Chile",), ("Chileans",), symmetric=True)
    for names, right in ((("Peru", "Chile"), 1), (("Chile", "Peru"), 1), (("Lima", "Chile"), 0)):
        claim = Claim(names[0], "Lima", "opposed", names[1], "Chileans")
        result = evaluate([GoldText("1", "", (wanted,))], [Claims("1", (claim,))])
        assert (result.part("names").right, result.part("names").of) == (right, len(result.found))


def test_a_reading_can_be_judged_as_it_is() -> None:
    reading = Reading.from_dict({"id": "1", "statements": []})
    assert evaluate([GoldText("1", "", (owed("Peru opposed Chile"),))], [reading]).total == Score(0, 0, 1)


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
        ("[]", "bad.jsonl:2: is no object with a list of statements"),
        ('{"id": "b"}', "bad.jsonl:2: is no object with a list of statements"),
        ('{"id": [7], "statements": []}', 'bad.jsonl:2: has no "id"; write'),
        ('{"id": "a", "statements": []}', "bad.jsonl:2: has the id 'a' of line 1"),
        ('{"id": "b", "text": 1, "statements": []}', 'bad.jsonl:2: "text" is not a string'),
        ('{"id": "b", "statements": ["x"]}', "bad.jsonl:2: statement 1 is no object"),
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
