"""Gold and predicted statements, written by hand → scores, parts, families."""

import json

from graph.evaluate import Claim, Claims, GoldText, Owed, Score, Share, evaluate
from graph.records import Reading
from tests.evaluate.claims import compare, owed, said


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
    assert (result.part("speaker"), result.part("no speaker")) == (Share(1, 1), Share(1, 2))


def test_attribution_is_not_measured_where_the_gold_names_no_speaker() -> None:
    result = compare([owed("Peru opposed Chile")], [said("Peru opposed Chile")])
    assert (result.part("attribution"), result.part("attribution").share) == (Share(0, 0), None)
    assert (result.part("speaker"), result.part("no speaker")) == (Share(0, 0), Share(0, 0))


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
    unmeasured = {"right": 0, "of": 0, "share": None}
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
            **dict.fromkeys(("attribution", "speaker", "no speaker"), unmeasured),
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
