"""The names of a text → the same, bodies and places that the model cut short as long as the text writes them.

"The Heritage, Tourism and | Crafts Organization", "the Chamber of Commerce, | Mines and Agriculture", "the Air Force |
of the Revolutionary Guards", "the EU Committee | on East Africa", "the Tomb of Peru | 's Unknown Soldier",
"the Trujillo | drug cartel", "the | K-2 airfield".
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.names.firms import is_firms
from graph.entities.names.guesses import is_guess
from graph.entities.names.name import Name
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.labels import MODIFIERS, POSSESSIVES
from graph.syntax.tree import Doc, Token

AND = frozenset({"and", "&"})
BODIES = frozenset({"agency", "authority", "corporation", "directorate", "organisation", "organization", "institute"})
CLOSED = frozenset({"cartel", "clan"})
DEALING = frozenset({"cocaine", "crime", "drug", "heroin", "narcotics"})
DESIGNATION = re.compile(r"[A-Z]{1,2}-?\d{1,3}")
FIELDS = frozenset({"committee", "commission", "council", "subcommittee"})  # "on", "for" a part of the world
FIRST = frozenset({"chamber", "department", "ministry", "organisation", "organization", "union", "confederation"})
LONG = 8  # tokens of what a body is for
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
TRADES = frozenset({"railway", "railways", "airline", "airlines", "bank", "broadcasting", "customs", "post", "telecom"})
UNITS = frozenset({"brigade", "division", "regiment", "battalion", "fleet", "squadron", "corps"})
LONGEST = 3  # words of one field in a list, of an airfield
At = Mapping[int, Name]
Way = Callable[[Name, At, Doc], tuple[int, int] | None]


def longer(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, those that were cut as long as they are, and airfields that are told by letter and number."""
    at = {i: n for n in names for i in range(n.start, n.end)}
    grown = [one for name in names for one in (_grown(name, at, doc, world),) if one is not None]
    grown += [site for site in _airfields(doc) if site.start not in at]
    if not grown:
        return list(names)
    inside = {i for one in grown for i in range(one.start, one.end)}
    kept = [n for n in names if not inside.intersection(range(n.start, n.end))]
    return sorted([*kept, *grown], key=lambda n: n.start)


def _grown(name: Name, at: At, doc: Doc, world: World) -> Name | None:
    """Return a name as long as it is; None where it is whole."""
    ways: Iterable[Way] = (_list_before, _list_behind, _of_body, _on, _of_purpose, _numbered, _of_two, _of_kind)
    if name.entity.kind == "organisation" and is_guess(name.entity):
        for way in ways:
            if (found := way(name, at, doc)) is not None:
                return _named(name, doc, *found)
    if name.entity.kind == "country" and name.form == "name" and (end := _of_state(name, at, doc)) is not None:
        return Name(name.start, end, Entity(doc[name.start : end].text, "organisation"), "name")
    if name.entity.kind == "place" and is_guess(name.entity) and (end := _owned(name, doc)) is not None:
        return _named(name, doc, name.start, end)
    if name.form in ("city", "capital", "name") and (end := _cartel(name, doc)) is not None:
        town = name.place.name if name.place is not None else doc[name.start : name.end].text
        known = [s.entity for s in world.senses(f"{town} Cartel") if s.entity.kind == "organisation"]
        one = known[0] if known else Entity(f"{town} {doc[end - 1].text}", "organisation")
        return Name(name.start, end, one, "name")
    return None


def _named(name: Name, doc: Doc, start: int, end: int) -> Name:
    return replace(name, start=start, end=end, entity=replace(name.entity, name=doc[start:end].text))


def _is_field(token: Token) -> bool:
    """Whether a large word may be of a field of government: "Tourism", "Heritage"."""
    known = union(common_words(), nouns().ministries, nouns().events)
    return token.text[:1].isupper() and (token.lower_ in known or singular(token.lower_) in known)


