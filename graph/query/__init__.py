"""Questions to the graph `kg`: each function takes it first, changes nothing, prints nothing.

Names may be given in any form that the texts use ("Baku", "the Turks"); a name that the graph does not know
raises UnknownNameError, a KeyError that says which names come near.
"""

from graph.query.names import AmbiguousNameError, UnknownNameError, find, resolve
from graph.query.ties import about, allies, between, opponents, visitors, visits
from graph.query.values import Answer, Tie

__all__ = [
    "AmbiguousNameError",
    "Answer",
    "Tie",
    "UnknownNameError",
    "about",
    "allies",
    "between",
    "find",
    "opponents",
    "resolve",
    "visitors",
    "visits",
]
