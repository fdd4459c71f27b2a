"""A span that the model took for a name → the name, trimmed and corrected, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.entities.names.kinds import kind_of
from graph.entities.names.ministries import body_of_state
from graph.entities.names.name import Name, is_of_another, name_of
from graph.entities.names.nobody import is_common, is_field, is_office, is_title, is_weapon
from graph.entities.names.states import is_owned_force, is_several, is_states, is_states_field, starts_with_demonym
from graph.entities.names.things import is_thing
from graph.entities.words.nouns import nouns
from graph.entities.world import Form, World, people
from graph.entities.world.people import korean_surnames
from graph.records import Entity
from graph.syntax.tree import Span, Token

INNER = frozenset({"sheikh", "sheik", "imam", "king"})  # also words within a name: "Khalid Sheikh Mohammed"
JOINTS = frozenset({"and", "of", "for", "the", "-"})
ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ed", "en", "er", "es", "ez", "ul"})
OPENING = frozenset({"of", "for", "on", "against"})
ROMAN = re.compile(r"[IVX]+")
WEAPON = re.compile(r"[A-Z]{1,3}[-–]?\d{1,3}(?:[-–]\d{1,2})?[A-Z]{0,2}s?|[A-Z][a-z]+[-–][A-Z]?\d{1,3}[A-Z]{0,3}s?")
SYLLABLE = 7  # letters
COMBINING = frozenset({"anti", "pro", "non", "ex", "pan"})  # "pro-Kurdish": the world table knows the rest


def trimmed(ent: Span, world: World) -> Span | None:
    """Cut determiners, titles, punctuation and possessives off a model name; None if nothing is left."""
    start, end = ent.start, ent.end
    words, titles = ent.doc.tokens, nouns().titles
    while start < end and (
        words[start].tag_ in ("DT", "POS", "IN", "PRP$")
        or words[start].text in ("a", "an", "the")
        or _is_mark(words[start])
    ):
        start += 1
    while ent.label_ == "PERSON" and start < end - 1 and words[start].lower_.lstrip("-") in titles:
        start += 1
    while end > start and (words[end - 1].tag_ in ("POS", "CC", "IN", "TO", "DT") or _is_mark(words[end - 1])):
        end -= 1
    while ent.label_ == "ORG" and start < end - 1 and _trails(words[end - 1]):
        end -= 1  # "the Academic Council of the leading"
    if ent.label_ == "PERSON":
        end = next((i for i in range(start + 1, end) if words[i].text == ":"), end)  # "Ana Berg: | Ok"
    end = next((i for i in range(start + 1, end) if words[i].text == "(" and ")" not in ent.text), end)  # "Plan | (NAP"
    if ent.label_ != "PERSON" and end - start == 3 and words[start + 1].text == ",":
        end = start + 1  # "Kindu, | Bukama"
    if end - start > 2 and words[end - 1].text.isdigit() and words[end - 2].lower_ == "in":
        end -= 2  # "the Kampala Meeting | in 1985"
    if start >= end or not any(t.is_alpha or t.text[:1].isalnum() for t in words[start:end]):
        return None
    half = (end - start) // 2
    if ent.label_ == "PERSON" and half > 1 and words[start].text == words[start + half].text and not (end - start) % 2:
        end = start + half  # "Ana Berg | Ana Berg": said twice
    if ent.label_ in ("GPE", "ORG") and end - start == 1 and _is_surname(words, start):
        return Span(ent.doc, start - 1, end, label="PERSON")
    if ent.label_ == "PERSON":
        start, end = _forename(ent, start, end, world), _with_article(ent, end)
    return _of_person(Span(ent.doc, start, end, label=ent.label_), world)


def _is_surname(words: Sequence[Token], place: int) -> bool:
    """Whether a word is, with the one before it, the name of a well-known person: "Dmitry | Medvedev"."""
    before = words[place - 1] if place else words[place]
    return (
        before.tag_ in ("NNP", "")
        and before.text[:1].isupper()
        and people().called(f"{before.text} {words[place].text}") is not None
    )


def _trails(word: Token) -> bool:
    """Whether a word, at the end of a body's name, is none of it."""
    return word.text.islower() and word.tag_ in ("JJ", "VBG", "RB", "DT", "IN", "CC", "TO")


def _forename(ent: Span, start: int, end: int, world: World) -> int:
    """Return where a person's name starts, a forename or the part before a hyphen included: "Ama Mensah", "Ui-Chun"."""
    words = ent.doc.tokens
    if (
        start > 2
        and words[start - 1].text == "-"
        and not words[start - 1].whitespace_
        and not words[start - 2].whitespace_
        and words[start - 2].ent_type_ != "PERSON"  # "Obama-Biden" are two
        and words[start - 2].lower_ not in COMBINING  # "pro-Mensah"
    ):
        start -= 2
        return start - (start > 0 and words[start - 1].text in korean_surnames())  # "Pak | Ui-chun"
    if end - start == 3 and start and words[start + 1].text == "-" and words[start - 1].text in korean_surnames():
        return start - 1
    if end - start > 1 or not start or words[start].sent.start == start:
        return start
    before = words[start - 1]
    if people().called(f"{before.text} {words[start].text}") is not None:
        return start - 1  # "Kazakhstan Nursultan | Nazarbayev"
    plain = before.tag_ == "NNP" and before.text[:1].isupper() and before.text[1:].islower() and before.ent_type_ == ""
    known = nouns().titles | nouns().agents | nouns().holders | nouns().weekdays | nouns().months | nouns().nothing
    town = all(s.form == "city" and s.ambiguous for s in world.senses(before.text))  # "Ama" is a small town too
    loose = plain and before.lower_ not in known and town
    return start - 1 if loose and before.dep_ == "compound" and start <= before.head.i < end else start


