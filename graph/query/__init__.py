"""Questions to the graph `kg`: each function takes it first, changes nothing, prints nothing.

Names may be given in any form that the texts use ("Baku", "the Turks"); a name that the graph does not know
raises UnknownNameError, a KeyError that says which names come near.
"""

from graph.query.chains import Chain, CommonEnemy, common_enemies, path
from graph.query.frames import sql, sql_store, to_frame
from graph.query.names import AmbiguousNameError, UnknownNameError, find, resolve
from graph.query.pairs import Pair, contested, signed_pairs
from graph.query.periods import Period, timeline
from graph.query.statements import statements
from graph.query.ties import about, allies, between, opponents, ties, visitors, visits
from graph.query.times import Past, in_time, of_the_past, timed
from graph.query.values import Answer, Tie

__all__ = [
    "AmbiguousNameError",
    "Answer",
    "Chain",
    "CommonEnemy",
    "Pair",
    "Past",
    "Period",
    "Tie",
    "UnknownNameError",
    "about",
    "allies",
    "between",
    "common_enemies",
    "contested",
    "find",
    "in_time",
    "of_the_past",
    "opponents",
    "path",
    "resolve",
    "signed_pairs",
    "sql",
    "sql_store",
    "statements",
    "ties",
    "timed",
    "timeline",
    "to_frame",
    "visitors",
    "visits",
]
