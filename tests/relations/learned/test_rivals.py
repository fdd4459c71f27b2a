"""Pairs of one cue → how each stands beside the others. Hand-made claims, no net."""

import numpy as np

from graph.relations.learned.rivals import MOST, NOTHING, Claim, Said, rivals_of

CHAD, MALI = 0, 4  # numbers of the words
ATTACK, PRAISE = 6, 12


def claims(cues: tuple[int, int, int]) -> list[Claim]:
    """Give Chad > Niger, Mali > Niger, and Togo > Niger, with the cue of each; Chad and Togo stand in one list."""
    ends, firsts = (("Chad", "Niger"), ("Mali", "Niger"), ("Togo", "Niger")), (CHAD, MALI, CHAD)
    return [Claim(two, (first, 10), cue) for two, first, cue in zip(ends, firsts, cues, strict=True)]


SCORE = np.array([[2.0], [1.0], [-5.0]])


def test_sources_of_one_cue_are_rivals_but_for_those_of_one_list() -> None:
    told = rivals_of(claims((ATTACK, ATTACK, ATTACK)), SCORE, [])
    assert told["rival source"].ravel().tolist() == [1.0, 2.0, 1.0]
    assert told["fellow source"].ravel().tolist() == [NOTHING, NOTHING, 2.0]  # what the net hardly says is as nothing
    assert told["behind source"].ravel().tolist() == [0.0, 1.0, 1.0]
    assert told["before source"].ravel().tolist() == [1.0, -1.0, -MOST]
    assert told["same cue"].ravel().tolist() == [1.0, 1.0, 2.0]
    assert set(told["rival target"].ravel()) == {NOTHING}


def test_another_cue_is_no_rival() -> None:
    told = rivals_of(claims((ATTACK, PRAISE, PRAISE)), SCORE, [])
    assert told["rival source"].ravel().tolist() == [NOTHING, NOTHING, 1.0]


def test_the_rules_state_something_else_by_the_same_cue() -> None:
    said = [Said(("Chad", "Niger"), 0, frozenset({ATTACK}))]
    told = rivals_of(claims((ATTACK, ATTACK, PRAISE)), SCORE, said)
    assert told["rules elsewhere"].ravel().tolist() == [0.0, 1.0, 1.0]
    assert told["cue of rules"].ravel().tolist() == [0.0, 1.0, 0.0]
    assert told["cue of rules target"].ravel().tolist() == [0.0, 1.0, 0.0]
    assert told["cue of rules source"].sum() == told["cue of rules neither"].sum() == 0
    both = {"cue of rules neither": 1.0, "cue of rules target": 0.0}
    other = rivals_of(claims((ATTACK,) * 3)[:1], SCORE[:1], [Said(("Oman", "Iran"), 0, frozenset({ATTACK}))])
    assert {name: float(other[name][0, 0]) for name in both} == both
