"""When: a statement's cue and its sentence → the time that the sentence gives, and whether that is a closed past.

words        graph/data/times.toml: months, prepositions, eras and the like
calendar     "last month", "three years ago", "on Monday" against the day of the text → dates
scanning     a sentence → the times that it names, and the words that only say "once"
writing      a whole text → when it was written at the earliest, and whether it is a history
places       which word such a time stands with, and which words tell of the same occasion as a cue
dating       a cue → its time
"""

from graph.relations.times.dating import Time, times_of

__all__ = ["Time", "times_of"]
