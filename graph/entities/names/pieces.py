"""The names of a text → the same, those of one person in pieces put together.

"Tahar" "Ezirouali" are one person; so are "RUTO, William" and 'Juan "El Lobo" Perez'.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.entities.names.name import Name, in_brackets
from graph.entities.words.nouns import nouns
from graph.entities.world import People, World
from graph.records import Entity
from graph.syntax.tree import Doc

QUOTES = frozenset("\"'“”‘’")
NICKNAME = 5  # tokens, quotation marks included
SMALL = frozenset({"and", "of", "for", "the", "on", "in", "&", "-", "to"})
LONGEST = 12  # tokens of a name that an acronym tells
STATES = frozenset({"country", "territory", "bloc"})
LOOSE = frozenset({"organisation", "people", "person"})


def mended(names: Sequence[Name], doc: Doc, world: World, people: People) -> list[Name]:
    """Return the names in text order, pieces of one person joined."""
    found: list[Name] = []
    for name in names:
        one = _joined(found[-1], name, doc, world, people) if found else None
        if one is None:
            found.append(name)
        else:
            found[-1] = one
    return found


def measured(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, those of bodies as long as the acronym in brackets behind them says.

    "The Harbours and Fishing Authority (HFA)" is one body, though the model takes two pieces of it for names.
    """
    found = list(names)
    for end, acronym in in_brackets(doc):
        if not (acronym.isupper() and acronym.isalpha() and len(acronym) > 2):
            continue
        start = _start_of(acronym, end, doc)
        inside = [n for n in found if start <= n.start < end]
        short = [n for n in inside if (n.start, n.end) != (start, end)]
        guessed = all(n.entity.kind not in STATES and world.entity(n.entity.name) is None for n in short)
        guessed = guessed and any(n.entity.kind == "organisation" for n in short)
        office = any(t.lower_ in nouns().holders | nouns().chiefs for t in doc[start:end])
        if start == end or not short or short != inside or not guessed or office:
            continue
        if any(n.start < start < n.end or n.start < end < n.end for n in found) or world.senses(acronym):
            continue
        whole = Name(start, end, Entity(doc[start:end].text, "organisation"), "name")
        found = sorted([n for n in found if n not in inside] + [whole], key=lambda n: n.start)
    return found


def _start_of(acronym: str, end: int, doc: Doc) -> int:
    """Return where the words before a token start whose large initials are these letters; else the token."""
    left, i = list(acronym), end
    while left and i > max(end - LONGEST, doc[end].sent.start, 0):
        word = doc[i - 1].text
        if word[0].isupper() and word[0] == left[-1]:
            left.pop()
        elif doc[i - 1].lower_ not in SMALL:
            break
        i -= 1
    return end if left or not doc[i].text[0].isupper() else i


def introduced(names: Sequence[Name], doc: Doc) -> list[Name]:
    """Return the names, an acronym in brackets behind a body's name as that body's: "Benin Dam Fund (BDF)".

    What the text says wins over what the table has the acronym for.
    """
    bodies: dict[str, Entity] = {}
    for one, other in pairwise(names):
        short = _words(other, doc)
        bracketed = other.start == one.end + 1 and doc[one.end].text == "(" and short.isupper() and len(short) > 1
        known = len(short) == 2 and one.entity.wikidata is not None  # "European Community (EC)": one of the past
        if (
            bracketed
            and one.entity.kind in ("organisation", "bloc")
            and _initials(_words(one, doc)) == short
            and not known
        ):
            bodies[short] = one.entity
    return [
        replace(n, entity=bodies[w], form="name", place=None) if (w := _words(n, doc)) in bodies else n for n in names
    ]


def _initials(words: str) -> str:
    return "".join(w[0] for w in words.split() if w[0].isupper())


def _joined(one: Name, other: Name, doc: Doc, world: World, people: People) -> Name | None:
    """Return the person that two neighbouring names are together, or None."""
    if not (_is_loose(one, world) and _is_loose(other, world)):
        return None
    first, last = _words(one, doc), _words(other, doc)
    between = [t.text for t in doc[one.end : other.start]]
    if not between and one.end - one.start == 1 == other.end - other.start and doc[one.start].head.i == other.start:
        return _person(one, other, f"{first} {last}") if first[:1].isupper() and last[:1].isupper() else None
    titled = first.lstrip("-").lower() in nouns().titles
    if (
        not between
        and not titled
        and one.entity.kind == other.entity.kind == "person"
        and one.end <= doc[one.end - 1].head.i < other.end
    ):
        return _person(one, other, f"{first} {last}")
    parted = between in (["and"], ["&"]) and one.entity.kind == other.entity.kind == "organisation"
    if parted and one.end - one.start > 2 and other.start <= doc[one.end - 1].head.i < other.end:
        name = doc[one.start : other.end].text  # "School of Oriental and African Studies"
        return replace(one, end=other.end, entity=Entity(name, "organisation"), plural=False)
    if between == [","] and " " not in first + last:
        turned = f"{last} {first.capitalize() if first.isupper() else first}"
        listed = other.end < len(doc) and doc[other.end].text in ("'s", "’s", ",", "and")  # "KBC, Mensah's and"
        shouted = first.isupper() and len(first) > 2 and not last.isupper() and not listed
        return _person(one, other, turned) if shouted or people.called(turned) is not None else None
    quoted = 2 < len(between) <= NICKNAME and between[0] in QUOTES and between[-1] in QUOTES
    if quoted and all(w[:1].isupper() for w in between[1:-1]) and "person" in (one.entity.kind, other.entity.kind):
        return _person(one, other, f"{first} {last}")
    return None


def _is_loose(name: Name, world: World) -> bool:
    """Whether a name is no more than the model's guess."""
    known = name.entity.wikidata is not None or name.form != "name" or world.entity(name.entity.name) is not None
    return name.entity.kind in LOOSE and not known


def _words(name: Name, doc: Doc) -> str:
    return str(doc[name.start : name.end].text)


def _person(one: Name, other: Name, name: str) -> Name:
    return replace(one, end=other.end, entity=Entity(name, "person"), plural=False)
