"""A span that the model took for a name → of what kind it is: person, organisation, place, people.

The model's label counts, but where the words beside say otherwise: "X, head of the bank", "the X newspaper".
"""

import re
from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.beside import is_leader, is_somebody, is_where, told_kind
from graph.entities.names.firms import is_firm
from graph.entities.names.forenamed import is_forenamed
from graph.entities.names.name import word_before
from graph.entities.names.openings import is_victim, opened_kind
from graph.entities.words.common import common_words
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.world import World, people
from graph.records import Kind
from graph.syntax.labels import POSSESSIVES
from graph.syntax.tree import Doc, Span, Token

KIND_OF_LABEL: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "PRODUCT": "organisation",
}
CALLING = frozenset({"as", "at", "called", "in", "named", "near", "of"})
ENDINGS = frozenset({"brigade", "brigades", "corporation", "foundation", "institute", "university"})
CHILDREN = frozenset({"bin", "bint", "ibn", "Mint", "Ould", "Bint"})
CLUBS = frozenset({"city", "town", "county"})  # as a last word also a club's
SURNAMES = frozenset("plant hill field forest lake bridge pass quarter hamlet".split())  # as last words also
CONSONANTS = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2,4}")
INITIAL = re.compile(r"[A-Z]\.")
CROWNED = frozenset({"kaiser", "tsar", "czar", "king", "queen", "emperor", "pope", "sultan", "ayatollah", "sheikh"})
SITES = frozenset({"base", "gardens", "plant", "territory"})
FIRST = frozenset("port lake mount cape fort camp palais palazzo schloss château chateau villa masjid".split())
WRITERS = frozenset(
    "columnist commentator analyst professor lawmaker deputy head director chief founder representative negotiator "
    "journalist lawyer historian".split()
)
BESIDE = frozenset({"counterpart", "colleague", "prosecutor", "archbishop", "professor", "lawyer", "journalist"})
PARTS = frozenset({"-", "al", "el", "bin", "ibn", "de", "da", "von", "van"})  # of a person's name
OFFICE = 7  # tokens behind a comma that may say an office
TAKING = frozenset(
    {"take", "capture", "seize", "reach", "retake", "recapture", "liberate", "enter", "shell", "control"}
)
BACK = 14  # tokens before a comma that may say one
ACRONYM = 3  # letters
STEM = 4  # letters before an ending
AMERICA = "United States"


def kind_of(span: Span, world: World) -> Kind:
    """Return of what kind a name is that is no word of the world table."""
    kind = KIND_OF_LABEL[span.label_]
    if _is_company(span):
        return "organisation"
    if (opened := opened_kind(span)) is not None:
        return opened
    if kind in ("organisation", "place", "people") and is_victim(span):
        return "person"
    if kind == "person" and len(span) == 1 and span[0].tag_ == "NNPS" and span.text.endswith("ites"):
        return "people"  # "the Almagrites"
    if kind == "person":
        body = len(span) > 1 and span[-1].lower_ in union(nouns().groups, ENDINGS)
        titled = span.start > 0 and span.doc[span.start - 1].lower_ in union(nouns().holders, nouns().titles)
        titled = titled or _is_behind_noun(span, world)
        told = None if titled else _by_own_noun(span) or told_kind(span, world)  # "Adviser Anthony Lake"
        place = not titled and (is_where(span) or _is_listed(span, world))
        return "organisation" if body else _of_acronym(span) or told or ("place" if place else kind)
    if kind == "people" and len(span) == 1 and people().known_as(span.text):
        return "person"  # "anti- | Castro | forces"
    if kind == "place" and len(span) > 1 and span[-1].lower_ in nouns().groups:
        return "organisation"  # "the Indian Ocean Rim Association"
    if is_forenamed(span, world):
        return "person"
    if kind in ("place", "organisation") and (_has_initial(span) or _is_crowned(span) or _has_father(span)):
        return "person"
    named = kind in ("place", "organisation") and (_is_titled_person(span) or _is_officer(span, world))
    named = named or (_is_one_of_men(span) and _looks_personal(span, world))
    named = named or (is_leader(span) and _looks_personal(span, world))
    if named or (kind == "place" and (_is_somebody(span, world) or _speaks(span, world) or _is_senator(span, world))):
        return "person"
    listed = is_where(span) or (kind == "organisation" and _is_listed(span, world))
    return _by_own_noun(span) or told_kind(span, world) or ("place" if listed else kind)


def _is_behind_noun(span: Span, world: World) -> bool:
    """Whether a forename says that a noun before a name does not: "a doctor in the red zone | Olga Berg"."""
    before = span.doc[span.start - 1] if span.start else None
    small = before is not None and before.text.islower() and before.lower_ not in CALLING
    return small and is_forenamed(span, world)


