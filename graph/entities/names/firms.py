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

SPELLED = frozenset({"company", "corporation", "limited"})  # stay: "Almagro Shipping Company"
SONS = frozenset({"sons", "bros", "bros.", "brothers", "daughters", "partners", "associates", "co", "co."})
KEPT = frozenset({"bank", "banking", "broadcasting", "acceptance", "trust"})  # "Almagro Bank Corp"
AND = frozenset({"and", "&"})
SHORT = 2  # letters
SYMBOL = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,3})?")


def is_firms(token: Token) -> bool:
    """Whether a word is the end of a company's name: "AG", "Co"; not so the forename "Sa"."""
    word = token.lower_.rstrip(".>")
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
    lower = word.lower().rstrip(".")
    return lower in nouns().incorporated - SPELLED and (word.isupper() or len(lower) > SHORT or lower == "co")


def firm_names(entities: Iterable[Entity]) -> set[str]:
    """Return the short names of the companies that a text calls by their whole names: no others shorten them."""
    whole = {e.name for e in entities if e.kind == "organisation" and is_guess(e)}
    return {short for name in whole if (short := short_name(name)) != name}


def firms_told(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, companies by their short names, and what else has such a name as the company."""
    whole = {e.name: short_name(e.name) for e in entities if e.kind == "organisation" and is_guess(e)}
    firms = {short for name, short in whole.items() if short != name}
    founders = {founder: short for name, short in whole.items() for founder in _founders(name)}
    persons = {e.name.split()[-1] for e in entities if e.kind == "person" and " " in e.name and e.name not in firms}
    firms |= {last for name in firms if (last := name.split()[-1]) != name and last not in persons} | founders.keys()
    firsts = {name.split()[0]: name for name in firms if " " in name and name.split()[0] not in persons}
    founders |= {first: name for first, name in firsts.items() if [n.split()[0] for n in firms].count(first) == 1}
    firms |= {e.name for e in entities if e.kind == "person" and e.name in founders}
    found = (renamed(e, whole.get(e.name, e.name)) if e.kind == "organisation" and is_guess(e) else e for e in entities)
    told = (replace(e, kind="organisation") if e.name in firms and is_guess(e) else e for e in found)
    return [
        renamed(e, founders[e.name]) if e.name in founders and e.kind == "organisation" and is_guess(e) else e
        for e in told
    ]


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


def own_acronyms(names: Sequence[Name], doc: Doc, table: World) -> list[Name]:
    """Return the names, letters that the table has for another body as the company's whose name begins with them.

    "KPN" of a text that tells of KPN Mining Inc is that.
    """
    loose = (n for n in names if n.entity.kind == "organisation" and n.end - n.start > 1 and is_guess(n.entity))
    firms = {
        doc[n.start].text: n.entity
        for n in loose
        if is_firms(doc[n.end - 1]) and doc[n.start].text.isupper() and doc[n.start].text.isalpha()
    }
    if not firms:
        return list(names)
    return [
        replace(n, entity=firms[words], form="name", place=None)
        if (words := doc[n.start : n.end].text) in firms and len(words) > SHORT and table.senses(words)
        else n
        for n in names
    ]


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
