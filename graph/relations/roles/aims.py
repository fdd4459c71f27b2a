"""A noun of a measure or charge → where what it is on lies, of whom its clause tells; a verb → to what it is done."""

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.relations.roles.doers import named_doers
from graph.relations.roles.misread import NAMED, gap
from graph.syntax.labels import MODIFIERS, OBJECTS, has, is_verb, objects_of, resolved
from graph.syntax.tree import Token

MADE = frozenset({"buy", "grow", "import", "make", "manufacture", "produce", "ship"})
PLACING = frozenset(
    {"at", "earlier", "early", "in", "last", "late", "near", "on", "outside", "this", "today", "yesterday"}
)
TIMES = frozenset({"day", "month", "today", "week", "year", "yesterday"})
FARTHEST = 8  # words between a deed and "of"
SIDES = {"for": ("in",), "on": ("from", "to", "in")}


def field_of(noun: Token) -> list[Token]:
    """Return where what the noun is for or on lies: "a loan for schools in Mali", "a ban on goods made in Mali"."""
    aims = [(c.lower_, t) for c in noun.children if c.dep_ == "prep" and c.lower_ in SIDES for t in objects_of(c)]
    aims = [(p, t) for p, t in aims if t.pos_ == "NOUN"]
    aims += [(p, c) for p, t in aims for c in t.children if c.dep_ == "acl" and c.lemma_.lower() in MADE]
    places = (c for p, t in aims for c in t.children if c.dep_ == "prep" and c.lower_ in SIDES[p])
    return [t for c in places for t in objects_of(c)]


def soil_of(noun: Token) -> list[Token]:
    """Return where what a blow falls on lies: "strikes against depots in Mali"; not of men, nor of a named thing."""
    aims = [t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("against", "at", "on") for t in objects_of(c)]
    things = (t for t in aims if t.pos_ == "NOUN" and not nouns().is_party(t.lemma_.lower()))
    bare = (t for t in things if not any(c.ent_type_ in NAMED or c.pos_ == "PROPN" for c in t.lefts))
    places = (c for t in bare for c in t.children if c.dep_ == "prep" and c.lower_ in ("in", "inside"))
    return [t for c in places for t in objects_of(c)]


def befallen(noun: Token) -> list[Token]:
    """Return whom a deed befalls, as "of" says behind a place or day: "the arrest in Mali of two men"."""
    if noun.lemma_.lower() not in nouns().sufferings or any(c.lower_ == "of" for c in noun.children):
        return []
    behind = noun.doc[noun.i + 1 : min(noun.i + FARTHEST, noun.sent.end)]
    of = next((t for t in behind if t.lower_ == "of" and t.dep_ == "prep"), None)
    if of is None or behind[0].lower_ not in PLACING or any(t.is_punct or is_verb(t) for t in behind[: of.i - noun.i]):
        return []
    last = of.nbor(-1)
    dated = last.lower_ in union(nouns().weekdays, nouns().months) or last.tag_ == "CD" or last.lemma_ in TIMES
    placed = last.pos_ == "PROPN" and last.ent_type_ in NAMED and not of.ent_type_
    return objects_of(of) if dated or placed else []


def is_bare_deed(noun: Token) -> bool:
    """Whether no word beside a deed says whose it is: "a raid that killed two"; not "the Cuban raid that"."""
    if noun.lemma_.lower() not in nouns().deeds or noun.dep_ not in OBJECTS:
        return False
    named = any(c.dep_ in MODIFIERS and (c.pos_ == "PROPN" or c.ent_type_) for c in noun.children)
    return not (named or has(noun, ("poss",)) or named_doers(noun))


def told_of(noun: Token) -> list[Token]:
    """Return of whom the clause behind a noun tells: "the complaint that Mali fails"; not "that it made"."""
    clauses = [c for c in noun.children if c.dep_ in ("acl", "ccomp") and is_verb(c) and c.i > noun.i]
    that = [c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)]
    return [t for c in that if not has(c, ("expl",)) for t in c.children if t.dep_ == "nsubj"]


def suffers(owner: Token) -> bool:
    """Whether it befalls the owner of a noun, as "by" says who does it: "Mali's invasion by Chadian troops"."""
    noun = owner.head
    hurt = noun.lemma_.lower() in union(nouns().sufferings, nouns().deeds)
    by = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == "by" and hurt]
    return any(t.pos_ == "PROPN" or nouns().is_party(t.lemma_.lower()) for c in by for t in objects_of(c))


def done_to(verb: Token, but: Token | None = None) -> list[Token]:
    """Return to what a verb is done: its objects but one, else what its clause is about: "a step Peru called bad"."""
    found = [resolved(c) for c in verb.children if c.dep_ in OBJECTS and c != but]
    about = gap(verb) if not found else None
    return found or ([about] if about is not None else [])
