"""A span that the model took for a name → the words of it that are the name: no determiner, title, day or clause.

"Obama administration" is the person alone, and so is "Iran's ambassador to [Oman Reza Nouri]".
"""

import re
from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.cuts import cut
from graph.entities.names.ends import ARTICLES, before_list, with_article, with_owner, with_syllable
from graph.entities.names.firms import is_firms
from graph.entities.names.nobody import are_fields
from graph.entities.names.parted import of_person
from graph.entities.names.posts import before_office, behind_office
from graph.entities.names.several import are_towns, are_two_surnames
from graph.entities.words.common import common_words
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world import Sense, World, people
from graph.entities.world.people import korean_surnames
from graph.syntax.labels import DASHES
from graph.syntax.tree import Span, Token

DIRECTIONS = frozenset("northern southern eastern western central north south east west upper lower".split())
SEVERAL = frozenset({"Provinces", "Districts", "Regions", "Counties", "Governorates"})
POLITE = frozenset({"mr", "mrs", "ms", "dr"})
LEADING = frozenset({"Managing", "Executive", "Deputy", "Assistant", "General"})
WHOLE = frozenset("full whole entire new newly powerful influential independent then".split())
OWNED = frozenset("board news staff television shares stock development leadership management website".split())
RANKS = frozenset({"crown", "grand", "lance", "rear"})
SECOND = 5  # tokens of two persons whom a hyphen joins
OWNING = frozenset({"Company", "Corporation", "Church", "Monastery", "Cathedral", "Basilica"})
SPEAKS = frozenset({"Q.", "A.", "Q", "A"})  # before question and answer
OFFICERS = frozenset({"Admiral", "Brigadier", "Captain", "Colonel", "General", "Lieutenant", "Major", "Sergeant"})
PARTS = frozenset({"components", "elements", "members", "parts", "units"})
COUNTED = re.compile(r"\d{1,3}(?:,\d{3})+")
FATHERED = frozenset({"el", "al", "bin", "ben", "ibn", "ould", "abu", "bint"})
SIDED = frozenset({"anti", "pro", "ex", "non"})
COMBINING = frozenset("anti pro non ex pan".split())  # "pro-Kurdish": the world table knows the rest


