"""A name that the model only guessed → the kind that the words beside it say: "the Etemad newspaper", "met in Nagato".

What stands beside is read from the parse: a noun behind it, before it or behind a comma, or the preposition.
"""

from graph.data_files import union
from graph.entities.names.name import word_before
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import World, people
from graph.records import Kind
from graph.syntax.tree import Doc, Span, Token

NEAR = 4  # tokens
FAR = 6  # tokens
DASHES = frozenset({"-", "–", "—", ":"})
LISTING = DASHES | {"including"}
SITES = frozenset({"capital", "area", "base", "plant", "highlands", "complex", "range"})
AROUND = frozenset("north south east west northeast northwest southeast southwest outskirts vicinity outside".split())
CALLED = frozenset({"called", "named", "dubbed"})
WHERE = frozenset({"in", "near", "off", "outside"})
TRUSTING = frozenset("believe trust confide confidence faith interest interested see find hope".split())
WORKING = frozenset(
    "activist actor actress analyst artist author cleric coordinator diplomat dissident economist engineer filmmaker "
    "historian journalist lawmaker lawyer novelist painter photographer photojournalist physicist poet politician "
    "professor reporter scholar scientist singer writer".split()
)  # what only persons are
AIMED = frozenset(
    "aim anger angry look laugh shout scream point fire swear rage stare outrage fury glance gaze swipe dig "
    "throw hurl direct yell smile annoyed furious mad frustration".split()
)
WAYS = frozenset("pipeline pipelines railway railways railroad highway motorway road route line corridor".split())
TOWNS = frozenset(
    "area forest site town city village province district island suburb region valley county governorate".split()
)
RULING = frozenset({"lead", "head", "chair", "command", "direct", "found", "govern"})
RUN = frozenset({"head", "ceo", "director", "chairman", "chairwoman", "chief", "founder", "manager", "shareholder"})


def told_kind(span: Span, world: World) -> Kind | None:
    """Return the kind that the words beside a name say; None where they say none."""
    if _is_of_rule(span):
        return "person"
    if _is_of_sites(span) or _is_of_way(span):
        return "place"
    return _by_noun_behind(span) or _by_noun_before(span) or _by_noun_apart(span) or _by_owner(span, world)


def _is_of_sites(span: Span) -> bool:
    """Whether a name goes on a list of places: "three villages - Kindu and | Zelma", "towns, including | Zelma"."""
    doc, place = span.doc, span.start - 1
    while place > 0 and (doc[place].text in (",", "and") or doc[place].text[:1].isupper()):
        place -= 1
    if place < 1 or doc[place].lower_ not in LISTING or doc[place].sent.start != doc[span.start].sent.start:
        return False
    return any(t.lower_.endswith("s") and t.lower_[:-1] in nouns().sites for t in doc[max(place - FAR, 0) : place])


def _is_of_way(span: Span) -> bool:
    """Whether a dash joins a name to another, between which a way leads: "the | Zelmanov |-Kindu railway"."""
    doc, start, end = span.doc, span.start, span.end
    before = start > 1 and doc[start - 1].text in DASHES and doc[start - 2].text[:1].isupper()
    before = before and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    behind = end + 1 < len(doc) and doc[end].text in DASHES and doc[end + 1].text[:1].isupper()
    behind = behind and not doc[end].whitespace_ and not span[-1].whitespace_
    if len(span) > 2 or not (before or behind) or is_somebody(span):
        return False
    return any(t.lower_ in WAYS for t in doc[start].sent)


def is_where(span: Span) -> bool:
    """Whether what the model took for a body or person is where something is: "in | Zelmanov", "met in | Nagato"."""
    if not span.start or span.root.dep_ != "pobj":
        return False
    if _is_land(span):
        return True
    if span.doc[span.start - 1].lower_ not in WHERE:
        return False
    if span.label_ == "ORG":
        near = span.doc[span.start - 1].lower_ == "near" and len(span) == 2 and all(t.tag_ == "NNP" for t in span)
        bodies = union(nouns().named, nouns().groups)
        return (len(span) == 1 or near) and all(t.text[1:].islower() and t.lower_ not in bodies for t in span)
    if span.label_ not in ("PERSON", "NORP") or len(span) > 2 or not all(t.text[:1].isupper() for t in span):
        return False
    head = span.doc[span.start - 1].head
    return head.lemma_.lower() not in TRUSTING and not is_somebody(span) and span[-1].tag_ == "NNP"


