"""The names of a text → the same, with what the acronyms in brackets behind them tell: how long a name is, whose it is.

"The Harbours and Fishing Authority (HFA)" is one body, though the model takes two pieces of it for names; and HFA it is
wherever the text says so.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.names.name import Name, in_brackets
from graph.entities.names.pieces import is_loose, words_of
from graph.entities.words.nouns import nouns
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.tree import Doc

SMALL = frozenset({"and", "of", "for", "the", "on", "in", "&", "-", "to"})
LONGEST = 12  # tokens of a name that an acronym tells
LETTERS = 4  # of an acronym in whose name a comma may stand: "Chad State University, Abeche (CSUA)"
SHORT = 2  # letters of an acronym that many bodies bear
ACRONYM = re.compile(r"[A-Z](?:[a-z]?[A-Z]){1,6}")  # "HFA", "CoE"
STATES = frozenset({"country", "territory", "bloc"})
BODIES = frozenset({"organisation", "bloc"})


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
        guessed = all(
            n.entity.kind not in STATES and world.entity(n.entity.name) is None for n in short if n.form != "city"
        )
        guessed = guessed and any(n.entity.kind == "organisation" for n in short)
        office = any(t.lower_ in union(nouns().holders, nouns().chiefs) for t in doc[start:end])
        if start == end or not short or short != inside or not guessed or office:
            continue
        if any(n.start < start < n.end or n.start < end < n.end for n in found) or world.senses(acronym):
            continue
        whole = Name(start, end, Entity(doc[start:end].text, "organisation"), "name")
        if doc[end - 1].lower_ in union(nouns().events, nouns().papers):  # "Global Hunger Index (GHI)"
            found = [n for n in found if n not in inside]
            continue
        found = sorted([n for n in found if n not in inside] + [whole], key=lambda n: n.start)
    return found


def _start_of(acronym: str, end: int, doc: Doc) -> int:
    """Return where the words before a token start whose large initials are these letters; else the token."""
    left, i = list(acronym), end
    while left and i > max(end - LONGEST, doc[end].sent.start, 0):
        word = doc[i - 1].text
        if word[0].isupper() and word[0] == left[-1]:
            left.pop()
        elif doc[i - 1].lower_ not in SMALL and (word != "," or len(acronym) < LETTERS):
            break
        i -= 1
    return end if left or not doc[i].text[0].isupper() else i


def said_again(names: Sequence[Name], doc: Doc, covered: Collection[int]) -> list[Name]:
    """Return the acronyms, introduced in brackets behind the bodies whose initials they are, that are no names yet.

    Not so "HFA" of "the HFA Harbour Guard": there it only says whose that is.
    """
    bodies = {n.end: n for n in names if n.entity.kind in BODIES and n.end - n.start > 1}
    known = {
        acronym
        for place, acronym in in_brackets(doc)
        if place in bodies and len(acronym) > SHORT and _is_acronym(acronym) and _is_its(acronym, bodies[place], doc)
    }
    return [
        Name(t.i, t.i + 1, Entity(t.text, "organisation"), "name")
        for t in (doc if known else ())
        if t.text in known and t.i not in covered and not (t.i + 1 in covered and t.whitespace_)
    ]


def introduced(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, an acronym in brackets behind a name as that one's: "Benin Dam Fund (BDF)", "Ama Berg (AB)".

    What the text says wins over what the table has the acronym for; a body that the table knows by its acronym alone
    is the table's: "the Total Unity Front (UNITA)".
    """
    ends = {n.end: n for n in names}
    short: dict[str, Entity] = {}
    long: dict[Entity, Entity] = {}
    for place, acronym in in_brackets(doc):
        one = ends.get(place)
        if one is None or not _is_acronym(acronym) or len(acronym) < SHORT:
            continue
        known = next((s.entity for s in world.senses(acronym)), None)
        if _is_its(acronym, one, doc):
            short[acronym] = one.entity
        elif known is None and one.entity.kind in BODIES and _has_letters(acronym, words_of(one, doc)):
            often = Counter(words_of(n, doc) for n in names)
            shorter = _initials(words_of(one, doc)).endswith(acronym)  # "U.S. Trade Commission (TC)"
            if is_loose(one, world) and often[acronym] > often[words_of(one, doc)] and not shorter:
                long[one.entity] = Entity(acronym, "organisation")
            else:
                short[acronym] = one.entity
        elif known is not None and is_loose(one, world) and _is_known_as(acronym, one, doc, known, world):
            long[one.entity] = known
    short |= _spelled_out(names, doc, world)
    short = _initialled(names, doc, world) | short
    if not short and not long:
        return list(names)
    told = [
        replace(n, entity=short[words], form="name", place=None) if (words := words_of(n, doc)) in short else n
        for n in names
    ]
    return [replace(n, entity=long[n.entity]) if n.entity in long else n for n in told]


