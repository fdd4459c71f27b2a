"""A town's name with the facility behind it → one name, that of the facility: "Kabul airport" is not Kabul."""

from dataclasses import replace

from graph.data_files import union
from graph.entities.names.name import Name
from graph.entities.words.nouns import nouns
from graph.records import Entity
from graph.syntax.labels import POSSESSIVES
from graph.syntax.tree import Doc

LONGEST = 3  # words of a facility: "international airport", "nuclear power plant"
TOWNS = frozenset({"city", "capital"})


def facility(name: Name, doc: Doc) -> Name | None:
    """Return the facility that the small words behind a town's name make of it; None where there are none.

    "Kabul airport", "Gao air base"; not so "Kabul airport officials", "a Kabul airport strike".
    """
    if name.entity.kind == "person":
        return _named_after(name, doc)
    town = name.entity if name.form == "city" or name.entity.kind == "place" else name.place
    plain = name.form in TOWNS or (name.form == "name" and name.entity.wikidata is None)
    owned = name.end < len(doc) and doc[name.end].text in POSSESSIVES  # "Gao's airport"
    if town is None or not plain or doc[name.end - 1].dep_ not in ("compound", "nmod", "amod", "poss"):
        return None
    for end in range(min(name.end + owned + LONGEST, len(doc)), name.end + owned, -1):
        words = doc[name.end + owned : end].text
        ends = doc[end - 1].dep_ not in ("compound", "nmod", "poss")
        if words in nouns().facilities and ends:
            full = f"{town.name} {words}"
            return Name(name.start, end, replace(town, name=full, kind="place", wikidata=None), "name")
    return None


def _named_after(name: Name, doc: Doc) -> Name | None:
    """Return the facility that is called after a person: "the Ivo Holm airport"; not so "Holm airport officials"."""
    if doc[name.end - 1].dep_ not in ("compound", "nmod"):
        return None
    for end in range(min(name.end + LONGEST, len(doc)), name.end, -1):
        told = doc[name.end : end].text in union(nouns().facilities, nouns().memorials)
        if told and doc[end - 1].dep_ not in ("compound", "nmod", "poss"):
            return Name(name.start, end, Entity(doc[name.start : end].text, "place"), "name")
    return None
