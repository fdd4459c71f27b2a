"""A parsed text → the names that neither the model nor the world table knows: capitalised words in argument places."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from graph.entities.names.model import is_nothing
from graph.entities.names.name import Name
from graph.entities.names.nobody import are_fields, is_common, is_office, is_weapon
from graph.entities.names.things import is_thing
from graph.entities.words.nouns import nouns
from graph.records import Entity, Kind
from graph.syntax.tree import Doc, Span, Token

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos", "attr", "agent", "dative"})
DIRECTIONS = frozenset({"north", "south", "east", "west"})
NEVER = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL"})


def unknown_names(doc: Doc, covered: set[int]) -> Iterator[Name]:
    """Yield the unknown names, and add their tokens to those that names cover."""
    words = nouns()
    no_names = words.agents | words.titles | words.treaties | words.weekdays | words.months
    no_names |= words.nothing | words.papers | DIRECTIONS
    for token in doc:
        if token.tag_ != "NNP" or token.dep_ not in ARGUMENTS or token.i in covered or token.ent_type_ in NEVER:
            continue
        start = _start(token, covered)
        titled = start > 0 and doc[start - 1].lower_ in words.titles
        while start < token.i and (doc[start].lower_ in words.titles or doc[start].lemma_.lower() in words.agents):
            titled, start = True, start + 1
        while start < token.i and doc[start].lower_ in words.ministries and doc[start - 1].lower_ in ("of", "and"):
            titled, start = True, start + 1  # "Minister of Energy | Ana Berg"
        name = doc[start : token.i + 1]
        if not all(_is_capitalised(t.text) for t in name) or token.lower_ in no_names:
            continue
        if len(name) == 1 and (start == token.sent.start or token.lower_ in words.holders | words.chiefs):
            continue
        one = Span(doc, start, token.i + 1, label="PERSON" if titled or len(name) == 2 else "ORG")
        if is_common(one) or is_office(one) or is_weapon(one) or is_thing(one) or is_nothing(one) or are_fields(one):
            continue
        kind: Kind = "person" if titled or len(name) == 2 else "organisation"
        yield Name(start, token.i + 1, Entity(" ".join(t.text for t in name), kind), "name")
        covered.update(range(start, token.i + 1))


def shortened(spans: Iterable[Span], found: Collection[Name], covered: set[int]) -> Iterator[Name]:
    """Yield the single words with which a text names again a body that it named: "the Fund", "the Brigades"."""
    bodies = {n.entity.name for n in found if n.entity.kind == "organisation" and " " in n.entity.name}
    ends = Counter(body.split()[-1] for body in bodies)
    for span in spans:
        if span.label_ == "ORG" and len(span) == 1 and ends[span.text] == 1 and span.start not in covered:
            yield Name(span.start, span.end, Entity(span.text, "organisation"), "name")
            covered.add(span.start)


def named_again(doc: Doc, found: Collection[Name], covered: set[int]) -> Iterator[Name]:
    """Yield the surnames, alone, of persons whom the text names, where the model took them for nothing."""
    surnames = {n.entity.name.split()[-1] for n in found if n.entity.kind == "person"}
    for token in doc if surnames else ():
        named = token.tag_ in ("NNP", "NNPS") or token.ent_type_ == "PERSON"
        if token.text in surnames and named and token.i not in covered and token.ent_type_ not in NEVER:
            start = _forename(token, covered)
            yield Name(start, token.i + 1, Entity(doc[start : token.i + 1].text, "person"), "name")
            covered.update(range(start, token.i + 1))


def _forename(token: Token, covered: Collection[int]) -> int:
    """Return where the name of a person starts whose surname a token is: "the National Assembly | Ama Mensah"."""
    doc, start = token.doc, token.i
    while start:
        before = doc[start - 1]
        if before.text == "-" and start > 1 and not before.whitespace_ and not doc[start - 2].whitespace_:
            start -= 1  # "Ana-Maria"
            continue
        initial = len(before.text) == 2 and before.text[1] == "."
        plain = before.tag_ == "NNP" and before.text[0].isupper() and (initial or before.text[1:].islower())
        free = before.i not in covered and before.ent_type_ == "" and not _is_told(before)
        if not plain or not free or not start <= before.head.i <= token.i:
            break
        start -= 1
    return start if doc[start].text != "-" else start + 1


def _is_told(token: Token) -> bool:
    """Whether a large word before a surname is a title or a day, no forename."""
    known = nouns().titles | nouns().agents | nouns().holders | nouns().chiefs | nouns().weekdays | nouns().months
    return token.lower_ in known


def _start(token: Token, covered: Collection[int]) -> int:
    """Return where the run of capitalised words that ends with the token starts."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start - 1].tag_ == "NNP" and start - 1 not in covered:
        if doc[start - 1].head not in (token, doc[start]):
            break
        start -= 1
    return start


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and any(c.islower() for c in word)
