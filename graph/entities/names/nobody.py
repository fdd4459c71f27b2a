"""A span that the model took for a name → whether it is none: common words, an office, a weapon, an occasion.

"Participation", "Good Faith" and "Economic Integration" are large only because a title or a law writes them so;
"the King of Peru" is an office, "Simorgh" of "the Simorgh rocket" a thing.
"""

import re
from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.firms import is_firms
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import people
from graph.syntax.labels import DASHES, MODIFIERS
from graph.syntax.tree import Doc, Span, Token

BODIES = frozenset({"agency", "bank", "council", "service", "commission", "federal"})
ENLISTED = frozenset({"guardsman", "marine", "serviceman", "policeman", "legionnaire", "trooper", "fusilier"})
DESIGNATION = re.compile(r"[A-Z]{1,3}-\d{1,3}[A-Z]{0,2}")  # "CH-47"
MODEL = re.compile(r"(?!G\d)[A-Z][a-z]{0,2}-?\d{2,3}(?:-?\d{3}|[A-Z]{1,3})?s?")  # "Su-30", "A320"
DIGITS = 3
COUNTED = frozenset(
    {"million", "billion", "thousand", "percent", "%", "people", "employees", "tons", "tonnes", "years"}
)
OFFICE_JOINTS = frozenset({"of", "for", "to"})
HOUSES = frozenset({"house", "senate"})
PANELS = frozenset({"subcommittee", "panel", "hearing"})
POSTS = frozenset({"secretary", "minister", "commissioner", "undersecretary"})
LAWS = frozenset({"law", "order", "bill", "decree"})
SENT = frozenset({"sherpa", "sherpas", "observer", "observers", "plenipotentiary"})
MANY = frozenset({"justice", "fellow", "expert", "deputy"})  # also what others than holders of an office are
ARMS = frozenset({"ORG", "PRODUCT", "LOC", "FAC"})  # for which the model takes a weapon
FAR = 6  # tokens before a name that may tell an office
BEHIND = 4  # tokens behind a name that may say that it is a weapon's: "BTR-82 | armoured personnel carrier"
BETWEEN = frozenset({"between", "of", "and", "the"})
REACH = 20  # tokens between a paper's name and what it is about
JOINTS = frozenset({"and", "of", "for", "the", "on", "in", "to", "at", "with", "&", "-", "–", "’s", "'s", ","})


def is_common(span: Span) -> bool:
    """Whether a name is of common words alone, and none of them says that it is a body's: "Good Faith"."""
    words = [t.lower_ for t in span if t.lower_ not in JOINTS and not t.is_punct]
    if len(words) == 1 and span.label_ == "ORG" and words[0] in nouns().named:
        return not _is_told(span)  # "the Agency", "the Assembly"
    if not words or not all(w in common_words() for w in words) or _is_told(span):
        return False
    if len(words) > 2 and is_firms(span[-1]):
        return False  # "Ports Global Limited"
    if span.label_ in ("LOC", "FAC", "GPE") and len(words) > 1:
        return False
    if span.label_ == "NORP":
        return len(words) == 1 and span[-1].tag_ not in ("NNS", "NNPS")
    if len(words) == 1:
        return True
    named = nouns().named
    return words[-1] not in named and (words[0] not in named or span.label_ == "PERSON")


def _is_told(span: Span) -> bool:
    """Whether the words before say that it is a name: "President Powers", "the group Anonymous"."""
    if not span.start:
        return False
    before = span.doc[span.start - 1]
    if before.lower_ in nouns().titles and before.text[0].isupper() and span.label_ != "ORG":
        return True
    beside = before.sent.start == span.doc[span.start].sent.start and before.text.islower() and before.tag_ == "NN"
    return beside and (before.lower_ in nouns().groups or before.lower_ in nouns().holders)


def is_office(span: Span) -> bool:
    """Whether a name is only an office: "King of Peru", "Minister of Communication", "National Security Advisor"."""
    words = [t.lower_ for t in span]
    holders = union(nouns().holders, nouns().chiefs)
    if span.label_ == "PERSON" or len(words) < 2:
        return False
    if words[-1] in union(holders, SENT) and not any(w in nouns().named for w in words[-1:]):
        return True
    if words[:1] == ["co"] and words[1] in DASHES and words[-1].removesuffix("s") in holders:
        return True  # "Co-Chairs"
    joint = next((i for i, w in enumerate(words) if i and w in OFFICE_JOINTS), 0)
    held = words[joint - 1] if words[joint] != "of" else words[joint - 1].removesuffix("s")  # "Ambassadors of Peru"
    return joint > 0 and held in (holders if words[joint] == "of" else holders - MANY)


