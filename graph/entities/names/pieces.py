"""The names of a text → the same, those of one person in pieces put together.

"Tahar" "Ezirouali" are one person; so are "RUTO, William" and 'Juan "El Lobo" Perez'.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.entities.names.firms import SONS, is_firms
from graph.entities.names.guesses import is_guess
from graph.entities.names.name import Name
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world import People, World
from graph.records import Entity
from graph.syntax.tree import Doc

QUOTES = frozenset("\"'“”‘’")
FORENAMED = 3  # tokens of a forename in brackets
NICKNAME = 5  # tokens, quotation marks included
LOOSE = frozenset({"organisation", "people", "person"})


def mended(names: Sequence[Name], doc: Doc, world: World, people: People) -> list[Name]:
    """Return the names in text order, pieces of one person joined."""
    found: list[Name] = []
    for name in names:
        if (forename := _in_brackets_before(name, doc)) is not None:
            if found and found[-1].end == name.start - 1:
                found.pop()
            found.append(replace(name, entity=Entity(f"{forename} {words_of(name, doc)}", "person")))
            continue
        one = _joined(found[-1], name, doc, world, people) if found else None
        if one is None:
            found.append(name)
        else:
            found[-1] = one
    return found


def _in_brackets_before(name: Name, doc: Doc) -> str | None:
    """Return the forename that an editor put before a surname: "Mr [Ivo] Holm"."""
    if (
        name.start < FORENAMED
        or name.entity.kind not in ("person", "organisation")
        or not is_guess(name.entity)
        or doc[name.start - 1].text != "]"
    ):
        return None
    word = doc[name.start - 2]
    return word.text if doc[name.start - 3].text == "[" and word.text in forenames() else None


def _joined(one: Name, other: Name, doc: Doc, world: World, people: People) -> Name | None:
    """Return the person that two neighbouring names are together, or None."""
    first, last = words_of(one, doc), words_of(other, doc)
    between = [t.text for t in doc[one.end : other.start]]
    if not between and set(last.split()) <= set(first.split()):
        return None  # "Ivo Holm | Holm Ivo", of a caption
    titled = first.lstrip("-").lower() in nouns().titles
    if not between and not titled and people.called(f"{first} {last}") is not None:
        return _person(one, other, f"{first} {last}")  # "Aung | San Suu Kyi"
    if not between and _is_first_of(one, other, doc):
        return _person(one, other, f"{first} {last}")
    if not (is_loose(one, world) and is_loose(other, world)):
        return None
    if not between and one.end - one.start == 1 == other.end - other.start and doc[one.start].head.i == other.start:
        return _person(one, other, f"{first} {last}") if first[:1].isupper() and last[:1].isupper() else None
    if (
        not between
        and not titled
        and one.entity.kind == other.entity.kind == "person"
        and one.end <= doc[one.end - 1].head.i < other.end
    ):
        return _person(one, other, f"{first} {last}")
    if between in (["and"], ["&"]) and all(t.lower_ in SONS or is_firms(t) for t in doc[other.start : other.end]):
        return replace(one, end=other.end, entity=Entity(doc[one.start : other.end].text, "organisation"), plural=False)
    if one.entity.kind == other.entity.kind == "organisation" and _is_one_body(one, other, between, doc):
        return replace(one, end=other.end, entity=Entity(doc[one.start : other.end].text, "organisation"), plural=False)
    joined = between == ["-"] and not doc[one.end].whitespace_ and not doc[one.end - 1].whitespace_
    if joined and one.entity.kind == "person" and " " in first and " " not in last and last[:1].isupper():
        known = people.known_as(first.split()[-1]) or people.known_as(last)  # "Ama Mensah-Obama" are two
        return None if known else _person(one, other, f"{first}-{last}")
    if between == [","] and " " not in first + last:
        turned = f"{last} {first.capitalize() if first.isupper() else first}"
        listed = other.end < len(doc) and doc[other.end].text in ("'s", "’s", ",", "and")  # "KBC, Mensah's and"
        shouted = first.isupper() and len(first) > 2 and not last.isupper() and not listed
        return _person(one, other, turned) if shouted or people.called(turned) is not None else None
    quoted = 2 < len(between) <= NICKNAME and between[0] in QUOTES and between[-1] in QUOTES
    if quoted and all(w[:1].isupper() for w in between[1:-1]) and "person" in (one.entity.kind, other.entity.kind):
        return _person(one, other, f"{first} {last}")
    return None


def _is_first_of(one: Name, other: Name, doc: Doc) -> bool:
    """Whether what looks like an unknown place is the first word of a person's name: "Awais | Omar Khan Farouki"."""
    place = one.entity.kind == "place" and is_guess(one.entity) and one.end - one.start == 1
    person = other.entity.kind == "person" and is_guess(other.entity) and other.end - other.start > 1
    word = doc[one.start]
    return place and person and word.text.istitle() and word.dep_ == "compound" and word.head.i == other.end - 1


def _is_one_body(one: Name, other: Name, between: Sequence[str], doc: Doc) -> bool:
    """Whether two neighbouring names are one body's: "School of Oriental | and | African Studies"."""
    if between in (["and"], ["&"]) and one.end - one.start > 2 and other.start <= doc[one.end - 1].head.i < other.end:
        return True
    first, last = doc[one.end - 1].lower_, doc[other.end - 1].lower_
    if between == [",", "and"]:  # "the Heritage, Tourism | , and | Crafts Organization"
        listed = not any(t.lower_ in nouns().named for t in doc[one.start : one.end])
        return one.end - one.start > 1 and listed and last in nouns().named
    if between in (["of"], ["of", "the"]):  # "the Chadian Ministry | of the | Interior and Roads"
        return first in ("ministry", "department") and not last.endswith(first)
    # "the Popular Movement | for the | Liberation of Chad"
    return between in (["for"], ["for", "the"], ["on", "the"]) and first in nouns().named and last not in nouns().named


def is_loose(name: Name, world: World) -> bool:
    """Whether a name is no more than the model's guess."""
    known = name.entity.wikidata is not None or name.form != "name" or world.entity(name.entity.name) is not None
    return name.entity.kind in LOOSE and not known


def words_of(name: Name, doc: Doc) -> str:
    """Return a name as the text has it."""
    return str(doc[name.start : name.end].text)


def _person(one: Name, other: Name, name: str) -> Name:
    return replace(one, end=other.end, entity=Entity(name, "person"), form="name", place=None, plural=False)
