"""A plural → whom the text lists as such: "those who backed it include Chad", "two states backed it: Chad and Mali"."""

from collections.abc import Mapping

from graph.entities.names import Name
from graph.entities.words.nouns import lemma_of, nouns
from graph.syntax.labels import DASHES, OBJECTS, has
from graph.syntax.tree import Doc, Token

BARE = frozenset({"those", "others"})  # they stand for nobody but by their clause
MARKS = DASHES | {":", "("}
ENDS = frozenset({".", ";", "?", "!"})
CLOSED = {"(": frozenset({")"}), **dict.fromkeys(DASHES, DASHES)}
JOINTS = frozenset({",", "and", "the", "as", "well", "plus", "&", ";"})
POINTS = DASHES | {"*", "•"}  # they begin the lines of a list
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
FARTHEST = 25  # words between a plural and its list


def listed_as(noun: Token) -> list[Token]:
    """Return who is listed as what a plural's clause says; nobody where the list is denied.

    "The countries that backed it were Chad and Mali", "among those who backed it are", "others backing it include".
    """
    if noun.tag_ != "NNS" and noun.lower_ not in BARE:
        return []
    above = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and above.lemma_ in ("be", "include") and not has(above, ("neg",)):
        return [c for c in above.children if c.dep_ in ("attr", *OBJECTS) and c.i > above.i and is_someone(c)]
    if noun.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_ == "be":
        return [c for c in above.head.children if c.dep_ in ("nsubj", "attr") and is_someone(c)]
    return []


def is_someone(token: Token) -> bool:
    """Whether a noun is a name or a plain word for people: "Chad", "the presidents of Chad and Mali"."""
    people = token.pos_ == "NOUN" and nouns().is_party(lemma_of(token))
    return token.pos_ == "PROPN" or (people and not has(token, ("relcl", "acl")))


def behind_mark(noun: Token, names: Mapping[int, Name]) -> list[Name]:
    """Return the names that a mark lists of a counted plural, however far: "visits two states in May: Chad and Mali".

    Just so many have to be named, unless "among them" says that these are some of them, or "following" that all are.
    """
    number = next((c.lower_ for c in noun.children if c.dep_ == "nummod" and c.i < noun.i), "")
    following = any(c.lower_ == "following" and c.i < noun.i for c in noun.children)
    if noun.tag_ != "NNS" or not (number or following):
        return []
    place, some = _behind_the_mark(noun)
    listed = _names_from(noun.doc, place, names) if place else []
    if some or (following and not number) or (listed and _among_them(noun.doc, listed[-1].end)):
        return listed
    return listed if len(listed) == _count(number) else []


def _behind_the_mark(noun: Token) -> tuple[int, bool]:
    """Return where the list may begin, 0 for nowhere, and whether it is of some only."""
    for token in noun.doc[noun.i + 1 : noun.i + FARTHEST]:
        if token.text == "," and _among_them(noun.doc, token.i + 1):
            return token.i + 3, True
        if token.text in MARKS:
            return token.i + 1, False
        if token.text in ENDS or (token.tag_ == "NNS" and has(token, ("nummod",))):
            break
    return 0, False


def _names_from(doc: Doc, place: int, names: Mapping[int, Name]) -> list[Name]:
    """Return the names that stand one behind the other from a place on, joined by commas, "and" or the marks of lines.

    None where one of another kind is among them, or the sentence goes on with them. A dash or bracket before them has
    to have its second behind them, or the sentence ends.
    """
    found: list[Name] = []
    mark = doc[place - 1].text
    joints = JOINTS | POINTS if mark == ":" else JOINTS
    while place < len(doc):
        while place < len(doc) and (doc[place].lower_ in joints or doc[place].is_space):
            place += 1
        name = names.get(place) if place < len(doc) else None
        if name is None or name.form not in ("name", "capital", "city", "seat") or name.start != place:
            break
        found.append(name)
        place = name.end
    ended = place >= len(doc) or doc[place].text in ENDS or doc[place].sent.start == place or _among_them(doc, place)
    closed = mark in CLOSED and not ended and doc[place].text in CLOSED[mark]
    return found if (ended or closed) and len(found) > 1 else []


def _among_them(doc: Doc, place: int) -> bool:
    return [t.lower_ for t in doc[place : place + 2]] == ["among", "them"]


def _count(number: str) -> int:
    """Return what a number word says; 0 for one that is none."""
    if number.isdigit():
        return int(number)
    return NUMBERS.index(number) + 2 if number in NUMBERS else 0
