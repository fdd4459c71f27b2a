"""A parsed text and its referents → candidates: pairs that could be a statement, each with what proposes it.

cues        the cues of the text, with the tokens that fill their roles
pairs       who fills the two roles of a frame
proposals   cue, group and frame → candidates
"""

from graph.relations.candidates.cues import Match, find_matches
from graph.relations.candidates.proposals import Candidate, Proposal, candidates, place_of

__all__ = ["Candidate", "Match", "Proposal", "candidates", "find_matches", "place_of"]