def is_field(span: Span) -> bool:
    """Whether a name is only the field of an office: "the Secretary of | State for African Affairs"."""
    if span.label_ == "ORG" and len(span) > 1 and are_fields(span) and span.text != "Foreign Affairs":  # a journal
        return True
    before = [t.lower_ for t in span.doc[max(span.start - FAR, 0) : span.start]]
    if before[-1:] == ["and"] and span.label_ == "ORG" and _is_office_of(before):
        # "Minister of Trade and | International Cooperation"
        return not any(t.lower_ in nouns().named - {"international"} for t in span)
    before = before[-2:]
    if before == ["minister", "for"] and span.label_ == "ORG" and are_fields(span):
        return True
    if span.label_ == "ORG" and _is_of_post(span):
        return True
    the = before[-1:] == ["the"] and any(t.lower_ == "for" for t in span)
    of = [t.lower_ for t in span.doc[max(span.start - 2 - the, 0) : span.start - the]]
    if span.label_ == "ORG" and len(of) > 1 and of[1] == "of" and of[0] in POSTS:
        return True  # "Undersecretary of | State for Berg Affairs |", "of the | Treasury for |"
    if span.label_ != "ORG" or span.start < 2 or span.doc[span.start - 1].lower_ != "of":
        return False
    return span.doc[span.start - 2].lower_ in ("minister", "secretary")


def _is_of_post(span: Span) -> bool:
    """Whether large words say of what a post or panel behind them is: "| Finance | Secretary Berg"."""
    doc, end = span.doc, span.end
    field = span[0].lower_ in HOUSES and len(span) > 1 and span[-1].lower_ not in union(nouns().named, nouns().organs)
    if field and end < len(doc) and doc[end].lower_ in PANELS:
        return True  # "a | House Appropriations | subcommittee"
    plain = all(t.lower_ in union(common_words(), nouns().ministries, HOUSES) for t in span)
    if not plain or span[-1].lower_ in union(nouns().named, nouns().organs, BODIES) or end + 1 >= len(doc):
        return False
    named = doc[end + 1].text == "," or doc[end + 1].text[:1].isupper()
    return named and doc[end].text[:1].isupper() and doc[end].lower_ in POSTS


def _is_office_of(words: Sequence[str]) -> bool:
    """Whether small words tell a minister's fields: "minister of foreign affairs and"."""
    at = next((i for i, w in enumerate(words) if w == "minister"), len(words))
    fields = all(w in union(nouns().ministries, JOINTS) for w in words[at + 2 :])
    return fields and words[at + 1 : at + 2] in (["of"], ["for"])


def is_of_paper(span: Span) -> bool:
    """Whether a name is only what a paper is about: "the Agreement on the | Delimitation of Borders"."""
    doc, start = span.doc, span.start
    large = all(t.lower_ in JOINTS or t.text[:1].isupper() for t in span)
    if span.label_ not in ("ORG", "PERSON") or start < 2 or not large:
        return False
    start -= doc[start - 1].lower_ == "the"
    if start < 2 or doc[start - 1].lower_ != "on" or any(t.lower_ in nouns().named for t in span):
        return False
    place = start - 2
    papers = union(nouns().papers, nouns().treaties, LAWS)
    while place >= max(start - REACH, 0) and (doc[place].text[:1].isupper() or doc[place].lower_ in BETWEEN):
        if doc[place].lower_ in papers:  # "the Agreement between Chad and Mali on the | Delimitation of"
            return doc[place].text[:1].isupper() and (place == start - 2 or doc[place + 1].lower_ in BETWEEN)
        place -= 1
    return False


def is_decoration(span: Span) -> bool:
    """Whether a name is only what an order is called after: "awarded the Order of | Ivo Holm |"."""
    return honour_before(span.doc, span.start) is not None


def honour_before(doc: Doc, start: int) -> Token | None:
    """Return the word for an honour whose name goes on at a token with whom it is called after: Order, Medal."""
    of = start - 1 - (start > 2 and doc[start - 1].lower_ == "the")
    if of < 1 or doc[of].lower_ != "of":
        return None
    honour = doc[of - 1]
    return honour if honour.text.istitle() and honour.lower_ in nouns().honours else None


def is_one_of_many(span: Span) -> bool:
    """Whether "a" before a word says that it is one of many who are so called: "a | Berg |", "an ethnic | Zelman |"."""
    if len(span) > 1 or not span.start or span.label_ not in ("PERSON", "ORG", "NORP"):
        return False
    behind = span.doc[span.end].text if span.end < len(span.doc) else "."
    if span[0].tag_ != "NNP" and (span[0].tag_ or behind not in ",.;"):
        return False
    before = span.doc[span.start - 1].lower_
    alone = span.root.dep_ not in MODIFIERS and span.text.istitle()
    return alone and (before == "ethnic" or (before in ("a", "an") and span.label_ != "ORG") or _is_listed_one(span))


