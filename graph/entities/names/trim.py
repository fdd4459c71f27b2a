"""A span that the model took for a name → the words of it that are the name: no determiner, title, day or clause.

"Obama administration" is the person alone, and so is "Iran's ambassador to [Oman Reza Nouri]".
"""

from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.cuts import cut
from graph.entities.names.ends import with_article, with_owner
from graph.entities.names.firms import is_firms
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people
from graph.entities.world.people import korean_surnames
from graph.syntax.tree import Span, Token

INNER = frozenset({"sheikh", "sheik", "imam", "king"})  # also words within a name: "Khalid Sheikh Mohammed"
LONG_NAME = 4  # tokens
DIRECTIONS = frozenset("northern southern eastern western central north south east west upper lower".split())
SEVERAL = frozenset({"Provinces", "Districts", "Regions", "Counties", "Governorates"})
POLITE = frozenset({"mr", "mrs", "ms", "dr"})
LEADING = frozenset({"Managing", "Executive", "Deputy", "Assistant", "General"})
WHOLE = frozenset("full whole entire new newly powerful influential independent then".split())
OWNED = frozenset("board news staff television shares stock development leadership management website".split())
RANKS = frozenset({"crown", "grand", "rear"})
OWNING = frozenset({"Company", "Corporation", "Church", "Monastery", "Cathedral", "Basilica"})
RULES = frozenset({"administration", "regime", "cabinet"})
SPEAKS = frozenset({"Q.", "A.", "Q", "A"})  # before question and answer
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
    if start < end and _is_said(words, start):
        start += 1  # "Q. | Preparations are afoot"
    if ent.label_ in ("GPE", "LOC", "FAC") and start < end - 1 and words[start].text in DIRECTIONS:
        start += 1  # "the eastern | Bekaa Valley"
    while ent.label_ == "PERSON" and start < end - 1 and (_is_title(words[start:end]) or _are_many(words[start:end])):
        start += 1
    sided = ent.label_ in ("PERSON", "NORP") and words[start].lower_ in SIDED
    if sided and end - start > 2 and words[start + 1].text == "-":
        start += 2  # "pro- | Mensah"
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
    while ent.label_ == "ORG" and start < end - 1 and words[end - 1].text in OWNED and _is_large(words[end - 2]):
        end -= 1  # "Almagro | board", "AFP | news" agency
    if end - start > 1 and words[end - 1].text in SEVERAL:
        return _of_person(Span(ent.doc, start, end - 1, label="GPE"), world)  # "Kandahar and Helmand | Provinces"
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
    half = (end - start) // 2
    if ent.label_ == "PERSON" and half > 1 and words[start].text == words[start + half].text and not (end - start) % 2:
        end = start + half  # "Ana Berg | Ana Berg": said twice
    if end - start == 3 and words[start].text == words[end - 1].text and world.senses(words[start].text):
        return Span(ent.doc, start + 1, end, label="LOC")  # "Ghouta | Eastern Ghouta", of a heading
    if ent.label_ in ("GPE", "ORG") and end - start == 1 and _is_surname(words, start):
        return Span(ent.doc, start - 1, end, label="PERSON")
    if ent.label_ == "PERSON":
        start, end = _forename(ent, start, end, world), with_article(ent, end)
    if ent.label_ == "ORG" and _is_officer(words[start:end]):
        return Span(ent.doc, start + 2, end, label="PERSON")  # "Brigadier General | Omar Farouki"
    if ent.label_ in ("ORG", "FAC") and words[end - 1].text in OWNING:
        end = with_owner(words, end)
    return _of_person(Span(ent.doc, start, end, label=ent.label_), world)


def _is_large(word: Token) -> bool:
    return word.text[:1].isupper() and word.lower_ not in common_words()


def _is_surname(words: Sequence[Token], place: int) -> bool:
    """Whether a word is, with the one before it, the name of a well-known person: "Dmitry | Medvedev"."""
    before = words[place - 1] if place else words[place]
    return (
        before.tag_ in ("NNP", "")
        and before.text[:1].isupper()
        and people().called(f"{before.text} {words[place].text}") is not None
    )


def _is_title(words: Sequence[Token]) -> bool:
    """Whether a name begins with a title: "Prince Omar", "Crown Prince Omar"; not so "Crown Prince".

    Or with what the country is whose title stands before it: "President of the Czech | Republic Jan Novak".
    """
    first = words[0].lower_.lstrip("-")
    long = len(words) > 2
    return first in nouns().titles or (long and (first in nouns().countries or _is_rank(words)))


def _is_rank(words: Sequence[Token]) -> bool:
    return words[0].lower_ in RANKS and words[1].lower_ in nouns().titles


def _are_persons(words: Span) -> bool:
    """Whether words are a forename and a surname, and none of them a common word or a body's."""
    plain = all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in nouns().named for t in words)
    return len(words) in (2, 3) and plain and not any(t.lower_ in common_words() for t in words)


def _are_many(words: Sequence[Token]) -> bool:
    """Whether a name begins with a plural that tells who follow: "Pilots Ivo Holm"."""
    first = words[0]
    return len(words) > 2 and first.tag_ in ("NNS", "NNPS") and first.lower_ in common_words()


