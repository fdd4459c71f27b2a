"""The noun classes: graph/data/nouns.toml → which common nouns stand for the entity that governs them."""

import functools
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from graph.data_files import DATA, read_toml
from graph.errors import DataError

if TYPE_CHECKING:  # at run time it would bring spaCy, and names are joined across texts without it
    from graph.syntax.tree import Token

PATH = DATA / "nouns.toml"


@dataclass(frozen=True, slots=True)
class Nouns:
    """Sets of lemmas; what each class means stands in the data file."""

    agents: frozenset[str]
    members: frozenset[str]
    private: frozenset[str]
    trades: frozenset[str]
    collective: frozenset[str]
    whole: frozenset[str]
    deeds: frozenset[str]
    purposes: frozenset[str]
    ties: frozenset[str]
    sufferings: frozenset[str]
    killings: frozenset[str]
    faiths: frozenset[str]
    language: frozenset[str]
    written: frozenset[str]
    demonyms: frozenset[str]
    treaties: frozenset[str]
    topics: frozenset[str]
    papers: frozenset[str]
    partitives: frozenset[str]
    seated: frozenset[str]
    places: frozenset[str]
    divisions: frozenset[str]
    bodies: frozenset[str]
    voices: frozenset[str]
    scholars: frozenset[str]
    press: frozenset[str]
    ministries: frozenset[str]
    organs: frozenset[str]
    served: frozenset[str]
    countries: frozenset[str]
    circles: frozenset[str]
    towns: frozenset[str]
    persons: frozenset[str]
    forces: frozenset[str]
    unmarked: frozenset[str]
    neutral: frozenset[str]
    offices: frozenset[str]
    rules: frozenset[str]
    branding: frozenset[str]
    former: frozenset[str]
    counts: frozenset[str]
    many: frozenset[str]
    few: frozenset[str]
    groups: frozenset[str]
    sides: frozenset[str]
    paired: frozenset[str]
    titles: frozenset[str]
    holders: frozenset[str]
    chiefs: frozenset[str]
    envoys: frozenset[str]
    named: frozenset[str]
    weapons: frozenset[str]
    struck: frozenset[str]
    products: frozenset[str]
    ships: frozenset[str]
    warships: frozenset[str]
    media: frozenset[str]
    outlets: frozenset[str]
    makers: frozenset[str]
    corporate: frozenset[str]
    sports: frozenset[str]
    teams: frozenset[str]
    sites: frozenset[str]
    facilities: frozenset[str]
    memorials: frozenset[str]
    routes: frozenset[str]
    meetings: frozenset[str]
    discussed: frozenset[str]
    besieged: frozenset[str]
    local: frozenset[str]
    urban: frozenset[str]
    compass: frozenset[str]
    oceans: frozenset[str]
    journeys: frozenset[str]
    reached: frozenset[str]
    incorporated: frozenset[str]
    body_openings: frozenset[str]
    place_openings: frozenset[str]
    doubtful_openings: frozenset[str]
    endings: frozenset[str]
    ideas: frozenset[str]
    events: frozenset[str]
    cups: frozenset[str]
    honours: frozenset[str]
    fragments: frozenset[str]
    statuses: frozenset[str]
    nothing: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    owned: frozenset[str]
    carrying: frozenset[str]
    shared: frozenset[str]
    craft: frozenset[str]
    extraposing: frozenset[str]
    comments: frozenset[str]

    def is_party(self, lemma: str) -> bool:
        """Whether a noun means people who act or suffer: agents, members, private persons."""
        return lemma in self.agents or lemma in self.members or lemma in self.private


def lemma_of(token: "Token") -> str:
    """Return the lemma in lower case; that of a capitalised plural too: "Special Forces" → force."""
    lemma = str(token.lemma_).lower()
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") else lemma


def singular(word: str) -> str:
    """Return a plural in small letters in the singular, any other word as it is: "ministries", "regions"."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


@functools.cache
def nouns(path: Path = PATH) -> Nouns:
    """Return the noun classes of the data file. Raises DataError for unknown or missing classes and doubles."""
    tables = read_toml(path)
    known = {f.name for f in fields(Nouns)}
    if set(tables) != known:
        raise DataError(
            f"{path.name}: classes are {', '.join(sorted(known))}; unknown or missing: {set(tables) ^ known}"
        )
    for name, table in tables.items():
        if set(table) != {"about", "words"}:
            raise DataError(f"{path.name}: [{name}]: keys are about, words; not {', '.join(sorted(table))}")
        twice = sorted({w for w in table["words"] if table["words"].count(w) > 1})
        if twice:
            raise DataError(f"{path.name}: [{name}] lists {', '.join(twice)} twice; keep one")
    for one, other in (("agents", "members"), ("agents", "private"), ("members", "private")):
        both = set(tables[one]["words"]) & set(tables[other]["words"])
        if both:
            raise DataError(f"{path.name}: {', '.join(sorted(both))} in [{one}] and [{other}]; keep one")
    return Nouns(**{name: frozenset(table["words"]) for name, table in tables.items()})
