"""What the signs of a graph tell: triads, camps, blocs, bridges, polarisation, change.

All of it is inferred from pairs that texts call allied or opposed as a fact; what was so in a closed past counts only
if it is asked for. No result becomes an edge, and each keeps the pairs it rests on, with their quotes. Pairs that are
called both are contested: they have no sign, and are shown by `graph.query.contested`.
"""

from graph.balance.between import Bridge, Polarisation, bridges, polarisation, with_camps
from graph.balance.blocs import Blocs, blocs
from graph.balance.camps import Split, camps
from graph.balance.changes import Change, Window, changes, windows
from graph.balance.triads import Triad, triads

__all__ = [
    "Blocs",
    "Bridge",
    "Change",
    "Polarisation",
    "Split",
    "Triad",
    "Window",
    "blocs",
    "bridges",
    "camps",
    "changes",
    "polarisation",
    "triads",
    "windows",
    "with_camps",
]
