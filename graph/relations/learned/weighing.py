"""What the net says of a pair and a relation, and what the rules say → the probability that the relation is stated.

A logistic regression over a few named quantities, as the confidence of the rules is one (graph/relations/confidence),
learned from articles that neither the rules nor the net were made with. Its weights are readable: weighing.tsv.
"""

import numpy as np

from graph.data_files import DATA
from graph.relations.confidence.weights import BASE, DIGITS, Weights, weights
from graph.relations.learned.evidence import Array, Evidence, log_odds

FILE = DATA / "weighing.tsv"
JOINT = 0.6  # what the weighing says counts so much for a statement of the rules, what the rules say the rest


def probabilities(evidence: Evidence, known: Weights) -> Array:
    """Return the probability, in 0..1, of each relation of each pair."""
    total = np.zeros_like(evidence.score)
    for name, values in evidence.quantities():
        if name in known.known:
            total += known.known[name] * values
    total += known.known.get(BASE, 0.0)
    return np.round(1 / (1 + np.exp(-total)), DIGITS)


def together(joint: float, rules: float) -> float:
    """Return how probable a statement of the rules is: `joint` by the weighing, `rules` by their own confidence.

    A mean of log odds. Each was learned from other articles, annotated by other readers, so the mean of both holds on a
    third kind better than either (docs/accuracy.md).
    """
    one, other = log_odds(np.array([joint, rules]))
    return round(float(1 / (1 + np.exp(-(JOINT * one + (1 - JOINT) * other)))), DIGITS)


def weighing() -> Weights:
    """Return the weights. Raises DataError for a line that is no name and number."""
    return weights(FILE)
