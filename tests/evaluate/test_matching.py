"""Which predicted statement is which owed one, and what is wrong in one that is near."""

import pytest

from graph.evaluate import Claim, Owed, Score
from tests.evaluate.claims import compare, owed, said


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


def test_a_false_statement_is_near_to_one_missed_statement_at_most() -> None:
    result = compare([owed("Peru opposed Chile"), owed("Peru opposed Kenya")], [said("Peru opposed Oman")])
    assert [m.fault for m in result.missed] == ["entity", None]