def _is_land(span: Span) -> bool:
    """Whether a name is a land's or town's: "in the | Zelmanov |," that is no people, "fires at | Zelmanov"."""
    before, root = span.doc[span.start - 1], span.root
    if len(span) > 1 or root.tag_ != "NNP" or is_somebody(span):
        return False
    if span.label_ == "NORP":
        return before.lower_ == "the" and span.start > 1 and span.doc[span.start - 2].lower_ in WHERE
    behind = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    site = span.label_ == "ORG" and before.lower_ == "at" and behind in ("in", "near") and root.text.istitle()
    if site and root.lower_ not in union(nouns().named, nouns().groups):
        return True  # "a plant at | Zelmanov | in the delta"
    plain = span.label_ == "PERSON" and before.lower_ == "at" and not root.text.isupper()
    return plain and before.head.lemma_.lower() not in AIMED


def is_somebody(span: Span) -> bool:
    """Whether a name is a well-known person's, or one whom the text names at greater length."""
    last = span[-1].text
    if people().known_as(last):
        return True
    longer = (e for e in span.doc.ents if e.label_ == "PERSON" and len(e) > 1 and e.start != span.start)
    return any(e[-1].text == last for e in longer)


def _by_noun_behind(span: Span) -> Kind | None:
    """Return the kind that a small noun behind says: "the Etemad newspaper", "the Zelmanov gas field"."""
    doc = span.doc
    behind = doc[span.end] if span.end < len(doc) else None
    told = behind is not None and behind.text.islower() and (not behind.tag_ or behind.tag_ == "NN")
    if behind is not None and told and span.root.dep_ in ("compound", "nmod", ""):  # the text may not be parsed there
        site = behind.lower_ == "web" and span.end + 1 < len(doc) and doc[span.end + 1].lower_ == "site"
        if behind.lower_ in nouns().media or site:
            return "organisation"
        if behind.lower_ in nouns().sports and span.label_ != "PERSON":
            return "organisation"  # "the | Zelma | hockey team"
        if behind.lower_ in nouns().sites:
            return "place"
    if _modifies_site(span):
        return "place"
    camp = span[0].text == "Camp" if len(span) > 1 else span.start > 0 and doc[span.start - 1].text == "Camp"
    return "place" if camp else None


def _is_of_rule(span: Span) -> bool:
    """Whether a ruler's surname says whose rule is meant: "the Nixon, | Ford | and Carter administrations"."""
    head = _first_of_list(span.root).head
    while head.dep_ == "conj" and head.head.i > span.end:
        head = head.head
    rule = head.i >= span.end and head.lemma_.lower() in nouns().rules - {"government", "junta", "cabinet"}
    return rule and bool(people().known_as(span[-1].text))


def _modifies_site(span: Span) -> bool:
    """Whether a name says which camp or river is meant: "the Zelmanov refugee camp", "the Ruvu and Wami rivers"."""
    token = _first_of_list(span.root)
    head = token.head
    modifier = token.dep_ in ("compound", "nmod", "amod") and head.i >= span.end and head.text.islower()
    return modifier and head.i - span.end < NEAR and head.lemma_.lower() in union(nouns().sites, SITES)


def _first_of_list(token: Token) -> Token:
    """Return the first of the names that "and" and commas join with one."""
    while token.dep_ == "conj" and token.head.i < token.i and token.head.tag_ == "NNP":
        token = token.head
    return token


