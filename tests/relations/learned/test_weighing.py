"""What the net and the rules say of a pair → a probability."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from graph.relations.confidence import Weights
from graph.relations.learned.evidence import Evidence
from graph.relations.learned.weighing import probabilities, together, weighing

NO, YES = np.array([[False]]), np.array([[True]])
PLAIN = Evidence(
    relations=["opposed"], score=np.array([[0.0]]), turned=np.array([[-7.0]]), other=np.array([[-7.0]]),
    rules=np.array([[np.nan]]), refused=NO, rules_turned=NO, rules_other=NO, sources=["name"], targets=["name"],
    on_cue=NO, cue=np.array([False]), entities=2, words=20,
)  # fmt: skip


def number(value: float) -> NDArray[np.float64]:
    """Give a number as the evidence of one pair and one relation."""
    return np.array([[value]])


def probability(evidence: Evidence, known: Weights) -> float:
    """Give the probability of the one pair and relation."""
    ((chance,),) = probabilities(evidence, known)
    return float(chance)


def test_quantities_are_told_by_name() -> None:
    told = dict(replace(PLAIN, score=number(2.0), rules=number(0.5), on_cue=YES).quantities())
    assert told["net"] == told["net opposed"] == told["net on cue"] == told["net and rules"] == 2.0
    assert (told["rules"], told["rules sure"], told["on cue"], told["lone"]) == (1.0, 0.0, 1.0, 1.0)
    assert told["source name"] == told["target name"] == told["relation opposed"] == 1.0


@pytest.mark.parametrize(("weight", "chance"), [(0.0, 0.5), (1.0, 0.953), (-1.0, 0.047)])
def test_weights_add_up_to_a_probability(weight: float, chance: float) -> None:
    assert probability(replace(PLAIN, score=number(3.0)), Weights({"net": weight})) == chance


def test_shipped_weights_trust_the_net_and_the_rules() -> None:
    unsure = probability(PLAIN, weighing())
    assert unsure < probability(replace(PLAIN, score=number(4.0)), weighing())
    assert unsure < probability(replace(PLAIN, rules=number(0.9)), weighing())
    assert probability(replace(PLAIN, score=number(1.0), entities=9), weighing()) < probability(
        replace(PLAIN, score=number(1.0)), weighing()
    )


def test_pairs_and_relations_are_weighed_apart() -> None:
    score = np.array([[1.0, -2.0], [0.5, 3.0]])
    two = replace(
        PLAIN, relations=["allied", "opposed"], score=score, turned=score, other=score[:, ::-1], rules=score * np.nan,
        sources=["name", "place"], targets=["name", "agent"], cue=np.array([True, False]),
    )  # fmt: skip
    chances = probabilities(two, weighing())
    for row, column in np.ndindex(2, 2):
        one = replace(
            two, relations=[two.relations[column]], sources=[two.sources[row]], targets=[two.targets[row]],
            cue=two.cue[[column]],
            **{name: getattr(two, name)[[row]][:, [column]] for name in ("score", "turned", "other", "rules")},
        )  # fmt: skip
        assert probability(one, weighing()) == chances[row, column]


def test_rules_and_weighing_together_lie_between_both() -> None:
    assert together(0.5, 0.5) == 0.5
    assert 0.2 < together(0.2, 0.6) < together(0.3, 0.6) < 0.6
    assert together(0.2, 0.6) < together(0.6, 0.2)  # the weighing counts more
    assert together(0.0, 0.0) > 0.0 and together(1.0, 1.0) < 1.0