def _spelled_out(names: Sequence[Name], doc: Doc, world: World) -> dict[str, Entity]:
    """Return the acronyms whose full names stand in brackets behind them: "BSK (Benin Steel Company)"."""
    loose = [n for n in names if n.entity.kind == "organisation" and is_loose(n, world)]
    full = {n.start: n for n in loose if n.end < len(doc) and doc[n.end].text == ")"}
    found = {}
    for name in loose if full else ():
        word = words_of(name, doc)
        behind = name.end + 1 + (name.end + 1 < len(doc) and doc[name.end + 1].text == "the")
        if word.isupper() and len(word) > 1 and name.end < len(doc) and doc[name.end].text == "(" and behind in full:
            words = words_of(full[behind], doc)
            if " " in words and any(w.lower() in nouns().named for w in words.split()):
                found[word] = full[behind].entity
    return found


def _initialled(names: Sequence[Name], doc: Doc, world: World) -> dict[str, Entity]:
    """Return the acronyms that the table does not know, of bodies which it knows: "EC" beside "European Community"."""
    loose = {words for n in names if is_loose(n, world) and (words := words_of(n, doc)).isupper() and len(words) > 1}
    found: dict[str, set[Entity]] = {}
    for name in names if loose else ():
        if name.entity.kind in BODIES and name.form == "name" and world.entity(name.entity.name) is not None:
            words = words_of(name, doc)
            for letters in {_initials(words), _all_initials(words)} & loose if " " in words else ():
                found.setdefault(letters, set()).add(name.entity)
    return {letters: bodies.pop() for letters, bodies in found.items() if len(bodies) == 1}


def _is_its(acronym: str, name: Name, doc: Doc) -> bool:
    """Whether an acronym is of the initials of the name before it."""
    words = words_of(name, doc)
    if name.entity.kind == "person":
        return _all_initials(words) == acronym
    if name.entity.kind not in BODIES:
        return False
    told = acronym in (_initials(words), _all_initials(words)) or acronym == "".join(w[0] for w in words.split())
    return told and (len(acronym) > SHORT or name.entity.wikidata is None)  # "EC": one of the past


def _is_acronym(word: str) -> bool:
    """Whether a word is made of initials, those of small words large or small: "HFA", "CoE"."""
    return word.isupper() or (ACRONYM.fullmatch(word) is not None and word.isalpha())


def _initials(words: str) -> str:
    return "".join(w[0] for w in words.split() if w[0].isupper())


def _all_initials(words: str) -> str:
    """Return the initials of all words of a name, all large: "DOE" of "Department of Energy"."""
    return "".join(w[0].upper() for w in words.split())


def _is_known_as(acronym: str, name: Name, doc: Doc, known: Entity, world: World) -> bool:
    """Whether a body is the one that the table has an acronym for: not the "Council of the OIC (OIC)"."""
    words = words_of(name, doc)
    parts = words.split()
    if len(parts) > 1 and known.name.startswith(f"{words} of ") and name.entity.kind in BODIES:
        return True  # "the Parliamentary Assembly (PACE)"
    inside = any(s.entity == known for i in range(1, len(parts)) for s in world.senses(" ".join(parts[i:])))
    bodies = name.entity.kind in BODIES and known.kind in BODIES
    return bodies and not inside and _has_letters(acronym, words)


def _has_letters(acronym: str, words: str) -> bool:
    """Whether several words have the letters of an acronym in their order: "Front for Liberation", "FOLI"."""
    letters = iter(words.upper())
    return " " in words and len(acronym) > SHORT and all(letter in letters for letter in acronym)
