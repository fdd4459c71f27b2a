"""Corrections by a reader: two names are one, one is two, a name is wrong, a statement is wrong.

    corrections file ─ reading ─▶ Corrections;  readings, Corrections ─ applying ─▶ corrected readings, Report

A file is TOML, written by hand, or JSON, saved from the page. Each entry may have a `note` and a `date`:

    [[merge]]                                  [[split]]
    names = ["Türkiye", "Turkiye"]             name = "Georgia"
    into = "Turkey"                            into = "Georgia (U.S. state)"
    note = "two spellings"                     documents = ["ap-1", "ap-7"]

    [[rename]]                                 [[drop]]
    name = "Supreme Leader"                    document = "ap-3"
    to = "Ali Khamenei"                        source = "Russia"
                                               relation = "opposed"
                                               target = "Turkey"

A `drop` drops the statements that agree with all it says (`name` is either end); a `[[right]]` of the same form says
that they are right, which changes no graph but makes gold (`gold_of`). Names are those of the graph,
with or without these corrections. Readings are corrected before the fold, so that no text is read again:

    corrected, report = correct(readings, read_corrections("corrections.toml"))
    kg = build_graph(corrected)

A Corrector does the same to readings that come one at a time.
"""

from graph.kg.corrections.applying import Corrector, correct
from graph.kg.corrections.entries import Corrections, Drop, Move, Report, Right
from graph.kg.corrections.gold import gold_of
from graph.kg.corrections.reading import parse_corrections, read_corrections

__all__ = [
    "Corrections",
    "Corrector",
    "Drop",
    "Move",
    "Report",
    "Right",
    "correct",
    "gold_of",
    "parse_corrections",
    "read_corrections",
]
