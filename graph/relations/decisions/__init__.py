"""Candidates → which of them are statements, who decided so, and why the others are none.

rules       the decisions of the rules, candidate by candidate
admission   what rules ask of two referents
unsaid      where the words around a cue leave two parties out
games       which sentences are about sports
decision    the value: a candidate, who decided, and the reason where it is refused
"""

from graph.relations.decisions.admission import impossible
from graph.relations.decisions.decision import Decision
from graph.relations.decisions.rules import decide
from graph.relations.decisions.unsaid import unsaid

__all__ = ["Decision", "decide", "impossible", "unsaid"]
