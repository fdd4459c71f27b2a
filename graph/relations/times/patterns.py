"""The pattern of a time: "8 August 2008", "the early 1990s", "last month", "the Cold War"; a group for each kind."""

import functools
import re

from graph.relations.times.calendar import STEPS
from graph.relations.times.words import any_of, words

YEAR = r"(?:1\d|20)\d\d"
UNIT = "day|week|month|year|decade|century"
NUMBER = r"[0-3]?\d(?:st|nd|rd|th)?"
PART = r"(?:(?P<{}>[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate)[ -](?:of the |the )?)?"
SEASON = "autumn|fall|spring|summer|winter"
FILLING = rf"(?:(?:the|early|late|mid|(?:{SEASON})(?: and (?:{SEASON}))?|month|year|period|end|of|{YEAR})[ -]+)*"
BEFORE = r"(?<![\w.,$€£¥/])"
BEHIND = r"(?![\w%/]|[,.:]\d)"
NO_YEAR = r"(?! (?:GMT|UTC|hours|local time|million|billion|thousand|percent|per\b))"


@functools.cache
def moments() -> re.Pattern[str]:
    """Return the pattern of a time, without its preposition."""
    month = rf"(?:{_capitalised(words().months)})\.?"
    weekday = _capitalised(words().weekdays)
    counts = rf"\d{{1,3}}|{any_of(words().numbers)}"
    units = rf"{UNIT}|{any_of(words().weekdays)}|{any_of(words().months)}"
    kinds = (
        rf"(?P<era>{_eras()})",
        rf"(?P<date>(?:(?P<first>{NUMBER}) (?:of )?)?(?P<month>{month})(?: (?P<second>{NUMBER}))?,?(?: of)? "
        rf"(?P<year>{YEAR}))",
        r"(?P<iso>(?:1\d|20)\d\d-[01]\d-[0-3]\d)",
        rf"(?P<day>(?:the )?(?P<day_first>{NUMBER}) (?:of )?(?P<day_month>{month})"
        rf"|(?P<day_month_first>{month}) (?P<day_second>{NUMBER}))",
        rf"(?P<years>(?P<years_first>{YEAR})[-–/](?P<years_last>{YEAR}|\d\d))",
        rf"(?P<decade>{PART.format('decade_part')}(?P<decade_year>{YEAR[:-2]}0['’]?s|['’‘][2-9]0s))",
        rf"(?P<decade_named>(?i:{PART.format('named_part')}the (?P<decade_word>{any_of(words().decades)})))",
        rf"(?P<century>(?i:{PART.format('century_part')}"
        rf"(?P<century_number>\d\d?(?:st|nd|rd|th)|{any_of(words().ordinals)})[ -]century))",
        rf"(?P<ago>(?i:(?P<ago_number>{counts}) (?P<ago_unit>{UNIT}|centurie)s? ago))",
        rf"(?P<span>(?i:(?:in|over|during|within|for|throughout) the (?:past|last) (?:(?P<span_number>{counts}) )?"
        rf"(?P<span_unit>day|week|month|year|decade)s?))",
        rf"(?P<step>(?i:(?P<step_way>{any_of(STEPS)}) (?P<step_unit>{units})))",
        rf"(?P<today>(?i:{any_of(words().days)}))",
        rf"(?P<weekday>{weekday})",
        rf"(?P<plain_year>{YEAR}{NO_YEAR})",
        rf"(?P<plain_month>{month})",
    )
    return re.compile(f"{BEFORE}(?:{'|'.join(kinds)}){BEHIND}")


@functools.cache
def prepositions() -> re.Pattern[str]:
    """Return the pattern of a preposition with what may stand between it and a time: "in the summer of "."""
    every = frozenset().union(*(words().prepositions[kind] for kind in ("at", "since", "after", "until", "between")))
    return re.compile(rf"\b(?P<word>{any_of(every)})\s+(?:up to |about |around )?{FILLING}$", re.IGNORECASE)


def _capitalised(names: object) -> str:
    assert isinstance(names, dict)
    return any_of(name.capitalize() for name in names)


def _eras() -> str:
    """Return the pattern of the names of eras, their first letter as it is written there: not "a cold war"."""
    names = sorted(words().eras, key=lambda name: (-len(name), name))
    return "|".join(f"{re.escape(name[0])}(?i:{_spaced(name[1:])})" for name in names)


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+").replace("'", "['’]")