def _list_before(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where a body starts whose first fields the model left out: "Heritage, Tourism and | Crafts Agency"."""
    if doc[name.end - 1].lower_ not in BODIES or not doc[name.start].text[:1].isupper():
        return None
    start = place = name.start
    joined = False
    while place > 1 and (doc[place - 1].lower_ in AND or doc[place - 1].text == ","):
        joined = joined or doc[place - 1].lower_ in AND
        place -= 1 + (doc[place - 1].lower_ in AND and doc[place - 2].text == ",")
        first = place
        while first > max(place - LONGEST, 0) and _is_field(doc[first - 1]) and first - 1 not in at:
            first -= 1
        if first == place or not joined:
            break
        start = place = first
    return None if start == name.start else (start, name.end)


def _list_behind(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where a body ends whose last fields the model left out: "Chamber of Commerce | , Mines and Crafts"."""
    of = next((t.i for t in doc[name.start + 1 : name.end] if t.lower_ == "of"), None)
    if of is None or doc[of - 1].lower_ not in FIRST or not _is_field(doc[name.end - 1]):
        return None
    end = place = name.end
    while place + 1 < len(doc) and (doc[place].text == "," or doc[place].lower_ in AND):
        last = doc[place].lower_ in AND
        place += 1
        if place < len(doc) and doc[place].lower_ in AND:
            last, place = True, place + 1
        first = place
        while place < min(first + LONGEST, len(doc)) and _is_field(doc[place]) and place not in at:
            place += 1
        if place == first:
            return None
        if last:
            end = place
            break
    return None if end == name.end else (name.start, end)


def _of_body(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where the name of a body's own force ends: "the Air Force | of the Revolutionary Guards"."""
    force = all(t.lower_ in nouns().offices for t in doc[name.start : name.end])
    if not force or name.end + 2 >= len(doc) or [t.lower_ for t in doc[name.end : name.end + 2]] != ["of", "the"]:
        return None
    owner = at.get(name.end + 2)
    return (name.start, owner.end) if owner is not None and owner.entity.kind == "organisation" else None


def _on(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where a panel's name ends with the part of the world it is for: "the EU Committee | on East Africa"."""
    if name.end - name.start < 2 or name.end >= len(doc) or doc[name.end].lower_ not in ("on", "for"):
        return None
    part = at.get(name.end + 1)
    if part is None or part.form != "name" or part.entity.kind not in ("place", "country", "territory"):
        return None
    return (name.start, part.end) if doc[name.end - 1].lower_ in FIELDS else None


def _of_purpose(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where the name of a body ends with what it is for: "Joint Council | for the Welfare of Immigrants"."""
    start = name.end + 1
    if start + 1 >= len(doc) or doc[name.end].lower_ not in ("of", "for") or name.end - name.start < 2:
        return None
    start += doc[start].lower_ == "the"
    bodies, end, large = union(nouns().named, nouns().titles, nouns().weekdays, nouns().months), start, 0
    if doc[name.end - 1].lower_ not in nouns().named or doc[start].sent.start != doc[name.start].sent.start:
        return None
    for place in range(start, min(start + LONG, len(doc))):
        token = doc[place]
        free = place not in at and token.lower_ not in bodies
        if free and token.tag_ in ("NNP", "NNPS") and token.text[:1].isupper():
            large, end = large + 1, place + 1
        elif not free or token.text not in ("of", "and", "the"):
            break
    beyond = end < len(doc) and (end in at or doc[end].text[:1].isupper())
    paper = any(t.lower_ in union(nouns().papers, nouns().treaties) for t in doc[start:end])
    return (name.start, end) if large > 1 and not beyond and not paper else None


def _numbered(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where the name of a unit starts with its number: "the | 76th | Rifle Brigade"."""
    number = name.start > 0 and NUMBERED.fullmatch(doc[name.start - 1].text) is not None
    return (name.start - 1, name.end) if number and doc[name.end - 1].lower_ in UNITS else None


def _of_two(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where a body starts whose first adjective was left out: "the | Green and | Socialist Front"."""
    first = name.start - 2
    if first < 1 or doc[name.start - 1].lower_ != "and" or name.end - name.start < 2:
        return None
    if first in at and not (at[first].entity.kind == "people" and is_guess(at[first].entity)):
        return None
    word, other, last = doc[first], doc[name.start], doc[name.end - 1]
    joined = other.dep_ == "conj" and other.head.i == first and word.head.i == last.i and word.dep_ in MODIFIERS
    one = last.lower_ in nouns().named and not last.text.endswith("s") and doc[first - 1].lower_ in ("the", "a")
    return (first, name.end) if joined and one and word.text.istitle() else None


def _of_kind(name: Name, at: At, doc: Doc) -> tuple[int, int] | None:
    """Return where a body's name ends with what it is: "Benin Steel Industry | Syndicate"."""
    end, last = name.end, doc[name.end - 1]
    if end >= len(doc) or end in at or doc[end].lower_ not in nouns().named or doc[end].tag_ != "NNP":
        return None
    joined = last.lower_ not in nouns().named and last.dep_ == "compound" and last.head.i >= end and not is_firms(last)
    return (name.start, end + 1) if joined and name.end - name.start > 1 else None


def _of_state(name: Name, at: At, doc: Doc) -> int | None:
    """Return where the name of a state's company ends that begins with the state's: "Republic of Chad | Railways"."""
    if not any(t.lower_ == "of" for t in doc[name.start : name.end]) or name.end >= len(doc):
        return None
    end = name.end
    while end < len(doc) and end not in at and doc[end].tag_ in ("NNP", "NNPS") and doc[end].text.istitle():
        end += 1
    return end if end > name.end and doc[end - 1].lower_ in TRADES else None


def _owned(name: Name, doc: Doc) -> int | None:
    """Return where a place's name ends with what a state in it owns: "the Tomb of Peru | 's Unknown Soldier"."""
    of = [t.i for t in doc[name.start + 1 : name.end] if t.lower_ == "of"]
    if not of or of[-1] == name.end - 1 or name.end >= len(doc) or doc[name.end].text not in POSSESSIVES:
        return None
    end = name.end + 1
    while end < len(doc) and doc[end].text[:1].isupper():
        end += 1
    return end if end > name.end + 1 else None


def _cartel(name: Name, doc: Doc) -> int | None:
    """Return where the name of a gang ends that is called by its town: "the Trujillo | drug cartel"."""
    if name.entity.kind == "organisation" or name.form == "adjective" or name.end >= len(doc):
        return None
    end = name.end + (doc[name.end].lower_ in DEALING)
    if end >= len(doc) or doc[end].lower_ not in CLOSED or doc[end].tag_ not in ("NN", "NNP"):
        return None
    local = name.form in ("city", "capital") or name.entity.kind in ("place", "territory")
    return end + 1 if local and doc[name.end - 1].text[:1].isupper() else None


def _airfields(doc: Doc) -> list[Name]:
    """Return the airfields and bases that are told by a letter and a number: "the K-2 air base"."""
    found = []
    for token in doc:
        if not token.text[-1].isdigit() or DESIGNATION.fullmatch(token.text) is None:
            continue
        for end in range(min(token.i + 1 + LONGEST, len(doc)), token.i + 1, -1):
            words = doc[token.i + 1 : end].text.lower()
            if words in nouns().facilities and doc[end - 1].dep_ not in ("compound", "nmod"):
                found.append(Name(token.i, end, Entity(doc[token.i : end].text, "place"), "name"))
                break
    return found
