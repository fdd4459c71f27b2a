"""A bloc's bare name and the states that a text lists right behind it: "the EAEU (Chad, Mali and Togo)".

No word says that they are its members, but where the list stands. A noun for states may stand between: "Mercosur
countries Chad and Mali", "the G8 nations: Chad, Mali and Togo", "the G8 nations are".
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.entities.names import Name
from graph.entities.referents.conjuncts import is_state
from graph.entities.referents.listed import JOINTS
from graph.entities.words.nouns import singular
from graph.syntax.labels import DASHES
from graph.syntax.tree import Doc

BEFORE_LIST = DASHES | {"(", "[", ":"}
TELLING = frozenset({"are", "include", "namely", "were"})  # "the G8 countries are Chad, Mali and Togo"
LAST = frozenset({"and", "plus", "&"})
BARE = "bloc"  # what the name by itself says
LEAST_BARE = 3  # states behind a bare name: two may be where it was, or who complained

SEEN = re.compile(
    r"[A-Z][\w+&.’'-]{0,30}\)?"  # the end of a name; all runs are bounded or possessive, so that odd texts cost no time
    r"(?: (?:member )?[a-z]{4,10}(?:,? (?:are |include |namely |were )?| ?[(\[:–—-]{1,3} ?| of )"  # "countries", "("
    r"| ?[(\[:–—-]{1,3} ?| of )"
    r"(?:the )?[A-Z][\w.’'-]{1,30}+(?: [A-Z(][\w.’')-]{0,30}+)*+"
    r"(?:, (?:the )?[A-Z][^,;]{2,30}){0,60},? (?:and|plus|&) (?:the )?[A-Z]"
)
"""What a list behind a name looks like before it is parsed."""


@dataclass(frozen=True, slots=True)
class Roster:
    """A bloc and its listed members; `word` is the lemma that says so, `head` and `cue` are token numbers."""

    bloc: Name
    members: tuple[Name, ...]
    word: str
    head: int
    cue: frozenset[int]


def find_rosters(doc: Doc, names: Iterable[Name], words: Collection[str], talks: Collection[str]) -> list[Roster]:
    """Return the lists of a text.

    `words` are the nouns that may stand between a bloc and its list; `talks` names the blocs whose members only talk.
    """
    names = list(names)
    starts = {name.start: name for name in names}
    blocs = (n for n in names if n.entity.kind == "bloc" and n.form == "name" and n.entity.name not in talks)
    found = (_roster(doc, name, starts, words) for name in blocs)
    return [roster for roster in found if roster is not None]


def _roster(doc: Doc, bloc: Name, starts: Mapping[int, Name], words: Collection[str]) -> Roster | None:
    """Return the list behind one name."""
    place, last = _behind_acronym(doc, bloc.end), len(doc) - 1
    head = doc[bloc.start : bloc.end].root.i
    cue, word = frozenset(range(bloc.start, bloc.end)), BARE
    opening = BEFORE_LIST | {"of"} if doc[head].lower_ in words else BEFORE_LIST  # "the Sahel Group of Chad, Mali and"
    if place < last and (lemma := singular(doc[place].lower_)) in words:
        cue, word, head, place = cue | {place}, lemma, place, place + 1
        opening = BEFORE_LIST | TELLING | {"of", ","}
    told = place < last and doc[place].lower_ in opening
    if told and doc[place].text == "," and doc[place + 1].lower_ == "namely":
        place += 1
    if word == BARE and not told:
        return None
    bracket = told and doc[place].text in ("(", "[")
    members, end, closed = _listed(doc, place + told, starts)
    least = LEAST_BARE if word == BARE else 2
    shut = bracket and end < len(doc) and doc[end].text in (")", "]")
    if len(members) < least or not (closed or shut) or bloc.entity in [m.entity for m in members]:
        return None
    return Roster(bloc, members, word, head, cue)


def _behind_acronym(doc: Doc, place: int) -> int:
    """Return where it goes on behind a short form in brackets: "the Sahel League (SL)"."""
    short = place + 2 < len(doc) and doc[place].text == "(" and doc[place + 2].text == ")"
    return place + 3 if short and doc[place + 1].text.isupper() else place


def _listed(doc: Doc, place: int, starts: Mapping[int, Name]) -> tuple[tuple[Name, ...], int, bool]:
    """Return the states listed from a token on, the token behind them, and whether "and" brings in the last."""
    found: list[Name] = []
    end, closed = place, False
    while place < len(doc):
        place = place + 1 if doc[place].lower_ == "the" else place
        name = starts.get(place)
        if name is None or not is_state(name):
            return (), end, False
        found.append(name)
        place = end = name.end
        if closed:
            break
        joints = set[str]()
        while place < len(doc) and doc[place].lower_ in JOINTS:
            joints.add(doc[place].lower_)
            place += 1
        if not joints:
            break
        closed = not joints.isdisjoint(LAST)
    return tuple(found), end, closed