def trimmed(ent: Span, world: World) -> Span | None:
    """Cut determiners, titles, punctuation and possessives off a model name; None if nothing is left."""
    start, end = cut(ent)
    words = ent.doc.tokens
    while start < end and (
        words[start].tag_ in ("DT", "POS", "IN", "PRP$")
        or words[start].text in ("a", "an", "the")
        or _is_mark(words[start])
    ):
        start += 1
    while ent.label_ == "ORG" and start < end - 1 and words[start].tag_ == "JJ" and words[start].text in WHOLE:
        start += 1  # "the | full | Almagro Committee"
    if ent.label_ == "ORG" and end - start > 2 and words[start].lower_ in PARTS and words[start + 1].text == "of":
        start += 2  # "Components of | Brigade 2407"
    if start < end and _is_said(words, start):
        start += 1  # "Q. | Preparations are afoot"
    if ent.label_ in ("GPE", "LOC", "FAC") and start < end - 1 and words[start].text in DIRECTIONS:
        start += 1  # "the eastern | Bekaa Valley"
    while ent.label_ == "PERSON" and start < end - 1 and (_is_title(words[start:end]) or _are_many(words[start:end])):
        start += 1
    if ent.label_ == "ORG" and end - start == 2 and _is_office_of_many(words[start]):
        return Span(ent.doc, start + 1, end, label="PERSON")  # "Presidents | Berg" and Holm
    if ent.label_ == "PERSON" and (first := _before_second(words, start, end)) is not None:
        end = first  # "Ivo Holm | -Ama Berg"
    sided = ent.label_ in ("PERSON", "NORP") and words[start].lower_ in SIDED
    if sided and end - start > 2 and words[start + 1].text == "-":
        start += 2  # "pro- | Mensah"
    surname = ent.label_ == "ORG" and end - start > 2 and bool(people().known_as(words[start].text))
    if surname and are_fields(Span(ent.doc, start + 1, end)):
        return Span(ent.doc, start, start + 1, label="PERSON")  # "Merkel | National Security official"
    while end > start and (words[end - 1].tag_ in ("POS", "CC", "IN", "TO", "DT") or _is_mark(words[end - 1])):
        end -= 1
    if ent.label_ == "ORG" and words[start].lower_.rstrip(".") in POLITE and end - start > 1:
        return Span(ent.doc, start + 1, end, label="PERSON")  # "Mr | de Almagro"
    if ent.label_ == "ORG" and end - start > 1 and words[end - 1].text in LEADING and end < len(words):
        end -= words[end].text in (
            "Director",
            "Officer",
            "Secretary",
            "Chairman",
            "Editor",
        )  # "KPN | Managing Director"
    while ent.label_ == "ORG" and start < end - 1 and _trails(words[end - 1]):
        end -= 1  # "the Academic Council of the leading"
    end = before_office(Span(ent.doc, start, end, label=ent.label_), world) if end - start > 1 else end
    start = behind_office(Span(ent.doc, start, end, label=ent.label_), world) if end - start > 2 else start
    while ent.label_ == "ORG" and start < end - 1 and words[end - 1].text in OWNED and _is_large(words[end - 2]):
        end -= 1  # "Almagro | board", "AFP | news" agency
    if ent.label_ in ("ORG", "PERSON"):
        end = _end_of_firm(words, start, end)
    if end - start > 1 and words[end - 1].text in SEVERAL:
        return of_person(Span(ent.doc, start, end - 1, label="GPE"), world)  # "Kandahar and Helmand | Provinces"
    days = nouns().weekdays
    while ent.label_ in ("PERSON", "ORG", "GPE", "FAC", "LOC") and end - start > 1 and words[end - 1].lower_ in days:
        end -= 1  # "Ghazni | Saturday"
    if end - start > 2 and words[end - 2].tag_ == "POS" and words[end - 1].text.islower() and ent.label_ == "ORG":
        end -= 2  # "the Air Forces | 's development"
    if ent.label_ in ("PERSON", "ORG"):
        end = next((i for i in range(start + 1, end) if words[i].text == ":"), end)  # "Ana Berg: | Ok"
    end = next((i for i in range(start + 1, end) if words[i].text == "(" and ")" not in ent.text), end)  # "Plan | (NAP"
    if ent.label_ != "PERSON" and end - start == 3 and words[start + 1].text == ",":
        end = start + 1  # "Kindu, | Bukama"
    if end - start > 2 and words[end - 1].text.isdigit() and words[end - 2].lower_ == "in":
        end -= 2  # "the Kampala Meeting | in 1985"
    if start >= end or not any(t.is_alpha or t.text[:1].isalnum() for t in words[start:end]):
        return None
    while ent.label_ in ("PERSON", "GPE", "LOC") and end - start > 1 and _is_trailing(words[end - 1]):
        end -= 1  # "Ivo Holm | 55", "Holm | suddenly"
    reach = next((i for i in range(start + 1, end) if words[i].text == "for"), end) if ent.label_ == "ORG" else end
    if reach < end and any(s.form == "name" and s.entity.kind == "country" for s in _senses(words[start:reach], world)):
        return Span(ent.doc, start, reach, label="GPE")  # "the President of the Russian Federation | for Ecology"
    half = (end - start) // 2
    if ent.label_ == "PERSON" and half > 1 and words[start].text == words[start + half].text and not (end - start) % 2:
        end = start + half  # "Ana Berg | Ana Berg": said twice
    if end - start == 3 and words[start].text == words[end - 1].text and world.senses(words[start].text):
        return Span(ent.doc, start + 1, end, label="LOC")  # "Ghouta | Eastern Ghouta", of a heading
    if ent.label_ in ("GPE", "ORG") and end - start == 1 and _is_surname(words, start, world):
        return Span(ent.doc, start - 1, end, label="PERSON")
    if (last := with_syllable(words, end)) != end:
        return Span(ent.doc, start, last, label="GPE" if ent.label_ == "NORP" else ent.label_)
    if (of := before_list(words, start, end, world)) is not None:
        return Span(ent.doc, start, of, label=ent.label_)
    if ent.label_ == "ORG" and end - start == 1 and _is_called_person(ent, words[start], world):
        first = _forename(ent, start, end, world)
        return Span(ent.doc, first, end, label="ORG" if first == start else "PERSON")
    if ent.label_ in ("GPE", "NORP", "ORG") and end - start == 1 and words[start].text in forenames():
        last = with_article(ent, end)
        if last > end + 1:
            return Span(ent.doc, start, last, label="PERSON")  # "Mahdi | al-Holm"
    if ent.label_ == "PERSON":
        start, end = _forename(ent, start, end, world), with_article(ent, end)
    if ent.label_ == "ORG" and (titles := _titled(words[start:end])):
        return Span(ent.doc, start + titles, end, label="PERSON")  # "Brigadier General | Omar Farouki"
    if ent.label_ in ("ORG", "FAC") and words[end - 1].text in OWNING:
        end = with_owner(words, end)
    return of_person(Span(ent.doc, start, end, label=ent.label_), world)


