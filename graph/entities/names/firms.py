"""A company's name → the same without what says only how it is owned; the signs by which a text tells of companies.

"Kestrel Corp", "Kestrel" and "<KSTL>" are one; "Ivo Holm and Sons Co" is a company, and no person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.names.guesses import is_guess, renamed
from graph.entities.names.name import Name
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people, world
from graph.records import Entity
from graph.syntax.tree import Doc, Span, Token

SPELLED = frozenset({"company", "corporation", "limited", "partnership"})  # stay: "Almagro Shipping Company"
SONS = frozenset({"sons", "bros", "bros.", "brothers", "daughters", "partners", "associates", "co", "co."})
KEPT = frozenset({"bank", "banking", "broadcasting", "acceptance", "trust"})  # "Almagro Bank Corp"
AND = frozenset({"and", "&"})
HOLDING = frozenset("enterprises group holding holdings industries international overseas worldwide".split())
BEGUN = frozenset({"organisation", "person", "place"})  # for which the model takes a company's first word
SHORT = 2  # letters
SYMBOL = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,3})?")


def is_firms(token: Token) -> bool:
    """Whether a word is the end of a company's name: "AG", "Co"; not so the forename "Sa"."""
    word = token.lower_.rstrip(">").replace(".", "")
    return word in nouns().incorporated and (token.text.isupper() or len(token.text) > SHORT or word == "co")


def is_firm(span: Span) -> bool:
    """Whether a name ends as a company's, or goes on so: "Holm GmbH", "Ivo Holm | and Sons"."""
    if len(span) > 1 and is_firms(span[-1]):
        return True
    behind = [t.lower_ for t in span.doc[span.end : span.end + 2]]
    if not behind or not span[-1].text[:1].isupper():
        return False
    return is_firms(span.doc[span.end]) if behind[0] not in AND else behind[1:] != [] and behind[1] in SONS


def short_name(name: str) -> str:
    """Return a company's name without its form: "Kestrel Corp" → "Kestrel"; "Time Inc", "Texas Co" stay."""
    words = name.split()
    while len(words) > 1 and _is_form(words[-1]) and not (words[-2].lower() in KEPT and words[-1][:2] == "Co"):
        words.pop()
        if words[-1] in AND:
            words.pop()
    words[-1:] = [words[-1].rstrip(",")] if words else []
    short = " ".join(words)
    plain = short.lower() in common_words() or short.lower() in union(nouns().named, nouns().nothing)
    known = short != name and (bool(world().senses(short)) or bool(people().known_as(short)))
    return name if not short or plain or known or len(short) < SHORT else short


def _is_form(word: str) -> bool:
    lower = word.lower().replace(".", "")
    return lower in nouns().incorporated - SPELLED and (word.isupper() or len(lower) > SHORT or lower == "co")


def firm_names(entities: Iterable[Entity]) -> set[str]:
    """Return the short names of the companies that a text calls by their whole names: no others shorten them."""
    whole = {e.name for e in entities if e.kind == "organisation" and is_guess(e)}
    return {short for name in whole if (short := short_name(name)) != name}