def _is_officer(words: Sequence[Token]) -> bool:
    """Whether what looks like a body begins with two titles, and a person's name follows: "Brigadier General Berg"."""
    if len(words) not in (4, 5) or not all(t.lower_ in nouns().titles for t in words[:2]):
        return False
    bodies = union(nouns().places, nouns().agents, nouns().groups, nouns().ministries, nouns().named, nouns().offices)
    return all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in bodies for t in words[2:])


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
    ):
        start -= 2
        return start - (start > 0 and words[start - 1].text in korean_surnames())  # "Pak | Ui-chun"
    if end - start == 3 and start and words[start + 1].text == "-" and words[start - 1].text in korean_surnames():
        return start - 1
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


def _of_person(span: Span, world: World) -> Span:
    """Return the person alone where the model joined his rule or office to him: "Obama Administration"."""
    if span.label_ in ("PERSON", "ORG") and len(span) > 2:
        firm = next((t.i for t in reversed(span[:-1]) if is_firms(t)), None)
        if firm is not None and (span.label_ == "PERSON" or _are_persons(span[firm + 1 - span.start :])):
            return Span(span.doc, firm + 1, span.end, label="PERSON")  # "head of E.ON [AG Ivo Holm]"
    if span.label_ in ("PERSON", "ORG") and 1 < len(span) < 4 and span[-1].lower_ in RULES:
        town = all(s.form == "city" for s in world.senses(span[:-1].text))
        if town and people().known_as(span[-2].text):
            return Span(span.doc, span.start, span.end - 1, label="PERSON")
    if span.label_ == "PERSON" and len(span) > 2 and span.start:
        body = world.senses(span.doc[span.start - 1 : span.start + 1].text)
        if any(s.entity.kind == "organisation" for s in body):
            return Span(span.doc, span.start + 1, span.end, label="PERSON")  # "State [Duma | Ivan Berg]"
    if (start := _behind_state(span, world)) is not None:
        return Span(span.doc, start, span.end, label="PERSON")
    if (end := _before_person(span, world)) is not None:
        return Span(span.doc, span.start, end, label="GPE")
    if (start := _behind_body(span, world)) is not None:
        return Span(span.doc, start, span.end, label="PERSON")
    if (last := _last_title(span, world)) is not None:
        return Span(span.doc, last + 1, span.end, label="PERSON")
    return span


def _behind_body(span: Span, world: World) -> int | None:
    """Return where a person starts whom the model joined to his body: "Speaker of the [National Council Eva Berg]"."""
    if len(span) < 3 or span.start < 2 or is_firms(span[-1]) or not (_is_office_before(span) or _is_staff_before(span)):
        return None
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups, nouns().nothing)
    if any(t.tag_ != "NNP" or t.lower_ in bodies for t in span[-2:]) or world.senses(span[-2:].text):
        return None
    body = span[:-2]
    told = any(t.lower_ in bodies for t in body) or bool(world.senses(body.text))
    person = span[-2:].text
    again = not told and any(e.label_ == "PERSON" and e.text == person for e in span.doc.ents)
    return span.end - 2 if told or again else None


def _behind_state(span: Span, world: World) -> int | None:
    """Return where a person starts whom the model joined to a state: "Iran's ambassador to [Oman Reza Nouri]"."""
    if not _is_office_before(span):
        return None
    lead = world.longest([t.text for t in span], 0)
    rest = span[lead:]
    if not 0 < lead < len(span) or not 1 < len(rest) < LONG_NAME:
        return None
    senses = world.senses(span[:lead].text)
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups, nouns().named)
    words = (t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in union(bodies, common_words()) for t in rest)
    return span.start + lead if senses and senses[0].form == "name" and all(words) else None


def _before_person(span: Span, world: World) -> int | None:
    """Return where a state ends to which the model joined a forename: "President of [Mongolia | Batu] Bold"."""
    doc, end = span.doc, span.end
    if len(span) < 2 or span.label_ == "PERSON" or end >= len(doc) or not _is_office_before(span):
        return None
    state = world.senses(span[:-1].text)
    told = bool(state) and state[0].entity.kind == "country" and state[0].form == "name"
    return end - 1 if told and doc[end].ent_type_ == "PERSON" and span[-1].tag_ == "NNP" else None


def _is_office_before(span: Span) -> bool:
    """Whether "ambassador to", "director in", "head of the" stand before a name."""
    before = [t.lower_ for t in span.doc[max(span.start - 3, 0) : span.start] if t.lower_ != "the"]
    joint = before[-1:] in (["of"], ["to"], ["in"]) and len(before) > 1
    return joint and before[-2] in union(nouns().holders, nouns().chiefs)


def _is_staff_before(span: Span) -> bool:
    """Whether "chief of staff of" stands before a name."""
    before = [t.lower_ for t in span.doc[max(span.start - 5, 0) : span.start] if t.lower_ != "the"]
    return before[-4:] == ["chief", "of", "staff", "of"]


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
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups)
    plain = all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in bodies for t in rest)
    return places[-1] if plain and len(rest) <= 4 and not world.senses(rest.text) else None


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space