def _is_listed_one(span: Span) -> bool:
    """Whether a word goes on a list of some who are so called: "a Chadian, a Malian, a | Zelman |"."""
    doc, start = span.doc, span.start
    if doc[start - 1].lower_ not in ("a", "an") or start < 4:
        return False
    return doc[start - 2].lower_ in (",", "and", "or") and doc[start - 4].lower_ in ("a", "an")


def is_scholar(span: Span) -> bool:
    """Whether a name is only what somebody is, behind "a": "a former | Senior Almagro Scholar |"."""
    if span.label_ != "PERSON" or len(span) < 2 or span[-1].lower_ not in union(nouns().scholars, nouns().holders):
        return False
    start = span.start - (span.start > 0 and span.doc[span.start - 1].lower_ == "former")
    return start > 0 and span.doc[start - 1].lower_ in ("a", "an")


def is_direction(span: Span) -> bool:
    """Whether a name is only of points of the compass: "the | East-West | corridor", "| Northern Central | city"."""
    words = [t.lower_ for t in span if t.text not in DASHES]
    parts = [part for word in words for part in word.split("-")]
    return len(parts) > 1 and all(part in nouns().compass for part in parts)


def is_member(span: Span) -> bool:
    """Whether a name is of one unnamed member of a force: "a | National Guardsman |", "a British | Royal Marine |"."""
    return span.label_ == "PERSON" and len(span) > 1 and span[-1].lower_ in ENLISTED


def are_fields(span: Span) -> bool:
    """Whether words are only fields of government, and no body: "National Security", "Industry"."""
    words = [t.lower_ for t in span]
    return all(w in nouns().ministries for w in words) and not any(w in union(nouns().organs, BODIES) for w in words)


def is_title(span: Span) -> bool:
    """Whether a name that the model took for a person's belongs to the title behind it: "| Defense | Minister Berg"."""
    doc, end = span.doc, span.end
    if span.label_ != "PERSON" or len(span) > 1 or end + 1 >= len(doc):
        return False
    return (
        doc[end].text in ("Minister", "Secretary") and doc[end + 1].tag_ == "NNP" and not people().known_as(span.text)
    )


def is_model(doc: Doc, end: int) -> bool:
    """Whether what stands behind a maker's name tells which of its makes is meant: "a Boeing | 737"."""
    if end >= len(doc):
        return False
    following = doc[end + 1].lower_ if end + 1 < len(doc) else ""
    number = doc[end].text.isdigit() and len(doc[end].text) == DIGITS and following not in COUNTED
    return number or MODEL.fullmatch(doc[end].text) is not None


def is_weapon(span: Span) -> bool:
    """Whether a name is what a weapon or vehicle behind it is called: "Katyusha | rockets"."""
    if span.label_ in ARMS and len(span) > 1 and span[-1].lower_.removesuffix("s") in nouns().weapons:
        return True  # "Explosively Formed Projectiles"
    if span.start and len(span) < 3 and DESIGNATION.fullmatch(span.doc[span.start - 1].text):
        return True  # "a CH-47 | Chinook"
    if span.label_ in ARMS and is_model(span.doc, span.end):
        return True  # "a | Kestrel | A320"
    if len(span) > 1 and MODEL.fullmatch(span[-1].text) is not None:
        return True  # "the | Kestrel A320 |"
    if any(t.lower_ in nouns().named for t in span):
        return False  # "a Kestrel Airlines plane"
    if _is_behind_weapon(span):
        return True
    behind = span.doc[span.end : min(span.end + BEHIND, len(span.doc))]
    for token in behind:
        if (token.lemma_ or token.text).lower().removesuffix("s") in nouns().weapons and token.text.islower():
            return token.sent.start == span.doc[span.start].sent.start
        if token.tag_ == "NNP" and token.dep_ == "compound":
            continue  # "the Stena | Impero | tanker"
        if token.tag_ not in ("NN", "JJ", "HYPH", "VBN") or not (token.text.islower() or token.text == "-"):
            break
    return False


def _is_behind_weapon(span: Span) -> bool:
    """Whether words before a name say that it is a weapon's: "the missile system | X |", "surface-to-air | X |"."""
    before = [t.lower_ for t in span.doc[max(span.start - 3, 0) : span.start]]
    system = len(before) > 1 and before[-1] in ("system", "systems") and before[-2] in nouns().weapons
    return system or (before[:2] == ["to", "-"] and before[-1] in nouns().struck)
