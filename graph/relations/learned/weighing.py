"""What the net says of a pair and a relation, and what the rules say → the probability that the relation is stated.

A logistic regression over a few named quantities, as the confidence of the rules is one (graph/relations/confidence),
learned from articles that neither the rules nor the net were made with. Its weights are readable: weighing.tsv.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from graph.data_files import DATA
from graph.relations.confidence.weights import BASE, DIGITS, Weights, weights

FILE = DATA / "weighing.tsv"
NOTHING = -7.0  # the score of a pair that the net did not look at
LONE = -3.0
LONG = 80  # words of a sentence: a longer one tells no more
WORDS = 40
SUREST = 0.999


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an ordered pair and a relation.

    `score`: of the net, log odds; `turned`: of the pair turned round; `other`: the best of the other relations.
    `rules`: the probability that the rules give it, None where they do not state it; `refused`: they refused it;
    `rules_turned`, `rules_other`: they state it turned round, or another relation. `on_cue`: the net points at a word
    that the lexicon knows for the relation; `cue`: the sentence has one. `source`, `target`: ways of standing for them.
    """

    relation: str
    score: float
    turned: float
    other: float
    rules: float | None
    refused: bool
    rules_turned: bool
    rules_other: bool
    source: str
    target: str
    on_cue: bool
    cue: bool
    entities: int
    words: int

    def quantities(self) -> Iterator[tuple[str, float]]:
        """Yield each quantity by name; those that are nought may be left out."""
        stated, score = float(self.rules is not None), self.score
        yield from (("net", score), ("net turned", self.turned), ("net other", self.other), ("rules", stated))
        yield "rules sure", _odds(self.rules) if self.rules is not None else 0.0
        yield from (("net and rules", score * stated), ("rules refuse", float(self.refused)))
        yield from (("rules turned", float(self.rules_turned)), ("rules other", float(self.rules_other)))
        yield from ((f"source {self.source}", 1.0), (f"target {self.target}", 1.0))
        yield from (("on cue", float(self.on_cue)), ("cue", float(self.cue)), ("net on cue", score * self.on_cue))
        yield from (("entities", math.log(self.entities)), ("lone", float(self.other < LONE)))
        yield "words", min(self.words, LONG) / WORDS
        yield from ((f"net {self.relation}", score), (f"relation {self.relation}", 1.0))
        yield f"rules {self.relation}", stated


def probability(evidence: Evidence, known: Weights) -> float:
    """Return the probability, in 0..1."""
    total = known.known.get(BASE, 0.0) + sum(known.known.get(name, 0.0) * x for name, x in evidence.quantities())
    return round(1 / (1 + math.exp(-total)), DIGITS)


def weighing() -> Weights:
    """Return the weights. Raises DataError for a line that is no name and number."""
    return weights(FILE)


def _odds(chance: float) -> float:
    chance = min(max(chance, 1 - SUREST), SUREST)
    return math.log(chance / (1 - chance))
