"""What the net says of a pair and a relation, and what the rules say → the probability that the relation is stated.

A logistic regression over a few named quantities, as the confidence of the rules is one (graph/relations/confidence),
learned from articles that neither the rules nor the net were made with. Its weights are readable: weighing.tsv.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from graph.data_files import DATA
from graph.relations.confidence.weights import BASE, DIGITS, Weights, weights

FILE = DATA / "weighing.tsv"
LONE = -3.0
LONG = 80  # words of a sentence: a longer one tells no more
WORDS = 40
SUREST = 0.999

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the ordered pairs of a sentence, a row each, and of each relation, a column each.

    `score`: of the net, log odds; `turned`: of the pair turned round; `other`: the best of the other relations.
    `rules`: the probability that the rules give it, NaN where they do not state it; `refused`: they refused it;
    `rules_turned`, `rules_other`: they state it turned round, or another relation. `on_cue`: the net points at a word
    that the lexicon knows for the relation; `cue`: the sentence has one. `sources`, `targets`: ways of standing for
    them, of each pair. `rivals`: how each stands beside pairs of the same cue (graph/relations/learned/rivals).
    """

    relations: Sequence[str]
    score: Array
    turned: Array
    other: Array
    rules: Array
    refused: Flags
    rules_turned: Flags
    rules_other: Flags
    sources: Sequence[str]
    targets: Sequence[str]
    on_cue: Flags
    cue: Flags
    entities: int
    words: int
    rivals: Mapping[str, Array] = field(default_factory=dict)

    def quantities(self) -> Iterator[tuple[str, Array | Flags | float]]:
        """Yield each quantity by name; those that are nought may be left out."""
        stated, score = ~np.isnan(self.rules), self.score
        yield from (("net", score), ("net turned", self.turned), ("net other", self.other), ("rules", stated))
        yield "rules sure", np.where(stated, _odds(self.rules), 0.0)
        yield from (("net and rules", score * stated), ("rules refuse", self.refused))
        yield from (("rules turned", self.rules_turned), ("rules other", self.rules_other))
        for end, ways in (("source", self.sources), ("target", self.targets)):
            yield from ((f"{end} {via}", np.array([[way == via] for way in ways])) for via in sorted(set(ways)))
        yield from (("on cue", self.on_cue), ("cue", self.cue), ("net on cue", score * self.on_cue))
        yield from (("entities", math.log(self.entities)), ("lone", self.other < LONE))
        yield "words", min(self.words, LONG) / WORDS
        for name, values in self.rivals.items():
            yield from ((name, values), (f"{name}, not stated", values * ~stated))
        for place, relation in enumerate(self.relations):
            here = np.arange(len(self.relations)) == place
            yield from ((f"net {relation}", score * here), (f"relation {relation}", here))
            yield f"rules {relation}", stated & here


def probabilities(evidence: Evidence, known: Weights) -> Array:
    """Return the probability, in 0..1, of each relation of each pair."""
    total = np.zeros_like(evidence.score)
    for name, values in evidence.quantities():
        if name in known.known:
            total += known.known[name] * values
    total += known.known.get(BASE, 0.0)
    return np.round(1 / (1 + np.exp(-total)), DIGITS)


def weighing() -> Weights:
    """Return the weights. Raises DataError for a line that is no name and number."""
    return weights(FILE)


def _odds(chances: Array) -> Array:
    held = np.clip(chances, 1 - SUREST, SUREST)
    return np.asarray(np.log(held / (1 - held)))