def _end_of_firm(words: Sequence[Token], start: int, end: int) -> int:
    """Return where a company's name ends, without what it does or how much of it: "Almagro Inc | bank", "| 2,679"."""
    form = next((i for i in range(start + 1, end - 1) if is_firms(words[i])), None)
    if form is not None and all(t.text.islower() or t.text[0].isdigit() for t in words[form + 1 : end]):
        return form + 1
    return end - (end - start > 1 and COUNTED.fullmatch(words[end - 1].text) is not None)


def _is_trailing(word: Token) -> bool:
    """Whether a number or an adverb stands behind a person's name or a town's: "55", "suddenly"."""
    return word.text.isdigit() or (word.text.islower() and word.tag_ == "RB")


def _senses(words: Sequence[Token], world: World) -> Sequence[Sense]:
    return world.senses(" ".join(w.text for w in words))


def _is_large(word: Token) -> bool:
    return word.text[:1].isupper() and word.lower_ not in common_words()


def _is_surname(words: Sequence[Token], place: int, world: World) -> bool:
    """Whether a word is, with the one before it, a person's: "Dmitry | Medvedev", a forename and what nobody knows."""
    before, word = words[place - 1] if place else words[place], words[place]
    if before.tag_ not in ("NNP", "") or not before.text[:1].isupper() or before is word:
        return False
    if people().called(f"{before.text} {word.text}") is not None:
        return True
    joined = before.ent_type_ == "PERSON" and before.dep_ == "compound" and before.head is word
    plain = word.text.istitle() and word.lower_ not in common_words() and not world.senses(word.text)
    return joined and plain and before.text in forenames()


def _is_called_person(ent: Span, word: Token, world: World) -> bool:
    """Whether the model takes a word for a person's name elsewhere in the text, and for a body's here."""
    if not word.text.istitle() or world.senses(word.text) or word.lower_ in common_words():
        return False
    return any(e.label_ == "PERSON" and e.text == word.text for e in ent.doc.ents)


def _is_title(words: Sequence[Token]) -> bool:
    """Whether a name begins with a title: "Prince Omar", "Crown Prince Omar"; not so "Crown Prince".

    Or with what the country is whose title stands before it: "President of the Czech | Republic Jan Novak".
    """
    first = words[0].lower_.lstrip("-")
    long = len(words) > 2
    fields = union(nouns().ministries, nouns().scholars, nouns().agents, nouns().named)
    if long and first in fields and words[0].text not in forenames() and words[1].text in forenames():
        return True  # "Minister of | Transport | Ivo Holm"
    return first in nouns().titles or (long and (first in nouns().countries or _is_rank(words)))


def _is_rank(words: Sequence[Token]) -> bool:
    return words[0].lower_ in RANKS and words[1].lower_ in nouns().titles


def _are_many(words: Sequence[Token]) -> bool:
    """Whether a name begins with a plural that tells who follow: "Pilots Ivo Holm"."""
    first = words[0]
    return len(words) > 2 and first.tag_ in ("NNS", "NNPS") and first.lower_ in common_words()


def _is_office_of_many(word: Token) -> bool:
    """Whether a plural says what those hold whose names follow: "Presidents"."""
    return word.text.endswith("s") and word.lower_.removesuffix("s") in union(nouns().holders, nouns().chiefs)


def _before_second(words: Sequence[Token], start: int, end: int) -> int | None:
    """Return where the first of two persons ends whom a hyphen joins: "Ivo Holm | -Ama Berg"; None where it is one."""
    known = forenames()
    if end - start < SECOND or words[start].text not in known:
        return None
    places = (i for i in range(start + 2, end - 2) if words[i].text in DASHES and not words[i].whitespace_)
    ends = (i for i in places if words[i - 1].text not in known and words[i - 1].lower_ not in ARTICLES)
    return next((i for i in ends if words[i + 1].text in known), None)