def _is_company(span: Span) -> bool:
    """Whether the end of a name is one of companies: "Nordgazbank", "Yamal LNG"."""
    last = span[-1]
    if is_firm(span):
        return True  # "Almagro GmbH"
    if len(span) > 1:
        large = any(t.text.istitle() for t in span[:-1])
        bank = last.lower_.endswith("bank") and len(last.text) > STEM + STEM  # "Deutsche Almagrosbank"
        return span.label_ == "PERSON" and large and (bank or CONSONANTS.fullmatch(last.text) is not None)
    ending = next((e for e in nouns().endings if last.lower_.endswith(e)), "")
    return bool(ending) and len(last.text) >= len(ending) + STEM and not is_somebody(span)


def _is_one_of_men(span: Span) -> bool:
    """Whether a name of two words tells who are meant by a noun for persons: "two other men, | Ivo Holm | and"."""
    root = span.root
    return len(span) == 2 and root.dep_ == "appos" and lemma_of(root.head) in nouns().private


def _has_initial(span: Span) -> bool:
    """Whether an initial says that a name is a person's: "T. Boone Pickens"."""
    plain = all(t.text[:1].isupper() and t.lower_ not in nouns().named for t in span)
    return len(span) > 2 and plain and any(INITIAL.fullmatch(t.text) for t in span[:2])


def _has_father(span: Span) -> bool:
    """Whether a word says that a name is a person's, for it tells whose child that is: "Ama Mint Yahya Ould Berg"."""
    return len(span) > 2 and any(t.text in CHILDREN for t in span[1:-1])


def _is_crowned(span: Span) -> bool:
    """Whether a title at its beginning says that a name is a ruler's: "Kaiser Wilhelm II", not "King Fahd College"."""
    if not 1 < len(span) < 4 or span[0].lower_ not in CROWNED:
        return False
    bodies = nouns().places | nouns().agents - nouns().titles | nouns().groups | nouns().named | nouns().sites
    return all(t.text[:1].isupper() and t.lower_ not in bodies for t in span[1:])


def _of_acronym(span: Span) -> Kind | None:
    """Return the kind of an acronym that the model took for a person: "IRISL"."""
    word = span.text
    shouted = all(t.text.isupper() for t in span.doc[span.start].sent if t.is_alpha and len(t.text) > 1)
    titled = span.start > 0 and span.doc[span.start - 1].lower_ in nouns().titles
    acronym = len(span) == 1 and len(word) >= ACRONYM and word.isupper()
    return "organisation" if acronym and not shouted and not titled else None


def _by_own_noun(span: Span) -> Kind | None:
    """Return the kind of a name that a word of its own makes a place: "Liberty Square", "Port Blair", "Lake Tana"."""
    if len(span) < 2 or span.label_ == "NORP":
        return None
    no_sites = CLUBS | SURNAMES if span.label_ == "PERSON" else CLUBS
    of = next((t.i - span.start for t in span[1:] if t.lower_ == "of"), len(span))
    last = span[of - 1].lower_ in (nouns().sites | SITES) - no_sites
    return "place" if last or (span[0].lower_ in FIRST and len(span) < 4 and span.label_ == "PERSON") else None


def _is_listed(span: Span, world: World) -> bool:
    """Whether a name goes on a list of towns: "in Kindu, Bukama and | Zelmanov"; not so "Togo and Mensah"."""
    doc, start = span.doc, span.start
    if (
        start < 3
        or len(span) > 3
        or span.root.dep_ == "nsubj"
        or doc[start - 1].text not in (",", "and")
        or people().known_as(span[-1].text)
    ):
        return False
    behind = doc[span.end].text if span.end < len(doc) else "."
    before = start - 2 - (doc[start - 2].text == ",")
    return behind not in POSSESSIVES and _is_town(doc, before, world) and _begins_list(doc, before, world)


def _begins_list(doc: Doc, last: int, world: World) -> bool:
    """Whether the town that ends at a token is itself told of as a place: behind a preposition, or another town."""
    first = last
    while first > 0 and doc[first - 1].text[:1].isupper() and doc[first - 1].ent_type_ == doc[last].ent_type_:
        first -= 1
    joint = doc[first - 1].lower_ if first else ""
    taken = first > 0 and doc[first - 1].lemma_.lower() in TAKING
    return (
        taken
        or joint in ("in", "of", "at", "near", "including", "like", "between", "from")
        or (joint in (",", "and") and first > 1 and _is_town(doc, first - 2, world))
    )


def _is_town(doc: Doc, last: int, world: World) -> bool:
    """Whether the name that ends at a token is a town or land, and no state or its capital, which may act."""
    if last < 0 or doc[last].ent_type_ not in ("GPE", "LOC", "FAC"):
        return False
    senses = world.senses(doc[last].text)
    return not senses or (senses[0].entity.kind in ("place", "territory") and senses[0].form != "capital")


