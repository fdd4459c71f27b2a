"""Names beside a noun: a government by whoever heads it, forces by whoever leads them, a capital by whose it is."""

from collections.abc import Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.referents.asked import Asked
from graph.entities.referents.offices import served
from graph.entities.referents.referent import Referent
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.entities.world import people, world
from graph.records import Entity
from graph.syntax.labels import BEFORE
from graph.syntax.tree import Token

HOUSES = frozenset(
    {"assembly", "chamber", "congress", "house", "knesset", "legislature", "majlis", "parliament", "senate"}
)
LEAGUES = frozenset({"alliance", "bloc", "grouping", "pact"})
LEAGUED = frozenset({"bloc", "organisation"})
ARMED = frozenset({"army", "military"})  # "Gadhafi's army"
SERVING = HOUSES | {"cabinet", "crew", "government", "service"}
HIGH = frozenset({"government", "high-ranking", "military", "official", "political", "ranking", "senior", "top"})


def governed(referent: Referent, noun: Token, referents: Asked) -> Referent:
    """Return the state instead of the person whose government a noun is or acts for: "Karzai government officials".

    His ministers and his men are those of the state whose office he holds, or of the armed group: "his forces".
    """
    if referent.entity.kind != "person":
        return referent
    behind, lemma = noun.doc[referent.end] if referent.end < noun.i else noun, lemma_of(noun)
    rule = lemma in union(nouns().rules, ARMED) or lemma_of(behind) in nouns().rules
    serving = lemma in nouns().forces or (bool(titles().said_by(lemma)) and lemma != "counterpart")
    if not rule and not (serving and referent.via == "pronoun"):
        return referent
    state = state_of(referent.entity, referents)
    return referent if state is None else replace(referent, entity=state, place=None)


def state_of(person: Entity, referents: Asked) -> Entity | None:
    """Return the state, or the body, in which a person holds an office."""
    served_by = served(person.name, referents.offices, referents.entities)
    return served_by or world().entity(people().state_of(person.name) or "")


def in_capital(referent: Referent, noun: Token) -> Referent:
    """Return a state with its capital as the place that a noun is: "the Czech capital"; not "its cultural capital"."""
    plain = all(c.dep_ not in ("amod", "compound") or c.text[:1].isupper() for c in noun.children)
    if lemma_of(noun) != "capital" or not plain or referent.entity.kind not in ("country", "territory"):
        return referent
    return replace(referent, place=world().capital(referent.entity.name))


def leads(referent: Referent, noun: Token, referents: Asked) -> bool:
    """Whether a name stands in a compound, joined by "and" to no other: "Hamas-led", not "Afghan and U.S.-led".

    Nor is it one of two whose a noun is: "a NATO-EU force"; "the Greek-Maltese singer" is one man.
    """
    doc, before, after = referents.doc, referent.start - 1, referent.end
    joined = before >= 0 and doc[before].lower_ in ("and", "or", ",")
    if joined or after >= len(doc) or doc[after].text != "-":
        return False
    of_two = after + 1 in referents.by_token and (noun.tag_ == "NNS" or lemma_of(noun) in nouns().bodies)
    return not of_two or noun.head.lower_ == "between"


def presides(noun: Token) -> bool:
    """Whether a speaker is that of a parliament, who acts for it: "the Chadian parliament speaker"."""
    if noun.lemma_ != "speaker" or noun.tag_ not in ("NN", "NNP"):
        return False
    of = (t for c in noun.children if c.lower_ == "of" for t in c.children)
    return any(t.lower_ in HOUSES for t in (*(c for c in noun.children if c.dep_ in BEFORE), *of))


def is_league(lemma: str, around: Sequence[Referent]) -> bool:
    """Whether a noun only says what those before it are: "the OPEC alliance"."""
    return lemma in LEAGUES and bool(around) and all(r.entity.kind in LEAGUED for r in around)


def is_of_body(noun: Token, referents: Asked) -> bool:
    """Whether a body's name before a noun says whose they are: "Hezbollah forces loyal to the president"."""
    return any(r.entity.kind == "organisation" and r.form == "name" for r in referents.modifiers(noun))


def is_official(noun: Token) -> bool:
    """Whether figures or members are those of a state: "top military figures", "service members", "Senate members"."""
    words = {c.lower_ for c in noun.children if c.dep_ in BEFORE}
    return not words.isdisjoint({"figure": HIGH, "member": SERVING}.get(lemma_of(noun), frozenset()))