def _with_article(ent: Span, end: int) -> int:
    """Return where a person's name ends: "Hassan | el-Masri", "Song Min | -soon"."""
    words = ent.doc.tokens
    if end + 1 < len(words) and words[end].text == "-" and _is_korean(words, end):
        return end + 2
    if end + 3 > len(words) or words[end].lower_ not in ARTICLES or words[end + 1].text != "-":
        return end
    joined = not words[end].whitespace_ and not words[end + 1].whitespace_
    return end + 3 if joined and words[end + 2].text[:1].isupper() else end


def _is_korean(words: Sequence[Token], hyphen: int) -> bool:
    """Whether a hyphen stands in a Korean forename: a surname of few letters, a short syllable on either side."""
    first, last = words[hyphen - 1], words[hyphen + 1]
    joined = not words[hyphen].whitespace_ and not first.whitespace_ and hyphen > 1
    short = max(len(first.text), len(last.text)) < SYLLABLE and last.text.isalpha() and last.pos_ not in ("VERB", "ADJ")
    return joined and short and words[hyphen - 2].text in korean_surnames()


def _of_person(span: Span, world: World) -> Span:
    """Return the person alone where the model joined his rule or office to him: "Obama Administration"."""
    if span.label_ in ("PERSON", "ORG") and 1 < len(span) < 4 and span[-1].lower_ in ("administration", "regime"):
        senses = world.senses(span[:-1].text)
        if not senses and people().known_as(span[-2].text):
            return Span(span.doc, span.start, span.end - 1, label="PERSON")
    if span.label_ == "PERSON" and len(span) > 2 and span.start:
        body = world.senses(span.doc[span.start - 1 : span.start + 1].text)
        if any(s.entity.kind == "organisation" for s in body):
            return Span(span.doc, span.start + 1, span.end, label="PERSON")  # "State [Duma | Ivan Berg]"
    if (start := _behind_body(span, world)) is not None:
        return Span(span.doc, start, span.end, label="PERSON")
    if (last := _last_title(span, world)) is not None:
        return Span(span.doc, last + 1, span.end, label="PERSON")
    return span


def _behind_body(span: Span, world: World) -> int | None:
    """Return where a person starts whom the model joined to his body: "Speaker of the [National Council Eva Berg]"."""
    if len(span) < 3 or span.start < 2:
        return None
    before = [t.lower_ for t in span.doc[span.start - 3 : span.start] if t.lower_ != "the"]
    if before[-1:] not in (["of"], ["to"]) or len(before) < 2 or before[-2] not in nouns().holders | nouns().chiefs:
        return None
    bodies = nouns().places | nouns().agents | nouns().offices | nouns().ministries | nouns().groups | nouns().nothing
    if any(t.tag_ != "NNP" or t.lower_ in bodies for t in span[-2:]) or world.senses(span[-2:].text):
        return None
    body = span[:-2]
    told = any(t.lower_ in bodies for t in body) or bool(world.senses(body.text))
    person = span[-2:].text
    again = not told and any(e.label_ == "PERSON" and e.text == person for e in span.doc.ents)
    return span.end - 2 if told or again else None


def _last_title(span: Span, world: World) -> int | None:
    """Return the place of the last title inside a name, if only a person's name follows it: "Aide Hikmet Hajiyev"."""
    places = [t.i for t in span if t.lower_ in nouns().holders]
    if (
        not places
        or places[-1] == span.end - 1
        or (span.label_ == "PERSON" and places[-1] > span.start and span.doc[places[-1]].lower_ in INNER)
        or (places[-1] == span.start and span.label_ != "PERSON" and len(span) < 3)
    ):
        return None
    rest = span.doc[places[-1] + 1 : span.end]
    bodies = nouns().places | nouns().agents | nouns().offices | nouns().ministries | nouns().groups
    plain = all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in bodies for t in rest)
    return places[-1] if plain and len(rest) <= 4 and not world.senses(rest.text) else None


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space


