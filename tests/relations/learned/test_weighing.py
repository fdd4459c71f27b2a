"""What the net and the rules say of a pair → a probability."""

from dataclasses import replace

import pytest

from graph.relations.confidence import Weights
from graph.relations.learned.weighing import Evidence, probability, weighing

PLAIN = Evidence(
    relation="opposed", score=0.0, turned=-7.0, other=-7.0, rules=None, refused=False, rules_turned=False,
    rules_other=False, source="name", target="name", on_cue=False, cue=False, entities=2, words=20,
)  # fmt: skip


def test_quantities_are_told_by_name() -> None:
    told = dict(replace(PLAIN, score=2.0, rules=0.5, on_cue=True).quantities())
    assert told["net"] == told["net opposed"] == told["net on cue"] == told["net and rules"] == 2.0
    assert (told["rules"], told["rules sure"], told["on cue"], told["lone"]) == (1.0, 0.0, 1.0, 1.0)
    assert told["source name"] == told["target name"] == told["relation opposed"] == 1.0


@pytest.mark.parametrize(("weight", "chance"), [(0.0, 0.5), (1.0, 0.953), (-1.0, 0.047)])
def test_weights_add_up_to_a_probability(weight: float, chance: float) -> None:
    assert probability(replace(PLAIN, score=3.0), Weights({"net": weight})) == chance


def test_shipped_weights_trust_the_net_and_the_rules() -> None:
    unsure = probability(PLAIN, weighing())
    assert unsure < probability(replace(PLAIN, score=4.0), weighing())
    assert unsure < probability(replace(PLAIN, rules=0.9), weighing())
    assert probability(replace(PLAIN, score=1.0, entities=9), weighing()) < probability(
        replace(PLAIN, score=1.0), weighing()
    )