def firms_told(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, companies by their short names, and what else has such a name as the company.

    What a text calls by the first words of a company's name is that company; of two that begin so the one told first.
    """
    whole = {e.name: short_name(e.name) for e in entities if e.kind == "organisation" and is_guess(e)}
    told = list(dict.fromkeys(s for name, s in whole.items() if s != name or _is_spelled(s)))
    founders = {founder: short for name, short in whole.items() for founder in _founders(name)}
    persons = {e.name.split()[-1] for e in entities if e.kind == "person" and " " in e.name and e.name not in told}
    firms = {*told, *founders}
    firms |= {last for name in told if (last := name.split()[-1]) != name and last not in persons}
    begun = {e.name for e in entities if e.kind in BEGUN and is_guess(e)} - persons - {*told} if told else set()
    founders |= {name: firm for name in begun if (firm := _begun_by(name, [*told, *founders])) is not None}
    firms |= {e.name for e in entities if e.kind in ("person", "place") and e.name in founders}
    found = (renamed(e, whole.get(e.name, e.name)) if e.kind == "organisation" and is_guess(e) else e for e in entities)
    kinds = (replace(e, kind="organisation") if e.name in firms and is_guess(e) else e for e in found)
    return [
        renamed(e, founders[e.name]) if e.name in founders and e.kind == "organisation" and is_guess(e) else e
        for e in kinds
    ]


def _is_spelled(name: str) -> bool:
    """Whether a short name ends as a company's, the form of which stays: "Almagro Shipping Company"."""
    return name.rsplit(maxsplit=1)[-1].lower() in SPELLED and name.count(" ") <= SHORT


def _begun_by(name: str, firms: Sequence[str]) -> str | None:
    """Return the first of the companies whose names begin with these words, and have more."""
    first, last = name.split(maxsplit=1)[0].lower(), name.rsplit(maxsplit=1)[-1].lower().rstrip(".")
    if first in nouns().named or last in nouns().incorporated:
        return None  # "Almagro Corporation" is not its daughter Almagro Corporation Benin Ltd
    return next((firm for firm in firms if firm.startswith(f"{name} ")), None)


def _founders(name: str) -> Iterator[str]:
    """Yield whose sons a company is: "Ivo Holm" of "Ivo Holm and Sons"."""
    words = name.split()
    at = next((i for i, w in enumerate(words) if w in AND and words[i + 1 : i + 2]), 0)
    if at and words[at + 1].lower() in SONS:
        yield " ".join(words[:at])


def without_symbols(names: Iterable[Name], doc: Doc) -> Iterator[Name]:
    """Yield the names but those that say only how a company is owned or traded: "Kestrel Corp <| KSTL |>"."""
    for name in names:
        if all(is_firms(t) or t.lower_ in SONS for t in doc[name.start : name.end]):
            continue  # "Merrill Lynch and | Co Inc |"
        pointed = name.start > 0 and doc[name.start - 1].text[-1] == "<"
        pointed = pointed and name.end < len(doc) and doc[name.end].text[0] == ">"
        if not (pointed and SYMBOL.fullmatch(doc[name.start : name.end].text)):
            yield name


def firms_again(names: Sequence[Name], doc: Doc, table: World) -> list[Name]:
    """Return the names, and where the text calls a company again by a short name that the model missed or cut.

    "Lima Land" of a text that tells of Lima Land Holdings Ltd is that company, and no town.
    """
    short: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        if name.entity.kind == "organisation" and is_guess(name.entity) and is_firms(doc[name.end - 1]):
            for words in _short_forms(doc[name.start : name.end], table):
                short.setdefault(words[0], []).append(words)
    if not short:
        return list(names)
    at = {i: name for name in names for i in range(name.start, name.end)}
    found = {name: name for name in names}
    for token in doc:
        for words in short.get(token.text, ()):
            end = token.i + len(words)
            goes_on = _goes_on(doc, end) and (len(words) == 1 or at.get(end) is at.get(end - 1))
            if tuple(t.text for t in doc[token.i : end]) != words or goes_on:
                continue
            inside = {at[i] for i in range(token.i, end) if i in at}
            if any(n.start < token.i or n.end > end for n in inside):
                continue
            if len(words) == 1 and (token.tag_ != "NNP" or any(n.form != "city" for n in inside)):
                continue  # "Almagro" of Almagro Tool Co is also a town
            for name in inside:
                found.pop(name, None)
            one = Name(token.i, end, Entity(" ".join(words), "organisation"), "name")
            found[one] = one
            at.update(dict.fromkeys(range(token.i, end), one))
    return sorted(found, key=lambda n: n.start)


def _short_forms(firm: Span, table: World) -> Iterator[tuple[str, ...]]:
    """Yield the words by which a text calls a company again: "Almagro Land", "Almagro Land Holdings"."""
    words = [t.text for t in firm]
    while len(words) > 1 and (is_firms(firm[len(words) - 1]) or words[-1] in AND):
        words.pop()
    if short_name(" ".join([*words, "Ltd"])) != " ".join(words):
        return  # "Time", "Boeing": a word, or a company that the table knows
    yield tuple(words)
    if words[-1].lower() in HOLDING and len(words) > 2 and words[-2] not in AND:
        yield tuple(words[:-1])
    first = words[0]
    told = any(s.form != "city" or not s.ambiguous for s in table.senses(first)) or bool(people().known_as(first))
    if len(words) > 1 and first.isalpha() and len(first) > SHORT and not told and first.lower() not in common_words():
        yield (first,)


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a large word that may be of the same name follows: "Almagro Land | Authority"."""
    if end >= len(doc) or not doc[end - 1].whitespace_ or doc[end].lower_ in union(nouns().holders, nouns().chiefs):
        return False
    return doc[end].text[:1].isupper() and doc[end].tag_ in ("NNP", "NNPS")


def own_acronyms(names: Sequence[Name], doc: Doc, table: World) -> list[Name]:
    """Return the names, letters that the table has for another body as the company's whose name begins with them.

    "KPN" of a text that tells of KPN Mining Inc is that.
    """
    loose = (n for n in names if n.entity.kind == "organisation" and n.end - n.start > 1)
    firms = {
        doc[n.start].text: n.entity
        for n in loose
        if is_firms(doc[n.end - 1]) and doc[n.start].text.isalpha() and _is_other(doc[n.start].text, table)
    }
    if not firms:
        return list(names)
    return [
        replace(n, entity=firms[words], form="name", place=None)
        if (words := doc[n.start : n.end].text) in firms
        and len(words) > SHORT
        and table.senses(words)
        and (words.isupper() or not _goes_on(doc, n.end))
        else n
        for n in names
    ]


def _is_other(word: str, table: World) -> bool:
    """Whether a company's first word is letters, or another name of a state: "KPN", "Nippon"; not so "Japan"."""
    senses = table.senses(word)
    state = bool(senses) and senses[0].entity.kind == "country" and senses[0].form == "name"
    return word.isupper() or (state and senses[0].entity.name != word)


def own_words(names: Sequence[Name], doc: Doc, table: World) -> list[Name]:
    """Return the names, "the Congress" that many have as the one that the text has told of: "World Dam Congress"."""
    bodies: dict[str, tuple[int, Entity]] = {}
    for name in names:
        if name.entity.kind == "organisation" and name.end - name.start > 1 and is_guess(name.entity):
            bodies.setdefault(doc[name.end - 1].text, (name.end, name.entity))
    single = [n for n in names if n.end - n.start == 1 and doc[n.start].text in bodies]
    known = {n.entity for n in names if n.end - n.start > 1} if single else set()
    own = {n for n in single if _is_own(n, bodies[doc[n.start].text][0], doc, table) and n.entity not in known}
    return [replace(n, entity=bodies[doc[n.start].text][1], form="name", place=None) if n in own else n for n in names]


def _is_own(name: Name, since: int, doc: Doc, table: World) -> bool:
    """Whether "the" before a word, and where it stands, make it that of a body told of before."""
    home = (
        name.entity.kind == "organisation"
        and name.entity.country is not None
        and bool(table.senses(doc[name.start].text))
    )
    return home and name.start > since and name.start > 0 and doc[name.start - 1].lower_ == "the"