def _titled(words: Sequence[Token]) -> int:
    """Return how many titles begin what looks like a body, if a person's name follows: "Brigadier General Berg"."""
    titled = 2 if len(words) > 2 and all(t.lower_ in nouns().titles for t in words[:2]) else 0
    titled = titled or (len(words) == 3 and words[0].text in OFFICERS)
    if not titled or len(words) not in (3, 4, 5):
        return 0
    bodies = union(nouns().places, nouns().agents, nouns().groups, nouns().ministries, nouns().named, nouns().offices)
    rest = words[titled:]
    plain = all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in bodies for t in rest)
    return titled if plain and (titled > 1 or not any(t.lower_ in common_words() for t in rest)) else 0


def _is_said(words: Sequence[Token], start: int) -> bool:
    """Whether a letter at the beginning of a sentence says who speaks in an interview: "Q.", "A."."""
    if words[start].text not in SPEAKS or words[start].sent.start != start:
        return False
    return any(t.text in ("Q.", "Q") and t.sent.start == t.i for t in words)


def _trails(word: Token) -> bool:
    """Whether a word, at the end of a body's name, is none of it."""
    return word.text.islower() and word.tag_ in ("JJ", "VBG", "VBZ", "VBP", "VBD", "RB", "DT", "IN", "CC", "TO")


def _forename(ent: Span, start: int, end: int, world: World) -> int:
    """Return where a person's name starts, a forename or the part before a hyphen included: "Ama Mensah", "Ui-Chun"."""
    words = ent.doc.tokens
    if (
        start > 2
        and words[start - 1].text == "-"
        and not words[start - 1].whitespace_
        and not words[start - 2].whitespace_
        and words[start - 2].text[:1].isupper()  # "Chadian-to-Chadian"
        and words[start - 2].ent_type_ != "PERSON"  # "Obama-Biden" are two
        and words[start - 2].lower_ not in COMBINING  # "pro-Mensah"
        and _before_second(words, max(start - 3, 0), end) is None
        and not are_two_surnames(Span(ent.doc, start - 2, end))
        and not are_towns(Span(ent.doc, start - 2, end), world)  # "Tehran | -Baku"
    ):
        start -= 2
        return start - (start > 0 and words[start - 1].text in korean_surnames())  # "Pak | Ui-chun"
    if end - start == 3 and start and words[start + 1].text == "-" and words[start - 1].text in korean_surnames():
        return start - 1
    if end - start > 2 and start and words[start].lower_ in FATHERED:
        return start - _is_first_of_three(words, start, end, world)  # "Zine | El Abidine Ben Ali"
    if end - start > 2 or not start or words[start].sent.start == start:
        return start
    before = words[start - 1]
    if end - start == 2:
        return start - _is_first_of_three(words, start, end, world)
    if people().called(f"{before.text} {words[start].text}") is not None:
        return start - 1  # "Kazakhstan Nursultan | Nazarbayev"
    known = union(nouns().titles, nouns().agents, nouns().holders, nouns().weekdays, nouns().months, nouns().nothing)
    town = all(s.form == "city" and s.ambiguous for s in world.senses(before.text))  # "Ama" is a small town too
    return start - (_is_part(before, start, end) and before.lower_ not in known and town)


def _is_part(before: Token, start: int, end: int) -> bool:
    """Whether the parser joins a word that looks like a name, and that the model calls none, to the words start:end."""
    plain = before.tag_ == "NNP" and before.text[:1].isupper() and before.text[1:].islower() and before.ent_type_ == ""
    return plain and before.dep_ == "compound" and start <= before.head.i < end


def _is_first_of_three(words: Sequence[Token], start: int, end: int, world: World) -> bool:
    """Whether the word before a person's two is a part of his name: "Sami | Abu Zuhri", "Mah | Siew Keong"."""
    before = words[start - 1]
    if not _is_part(before, start, end) or before.lower_ in common_words():
        return False
    known = union(nouns().titles, nouns().agents, nouns().holders, nouns().chiefs, nouns().weekdays, nouns().months)
    known = union(known, nouns().nothing, nouns().named, nouns().ministries, nouns().members)
    return before.lower_ not in known and all(s.form == "city" for s in world.senses(before.text))  # "Palestine | …"


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space