def _by_noun_before(span: Span) -> Kind | None:
    """Return the kind that a small noun before says: "the company | Kestrel", "a group called | Ostra", "town of"."""
    doc, token = span.doc, _first_of_list(span.root)
    start = span.start if token is span.root else token.left_edge.i
    if not start:
        return None
    before = doc[start - 1]
    if before.text == "," and token.dep_ == "appos" and token.head.i < start:
        told = _kind_of_noun(token.head)  # "its main city, | Ostra"; not "a leader of the group, | Ivo Holm"
        return told if told == "place" or span.label_ != "PERSON" else None
    if before.lower_ == "of" and start > 1:
        return _kind_before_of(doc[start - 2], span)
    called = before.lower_ in CALLED or (before.lower_ == "as" and start > 1 and doc[start - 2].lower_ == "known")
    if called:
        before = _called(doc, start)
    if before.i >= token.i or not (called or token.dep_ == "appos" or before.head is token):
        return None
    return _kind_of_noun(before)


def _called(doc: Doc, start: int) -> Token:
    """Return the noun of which "called" or "officially known as" before a name tells it."""
    place = start - 1
    while place and doc[place].lower_ in CALLED | {"as", "known", "officially", "also", "is", "was", "which", ","}:
        place -= 1
    return doc[place]


def _kind_before_of(noun: Token, span: Span) -> Kind | None:
    """Return the kind that "town of", "head of" say of a name; nobody is head of a person."""
    if noun.lower_ in union(nouns().sites, SITES) or noun.lower_ in AROUND or singular(noun.lower_) in TOWNS:
        return "place"  # "the towns of | Zelmanov | and | Kindu"
    guessed = span.label_ in ("PERSON", "NORP") and len(span) == 1 and not is_somebody(span)
    return "organisation" if guessed and noun.lower_ in RUN else None


def _by_noun_apart(span: Span) -> Kind | None:
    """Return the kind that a noun behind a comma or "is" says: "Kocho, a village in Iraq", "Ostra is a party"."""
    root = span.root
    told = [t for t in root.rights if t.dep_ == "appos" and t.i >= span.end]
    if root.dep_ == "nsubj" and root.head.lemma_.lower() == "be":
        told += [t for t in root.head.rights if t.dep_ == "attr"]
    if any(t.tag_ in ("NN", "NNP") and t.lower_ in WORKING for t in told) and all(t.text.istitle() for t in span):
        return "person"  # "Maria Soler is a photographer"
    if span.label_ in ("GPE", "LOC", "NORP") and any(t.tag_ == "NN" and t.lower_ in nouns().makers for t in told):
        return "organisation"  # "Zelma, a developer of games"
    return next((kind for t in told if t.tag_ == "NN" and (kind := _kind_of_noun(t)) is not None), None)


def _kind_of_noun(noun: Token) -> Kind | None:
    """Return the kind of what a small noun is said of: "village", "newspapers"."""
    if noun.tag_ not in ("NN", "NNS") or not noun.text.islower():
        return None
    lemma = noun.lemma_.lower()
    if lemma in nouns().media:
        return "organisation"
    return "place" if lemma in union(nouns().sites, SITES) else None


def _by_owner(span: Span, world: World) -> Kind | None:
    """Return "organisation" of what a state has that is no person known to the text: "Iran's | Kestrel"."""
    doc = span.doc
    if span.label_ != "PERSON":
        return None
    if len(span) > 1 and span.end < len(doc) and doc[span.end].tag_ == "POS" and not is_somebody(span):
        behind = doc[span.end + 1 : span.end + NEAR]
        firms = any(t.lower_ in nouns().corporate for t in behind)  # "Kestrel Maple's chief economist"
        return "organisation" if firms and span[0].text not in forenames() else None
    if len(span) > 1 or span.start < 2 or doc[span.start - 1].tag_ != "POS":
        return None
    owner = world.senses(word_before(doc, span.start).text)
    state = bool(owner) and owner[0].entity.kind == "country" and owner[0].form == "name"
    return "organisation" if state and not is_somebody(span) else None


def is_leader(span: Span) -> bool:
    """Whether a name of two words is that of whom something is led by: "led by | Agostinho Neto"."""
    if len(span) < 2 or span.start < 2 or span.doc[span.start - 1].lower_ != "by":
        return False
    return span.doc[span.start - 1].head.lemma_.lower() in RULING
