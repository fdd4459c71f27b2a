"""A statement that the rules made → the probability that it is right, by the circumstances in which it was made.

features    the circumstances, each with a name: family and frame of the rule, kinds of the ends, the way between them …
weights     graph/data/confidence.tsv: what each circumstance weighs → a probability
"""

from graph.relations.confidence.features import Found, features_of
from graph.relations.confidence.weights import LEAST, Weights, weights

__all__ = ["LEAST", "Found", "Weights", "features_of", "weights"]
