"""A span that the model took for a name → the name, trimmed and corrected, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.data_files import union
from graph.entities.names.additions import without_additions
from graph.entities.names.firms import is_firms
from graph.entities.names.kinds import kind_of
from graph.entities.names.ministries import body_of_state
from graph.entities.names.misspelled import misspelled_place
from graph.entities.names.name import Name, is_of_another, name_of, sense_of, word_before
from graph.entities.names.nobody import (
    is_common,
    is_decoration,
    is_direction,
    is_field,
    is_member,
    is_of_paper,
    is_office,
    is_one_of_many,
    is_scholar,
    is_title,
    is_weapon,
)
from graph.entities.names.states import (
    is_owned_force,
    is_several,
    is_states,
    is_states_field,
    is_taught,
    starts_with_demonym,
)
from graph.entities.names.things import is_thing
from graph.entities.names.trim import DIRECTIONS
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import Form, Sense, World, people
from graph.records import Entity
from graph.syntax.tree import Span, Token

JOINTS = frozenset({"and", "of", "for", "the", "-", "al"})
OPENING = frozenset({"of", "for", "on", "against"})
THOUGHT = ("ist", "phobic", "centric", "cratic", "phile", "esian", "onian", "inian", "orian")  # "Keynesian"
RULED = frozenset({"federal", "central", "provisional", "interim", "transitional", "coalition", "state", "national"})
JOINED = frozenset({"coalition", "government", "multinational"})
FORCES = frozenset({"forces", "troops"})
CURRENCIES = frozenset({"dlrs", "dlr", "dollars", "francs", "guilders", "rupees", "roubles", "rubles", "pesos"})
HOLY = frozenset({"bible", "holy", "koran", "quran", "qur'an", "torah"})
CARDS = frozenset({"card", "passport"})  # "the National Verification Card"
ROMAN = re.compile(r"[IVX]+")
GLUED = re.compile(r"\w*[\w.]\([a-z]\w+|.*\.\(\w*|\w+[a-z](?P<title>[A-Z][a-z]+)")  # "Berg(applause"
WEAPON = re.compile(r"[A-Z]{1,3}[-–]?\d{1,3}(?:[-–]\d{1,2})?[A-Z]{0,2}s?|[A-Z][a-z]+[-–][A-Z]?\d{1,3}[A-Z]{0,3}s?")
COMBINING = frozenset(
    "anti pro non ex pan trans ibero euro afro anglo sino indo judeo".split()
)  # "pro-Kurdish": the world table knows the rest


def model_name(span: Span, world: World) -> Name | None:
    """Return the name that a trimmed span is; None where it is a title, a paper, or no name at all."""
    senses = world.senses(span.text)
    if span.label_ == "PERSON" and all(s.form == "city" and (s.ambiguous or _has_title(span)) for s in senses):
        senses = ()  # "Pope Leo" is no town
    if not senses and span.label_ == "GPE":
        senses = misspelled_place(span.text, world)
    if not senses and len(span) > 1 and is_firms(span[-1]):
        senses = tuple(s for s in world.senses(_firm(span).text) if s.entity.kind == "organisation")  # "Boeing Co."
    if not senses and span.label_ in ("LOC", "GPE", "FAC", "ORG"):
        senses = without_additions(span, world)
    if senses:
        if not is_of_another(span.doc, span.start, senses, world):
            return name_of(span, senses)
        body = body_of_state(span, world)
        return _of_another(span, senses, world) if body is None else Name(span.start, span.end, body, "name")
    lead = world.longest([t.text for t in span], 0) if span.label_ != "PERSON" else 0
    hyphened = 0 < lead < len(span) and span[lead].text == "-" and not span[lead - 1].whitespace_
    while lead < len(span) - 1 and span[lead].lower_ in HOLY:
        lead += 1  # "insult to the Quran | Hezbollah", of a heading
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
        or is_taught(span, world)
        or is_owned_force(span, world)
    ):
        return None
    kind = kind_of(span, world)
    towns = world.senses(span.text) if kind == "place" and span.label_ == "PERSON" else ()
    if towns:
        return name_of(span, towns)  # "the towns of Kindu and | Zelmanov"
    form: Form = "city" if kind == "place" else "name"
    entity = body_of_state(span, world) if kind == "organisation" else None
    return Name(span.start, span.end, entity or Entity(span.text, kind), form, plural=span.root.tag_ in ("NNS", "NNPS"))


def _of_another(span: Span, senses: Sequence[Sense], world: World) -> Name | None:
    """Return a body that shares its name as that of its owner, or as nobody's: "Norway's | Labour Party"."""
    owner = {s.entity.name for s in world.senses(word_before(span.doc, span.start).text)}
    if (theirs := sense_of(senses, owner)) is not None:
        return name_of(span, (theirs,))
    shared = senses[0].ambiguous and len(span) > 1
    return Name(span.start, span.end, Entity(span.text, "organisation"), "name") if shared else None


