"""The names of a text → the same, what the model cut put together: what groups call themselves, couples of one surname.

"A group calling itself the Northern Dawn Resistance in Chad" is one body; "Ivo and Ama Holm" are Ivo Holm and Ama Holm.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.data_files import union
from graph.entities.names.guesses import is_guess
from graph.entities.names.name import Name
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.tree import Doc, Token

CALLING = frozenset({"calling", "calls", "call", "called"})
SELVES = frozenset({"itself", "themselves"})
JOINTS = frozenset({"of", "for", "in", "the", "and", "al", "-", "’s", "'s", "on"})
LONGEST = 10  # tokens
OPENING = frozenset('"“‘«``')
CLOSING = frozenset("\"”’»''")
QUOTED = frozenset({"gang", "militia", "coalition", "magazine", "weekly", "daily"})


def self_called(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, large words behind "calling itself" as one body's, if the table knows none of these."""
    found = list(names)
    for token in doc:
        if token.lower_ not in SELVES or not token.i or doc[token.i - 1].lower_ not in CALLING:
            continue
        start = token.i + 1 + (token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "the")
        start += start < len(doc) and doc[start].text in OPENING
        end = _end_of_large(doc, start, {n.end for n in found if n.start == start})
        inside = [n for n in found if start < n.end and n.start < end]
        apart = not any((n.start, n.end) == (start, end) for n in inside) and not world.senses(doc[start:end].text)
        if end - start > 1 and apart and all(start <= n.start and n.end <= end for n in inside):
            one = Name(start, end, Entity(doc[start:end].text, "organisation"), "name")
            found = sorted([*(n for n in found if n not in inside), one], key=lambda n: n.start)
    return found


def so_called(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, large words that a noun for groups gives in quotes as one body's: "the party “Sol Nuevo”"."""
    found = list(names)
    for mark in doc:
        if mark.text not in OPENING or mark.i < 2:
            continue
        if not _is_group(doc[mark.i - 1 - (doc[mark.i - 1].lower_ in CALLING)]):  # "a group called “…”"
            continue
        end = next((t.i for t in doc[mark.i + 1 : mark.i + 1 + LONGEST] if t.text in CLOSING), mark.i)
        words = doc[mark.i + 1 : end]
        large = end > mark.i + 2 and all(t.text[:1].isupper() or t.lower_ in JOINTS for t in words)
        inside = [n for n in found if mark.i < n.end - 1 and n.start < end]
        known = any(n.entity.wikidata is not None and n.end == end and n.start == mark.i + 1 for n in inside)
        if large and not known and not world.senses(words.text):
            one = Name(mark.i + 1, end, Entity(words.text, "organisation"), "name")
            found = sorted([*(n for n in found if n not in inside), one], key=lambda n: n.start)
    return found


def _is_group(token: Token) -> bool:
    """Whether a small noun tells a body, of whatever kind: "group", "party", "newspaper"."""
    return token.tag_ == "NN" and token.text in union(nouns().groups, QUOTED)


def _end_of_large(doc: Doc, start: int, ends: set[int]) -> int:
    """Return where the large words end that start at a token, small words between them included."""
    end = place = start
    while place < min(start + LONGEST, len(doc)) and place not in ends:
        if doc[place].text[:1].isupper():
            end = place + 1
        elif doc[place].lower_ not in JOINTS:
            break
        place += 1
    return place if place in ends else end


def couples(names: Sequence[Name], doc: Doc) -> list[Name]:
    """Return the names, a forename before "and" and a full name as that of who bears the same surname."""
    surnames = {doc[n.end - 1].text for n in names if n.entity.kind == "person" and n.end - n.start > 1}
    told = {}
    for one, other in pairwise(names):
        forename = doc[one.start].text
        if one.end - one.start > 1 or other.start != one.end + 1 or doc[one.end].lower_ not in ("and", "&"):
            continue
        persons = one.entity.kind == other.entity.kind == "person" and is_guess(one.entity)
        if not persons or other.end - other.start != 2 or forename in surnames:
            continue
        if {forename, doc[other.start].text} <= forenames():
            told[one] = replace(one, entity=Entity(f"{forename} {doc[other.end - 1].text}", "person"))
    return [told.get(name, name) for name in names]
