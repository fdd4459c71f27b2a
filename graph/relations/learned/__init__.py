"""A learned reader beside the rules: each pair of names of a sentence → how probably a relation is stated of them.

pieces      words → numbers of word pieces
mentions    a sentence → its mentions, and the pairs of entities with their two nearest mentions
view        a sentence and its pairs → the numbers that the net sees; of a name only its kind
net         the net: numbers in, numbers out, by numpy alone
  weights   its file → its weights
  encoder   sentences → vectors of their pieces
  judge     these and pairs → what it says of each pair
  again     a sentence and one pair that may stand in a relation → what a second reading for this pair says
  sums      the sums that all are made of, in blocks
sights      a text → its sentences as the net sees them, with what the rules say
rivals      pairs of one cue, or of one end → how each stands beside the others
evidence    what both readings say and what the rules say → named quantities
weighing    these → one probability
reader      all together: the statements of a text, those of the rules weighed anew, and those that they miss

The net was learned by scripts/train.py; docs/learned.md is its card: data, figures, limits.
"""

from graph.relations.learned.reader import reread

__all__ = ["reread"]