def _firm(span: Span) -> Span:
    """Return a company's name without the words behind it that say how it is owned."""
    end = len(span)
    while end > 1 and (is_firms(span[end - 1]) or (end < len(span) and span[end - 1].lower_ in ("and", "&"))):
        end -= 1  # "Boeing | and Co."
    return span[:end]


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
    if label == "NORP" and (first.lower_ in COMBINING or _is_of_thought(span)):
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
    if (words[-1] in CURRENCIES or (span.label_ == "PERSON" and words[0].isdigit())) and len(words) > 1:
        return True  # "9 mln | N.Z. Dlrs", "52 MPs"
    if is_decoration(span) or is_one_of_many(span) or is_scholar(span) or is_direction(span):
        return True
    if _is_cut(span) or _are_several(span) or any(_is_glued(t.text) for t in span):
        return True
    body = len(span) > 1 and (words[-1] in nouns().groups or words[0] in nouns().agents)  # "Labor Party"
    if not body and all(w in nouns().nothing or w in JOINTS for w in words):
        return True
    if WEAPON.fullmatch(span.text) is not None or (span.label_ == "PERSON" and WEAPON.fullmatch(span[0].text)):
        return True
    if len(words) > 1 and (words[0] == "operation" or words[:2] == ["tour", "de"]):
        return True
    if len(words) > 1 and words[-1] in ("language", "languages") and words[-2] != "-":
        return True  # "the Russian Language"
    if len(words) == 2 and words[0] in JOINED and words[1] in FORCES:
        return True  # "Coalition Forces", of whomever
    if len(words) == 2 and (words[1] == "government" or words == ["eastern", "front"] or words == ["western", "front"]):
        return words[0] in RULED or words[1] == "front"  # "the Federal Government", of whichever state
    if any(w in nouns().events and after == "in" for w, after in pairwise(words)):
        return True  # "the Kampala Summit in Uganda"
    if len(words) == 1 and span.label_ != "PERSON" and words[0] in union(nouns().events, nouns().fragments):
        return True  # "the Expo", "the Universiade"
    if words[:2] == ["neo", "-"] or (words[-1] == "states" and words[0] in nouns().statuses and len(words) == 2):
        return True  # "neo-Nazi", "Member States"
    if len(words) == 1 and (words[0].startswith("neo-") or _is_deed(span[0])):
        return True
    if span.label_ == "PERSON":
        if len(words) == 1 and words[0].endswith("ists"):
            return True  # "Mobutists"
        paper = len(words) > 1 and words[-1] in union(nouns().papers, nouns().treaties)  # "Nuremberg Charter"
        return (paper or _is_titled(words)) and not people().known_as(span[-1].text)
    if {"resolution", "resolutions", "unscr"} & set(words):
        return True
    if _is_titled(words) or words[-1] in union(nouns().papers, nouns().treaties, CARDS):
        return True
    if span.label_ in ("LOC", "FAC"):
        return False
    return words[0] in nouns().papers or words[-1] in nouns().papers


def _is_deed(word: Token) -> bool:
    """Whether the model took a verb for a name: "to | Judaize | the city"."""
    return word.lower_.endswith(("ize", "ise", "ify")) and word.i > 0 and word.doc[word.i - 1].lower_ == "to"


def _is_titled(words: Sequence[str]) -> bool:
    """Whether words in small letters are a paper's or occasion's: "day against hunger", "paris summit"."""
    things = union(nouns().papers, nouns().events)
    packed = any(w in things and after in OPENING for w, after in pairwise(words))
    opened = next((place for place, w in enumerate(words) if w in OPENING), 0)
    body = any(w in nouns().named for w in words[:opened])  # "Andean Institute of Rankings"
    last = next((w for w in reversed(words) if not w.isdigit()), "")  # "World Drug Report 2020"
    return packed or (len(words) > 1 and last in nouns().events and not body)


def is_nobody(span: Span) -> bool:
    """Whether a name is of common words, an office or a weapon: "Good Faith", "King of Peru", "the Simorgh rocket"."""
    return (
        is_common(span)
        or is_office(span)
        or is_field(span)
        or is_of_paper(span)
        or is_title(span)
        or is_member(span)
        or is_weapon(span)
        or is_thing(span)
    )


def _is_paper(span: Span) -> bool:
    """Whether a name is only the title of a paper: "the Nuclear Non-Proliferation treaty"."""
    treaties = nouns().treaties
    following = span.doc[span.end] if span.end < len(span.doc) else span[-1]
    return following.lemma_.lower() in treaties or span[-1].lower_ in treaties


def _is_of_thought(span: Span) -> bool:
    """Whether a word that the model took for a people says only what is thought or believed: "Stalinist policies"."""
    root = span.root
    modifier = len(span) == 1 and root.tag_ not in ("NNS", "NNPS") and root.dep_ in ("amod", "compound", "nmod")
    return modifier and (root.lower_ in nouns().faiths or root.lower_.endswith(THOUGHT))


def _is_glued(word: str) -> bool:
    """Whether a word is one with what should stand behind a space: "Berg(applause", "BergPresident"."""
    found = GLUED.fullmatch(word) if not (word.islower() or word.istitle()) or "(" in word else None
    return found is not None and (found["title"] is None or found["title"].lower() in nouns().titles)


def _is_cut(span: Span) -> bool:
    """Whether a word is only what a hyphen joins to the next, or an adverb: "Co | -Chair", "Indicatively | , he"."""
    if len(span) > 1 or span.end >= len(span.doc):
        return False
    if span.label_ in ("LOC", "GPE") and span[0].lower_ in DIRECTIONS and span.end + 2 < len(span.doc):
        both = span.doc[span.end].text == "and" and span.doc[span.end + 1].lower_ in DIRECTIONS
        return both and span.doc[span.end + 2].text[:1].isupper()  # "| Central | and East Asia"; not "East and West"
    behind = span.doc[span.end].text
    joined = behind == "-" and not span[0].whitespace_ and span[0].lower_ in COMBINING | {"co"}
    return joined or (behind == "," and span[0].tag_ == "RB")


def _are_several(span: Span) -> bool:
    """Whether a name is several states or ministries are: "Donor States", "State and War Departments"."""
    last = span[-1].lower_
    if span.label_ != "ORG" or len(span) < 2 or not last.endswith("s"):
        return False
    if span[0].lower_ in ("ministries", "departments"):
        return True  # "the Ministries of Foreign Affairs"
    one = singular(last)
    return one in nouns().countries or (one in nouns().organs and any(t.lower_ == "and" for t in span))


def _goes_on_with_of(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lower_ == "of"
