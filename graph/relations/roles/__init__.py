"""Syntax → roles, once, below the lexicon: who does what to whom, whatever voice or clause says it.

`verb_roles`, `noun_roles` and `adjective_roles` take a token of a parsed text and return, for each role, the
tokens that fill it (heads of noun phrases; "and" is left to entities/referents.py). They look at the parse only:
tags, dependency labels and lemmas, never at names.

    verbs, nouns, adjectives    the roles around each
    subjects        who is meant by the subject of a verb or noun, and whom a noun denotes ("Cuba is an ally")
    aims            where what a measure is on lies, of whom a charge tells, whom a deed befalls, to what a verb is done
    sides, moods    who stands on the other side; who makes somebody angry
    descriptions    what an apposition describes, and the list behind a colon
    misread         what the parser hangs elsewhere: a subject joined to a date, a name before a weekday
    settings        where a clause with "where" takes place
    guests          who is "visiting", where, and who receives him
    judges          who calls a thing what it is called, and who says so
    filling         roles while they are collected; what prepositions add
"""

from graph.relations.roles.adjectives import adjective_roles
from graph.relations.roles.filling import Roles, frozen, prepositions
from graph.relations.roles.guests import guest_of
from graph.relations.roles.nouns import noun_roles
from graph.relations.roles.subjects import (
    clause_subjects,
    controllers,
    noun_holders,
    noun_subjects,
    surface_subjects,
)
from graph.relations.roles.urging import urged_by
from graph.relations.roles.verbs import verb_roles
from graph.syntax.labels import RELATIVES, is_verb

__all__ = [
    "RELATIVES",
    "Roles",
    "adjective_roles",
    "clause_subjects",
    "controllers",
    "frozen",
    "guest_of",
    "is_verb",
    "noun_holders",
    "noun_roles",
    "noun_subjects",
    "prepositions",
    "surface_subjects",
    "urged_by",
    "verb_roles",
]