def _is_titled_person(span: Span) -> bool:
    """Whether an office beside it says that a name is a person's: "Judge X", "X, the Kyrgyz foreign minister"."""
    doc = span.doc
    if len(span) > 4 or not all(t.tag_ == "NNP" and t.text[:1].isupper() for t in span if t.text not in PARTS):
        return False
    if any(t.lower_ in union(nouns().places, nouns().agents, nouns().groups, nouns().ministries) for t in span):
        return False
    before = doc[span.start - 1].lower_ if span.start else ""
    if (before in nouns().holders or (before in BESIDE and len(span) > 1)) and len(span) < 4:
        return True
    sent = span.start > 2 and doc[span.start - 2].lower_ == "to" and doc[span.start - 3].lower_ in nouns().envoys
    if sent and len(span) > 1:
        return True  # "the ambassador to Chad | Ivo Holm |"
    if len(span) < 2 or span.end >= len(doc) or doc[span.end].text != ",":
        return False
    behind = [t.lower_ for t in doc[span.end + 1 : span.end + 1 + OFFICE]]
    until = next((i for i, w in enumerate(behind) if w in (",", ";", ".")), len(behind))
    told = any(w in union(nouns().holders, WRITERS) for w in behind[:until])
    return told and behind[0] not in ("and", "whose", "where", "which")


def _is_officer(span: Span, world: World) -> bool:
    """Whether an office before the comma says that a name is a person's: "the head of the bank, Mobin Saulat, said"."""
    doc, start = span.doc, span.start
    if not 2 <= len(span) <= 5 or start < 2 or doc[start - 1].text != "," or not _looks_personal(span, world):
        return False
    behind = doc[span.end] if span.end < len(doc) else doc[start - 1]
    if behind.text != "," and behind.pos_ not in ("VERB", "AUX"):
        return False
    for token in reversed(list(doc[max(start - BACK, doc[start].sent.start) : start - 1])):
        if token.lower_ in union(nouns().holders, nouns().chiefs):
            return True
        if (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN")) or token.text in (",", ";", ":"):
            return False
    return False


def _speaks(span: Span, world: World) -> bool:
    """Whether a name of several words says something to somebody: "Allahyar Zandi told the paper"."""
    subject = span.root.dep_ == "nsubj" and span.root.head.lemma_.lower() in ("tell", "say", "add", "write", "opine")
    return subject and len(span) > 1 and _looks_personal(span, world)


def _looks_personal(span: Span, world: World) -> bool:
    """Whether the words of a name may be those of a person: large, none of them common, none a country's."""
    bodies = union(nouns().places, nouns().agents, nouns().groups, nouns().ministries, nouns().named)
    words = [t for t in span if t.text != "-"]
    plain = all(t.text[:1].isupper() and t.is_alpha and not t.text.isupper() for t in words)
    known = (
        t.lower_ in bodies
        or t.lower_ in common_words()
        or (_is_known(t.text, world) and not _is_origin(t, words, world))
        for t in words
    )
    return plain and not any(known)


def _is_origin(token: Token, words: Sequence[Token], world: World) -> bool:
    """Whether the last word of a name only says where somebody's forebears came from: "Almagro | Kandahari"."""
    senses = world.senses(token.text)
    return token is words[-1] and len(words) > 1 and bool(senses) and all(s.form != "name" for s in senses)


def _is_known(word: str, world: World) -> bool:
    """Whether a word of a name is one of the table, towns and abbreviations aside: "Conn" may be a forename."""
    entity = world.entity(word)
    told = any(sense.form != "city" and not sense.entity.name.startswith(word) for sense in world.senses(word))
    return told or (entity is not None and entity.kind != "place")


def _is_somebody(span: Span, world: World) -> bool:
    """Whether the model took for a place a person told by his state: "India's Narendra Modi embraced him"."""
    if len(span) != 2 or span.start < 2 or span.doc[span.start - 1].tag_ != "POS" or span.root.dep_ != "nsubj":
        return False
    owner = world.senses(word_before(span.doc, span.start).text)
    return bool(owner) and owner[0].entity.kind == "country" and _looks_personal(span, world)


def _is_senator(span: Span, world: World) -> bool:
    """Whether the model took for a place a person told by his U.S. state: "Ama Berg of Ohio, | Ivo Holm |"."""
    doc, end = span.doc, span.end
    if len(span) < 2 or end + 1 >= len(doc) or doc[end].lower_ != "of" or not _looks_personal(span, world):
        return False
    states = world.senses(doc[end + 1].text) or world.senses(doc[end + 1 : end + 3].text)
    return bool(states) and states[0].entity.country == AMERICA and states[0].entity.kind == "territory"