def model_name(span: Span, world: World) -> Name | None:
    """Return the name that a trimmed span is; None where it is a title, a paper, or no name at all."""
    senses = world.senses(span.text)
    if span.label_ == "PERSON" and all(s.form == "city" and (s.ambiguous or _has_title(span)) for s in senses):
        senses = ()  # "Pope Leo" is no town
    if senses:
        if not is_of_another(span.doc, span.start, senses, world):
            return name_of(span, senses)
        body = body_of_state(span, world)
        return None if body is None else Name(span.start, span.end, body, "name")
    lead = world.longest([t.text for t in span], 0) if span.label_ != "PERSON" else 0
    hyphened = 0 < lead < len(span) and span[lead].text == "-" and not span[lead - 1].whitespace_
    senses = world.senses(span[lead:].text) if 0 < lead < len(span) and not hyphened else ()
    if senses and not is_of_another(span.doc, span.start + lead, senses, world):
        return replace(name_of(span, senses), start=span.start + lead)  # "the U.N. World Food Programme"
    if span.label_ == "PERSON" and starts_with_demonym(span, world):
        span = Span(span.doc, span.start + 1, span.end, label="PERSON")
    if (
        _is_no_name(span)
        or is_states_field(span, world)
        or is_nothing(span)
        or is_nobody(span)
        or is_states(span, world)
        or is_several(span, world)
        or is_owned_force(span, world)
    ):
        return None
    kind = kind_of(span, world)
    form: Form = "city" if kind == "place" else "name"
    entity = body_of_state(span, world) if kind == "organisation" else None
    return Name(span.start, span.end, entity or Entity(span.text, kind), form, plural=span.root.tag_ in ("NNS", "NNPS"))


def _has_title(span: Span) -> bool:
    """Whether a title stands before a name: "Pope", "President"."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in nouns().titles


def _is_no_name(span: Span) -> bool:
    """Whether the model took for a name what is none: small letters, numbers, titles of papers or offices."""
    label, first, last = span.label_, span[0], span[-1]
    if all(t.text.islower() or not t.is_alpha for t in span):
        return True
    if label == "NORP" and not any(t.text[:1].isupper() for t in span):
        return True
    if label == "NORP" and first.lower_ in COMBINING:
        return True
    if label == "ORG" and len(span) == 3 and first.lower_ in COMBINING - {"pan"} and span[1].text == "-":
        return True  # "Non-OPEC | producers"
    if label == "GPE" and len(span) > 1 and last.text.isdigit():
        return True  # "UNSCR 2231"
    if label == "PRODUCT" and any(c.isdigit() for c in span.text):
        return True  # "F-16"
    if label in ("PERSON", "ORG", "PRODUCT") and len(span) == 1 and first.pos_ in ("NUM", "SYM"):
        return True
    if label == "PERSON" and (len(span.text.rstrip(".")) < 2 or ROMAN.fullmatch(span.text)):
        return True  # "Q." of an interview, "section VI"
    if label in ("LOC", "FAC") and last.text.islower() and _goes_on_with_of(span):
        return True  # "the U.S. Pacific island of Guam"
    if label != "PERSON" and (last.lower_ == "leader" or last.lower_ in nouns().titles):
        return True  # "the Supreme Leader": who he is stands elsewhere
    return label == "ORG" and _is_paper(span)


def is_nothing(span: Span) -> bool:
    """Whether a name is of words that name nobody, of a paper, or of a weapon: "Islam", "the JCPOA", "B-52s"."""
    words = [t.lower_ for t in span]
    body = len(span) > 1 and (words[-1] in nouns().groups or words[0] in nouns().agents)  # "Labor Party"
    if not body and all(w in nouns().nothing or w in JOINTS for w in words):
        return True
    if WEAPON.fullmatch(span.text) is not None:
        return True
    if words[0] == "operation" and len(words) > 1:
        return True
    if span.label_ == "PERSON":
        return _is_titled(words) and not people().known_as(span[-1].text)
    if {"resolution", "resolutions", "unscr"} & set(words):
        return True
    if _is_titled(words) or words[-1] in nouns().papers | nouns().treaties:
        return True
    if span.label_ in ("LOC", "FAC"):
        return False
    return words[0] in nouns().papers or words[-1] in nouns().papers


def _is_titled(words: Sequence[str]) -> bool:
    """Whether words in small letters are a paper's or occasion's: "day against hunger", "paris summit"."""
    things = nouns().papers | nouns().events
    packed = any(w in things and after in OPENING for w, after in pairwise(words))
    body = words[0] in nouns().named and not OPENING.isdisjoint(words)  # "Institute of Standards"
    last = next((w for w in reversed(words) if not w.isdigit()), "")  # "World Drug Report 2020"
    return packed or (len(words) > 1 and last in nouns().events and not body)


def is_nobody(span: Span) -> bool:
    """Whether a name is of common words, an office or a weapon: "Good Faith", "King of Peru", "the Simorgh rocket"."""
    return is_common(span) or is_office(span) or is_field(span) or is_title(span) or is_weapon(span) or is_thing(span)


def _is_paper(span: Span) -> bool:
    """Whether a name is only the title of a paper: "the Nuclear Non-Proliferation treaty"."""
    treaties = nouns().treaties
    following = span.doc[span.end] if span.end < len(span.doc) else span[-1]
    return following.lemma_.lower() in treaties or span[-1].lower_ in treaties


def _goes_on_with_of(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lower_ == "of"
