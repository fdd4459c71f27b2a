"""Titles ("the president", "the Russian leader", "his country") → the person introduced by them, or his state."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.entities.coreference.called import STATES
from graph.entities.coreference.pronouns import of_pronoun
from graph.entities.coreference.search import at, the_one
from graph.entities.coreference.voices import speaks_next
from graph.entities.referents import Referent, Referents
from graph.entities.referents.offices import Office, served, state_of
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.records import Entity
from graph.syntax.labels import has
from graph.syntax.tree import Token

APART = frozenset({"vice", "deputy", "assistant", "opposition", "rebel", "party", "spiritual", "supreme", "prime"})
OF_GROUPS = frozenset({"opposition", "rebel", "party"})  # "the rebel leader": "M23 leader X"
HEADS = {"state": "president", "government": "premier"}
MARKS = frozenset({"'s", "’s", "-", "the", "that", "this"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a title asks for: the words that introduced the person, other words of the office, and of what it is."""

    heads: frozenset[str]
    kinds: frozenset[str]
    former: bool
    of: frozenset[str]

    def fits(self, office: Office) -> bool:
        """Whether a person introduced by this office may be called so."""
        words = office.words
        kinds = self.kinds - OF_GROUPS if any(e.kind == "organisation" for e in office.of) else self.kinds
        if not self.heads & words or not kinds <= words or self.former != bool(words & nouns().former):
            return False
        apart = (words & APART) - self.kinds
        return not apart or (apart == {"prime"} and "minister" not in self.heads)


def of_title(noun: Token, referents: Referents) -> list[Referent]:
    """Return the one person introduced by such a title: before it, or, where it says of which state, behind it."""
    wanted = _wanted(noun, referents)
    if wanted is None:
        return []
    held = [o for o in referents.offices if wanted.fits(o)]
    fitting = [o for o in held if o.person.start < noun.i]
    if wanted.of:
        there = [o for o in fitting if wanted.of & {e.name for e in o.of}]
        behind = [o for o in held if o not in fitting and wanted.of & {e.name for e in o.of}]  # the name comes later
        fitting = there or _unplaced(fitting, noun, wanted, referents) or behind
    persons = {referents.entities[o.person].name for o in fitting}
    if not persons and not any(o.person.start < noun.i for o in held):
        return revealed(noun, wanted.fits, referents)
    if len(persons) > 1 and noun.tag_ == "NNP":  # "the Leader": he whom the text calls so, not each president
        persons = {referents.entities[o.person].name for o in fitting if lemma_of(noun) in o.words}
    if len(persons) != 1:
        return []
    named = [n for n in referents.names if referents.entities[n].name in persons]
    return the_one([n for n in named if n.start < noun.i] or named[:1], referents)


def revealed(noun: Token, fits: Callable[[Office], bool], referents: Referents) -> list[Referent]:
    """Return the person whom a text names only behind the title with which it begins.

    "Peru's foreign minister says the river is low. Juan Paz told reporters …": who speaks next is he, where his name
    has no title of its own, or one that fits.
    """
    found = speaks_next(noun, "person", referents)
    return [found[0]] if found is not None and _is_bare(found[0], fits, referents) else []


def _is_bare(person: Referent, fits: Callable[[Office], bool], referents: Referents) -> bool:
    held = [o for o in referents.offices if referents.entities[o.person] == person.entity]
    return " " in person.entity.name and all(fits(o) for o in held)


def of_nationality(noun: Token, referents: Referents) -> list[Referent]:
    """Return the only person named before who is of a state, as his office tells: "the Frenchman", "the Malian"."""
    state = referents.entities[referents.by_token[noun.i]].name
    held = [o for o in referents.offices if any(state in (e.name, e.country) for e in o.of)]
    persons = {referents.entities[o.person].name for o in held if o.person.start < noun.i}
    named = [n for n in referents.names if n.start < noun.i and referents.entities[n].name in persons]
    return the_one(named, referents) if len(persons) == 1 else []


def home(noun: Token, referents: Referents) -> list[Referent]:
    """Return the states whose offices they have to whom "his" points: "his country", "their countries"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    persons = (of_pronoun(owner, referents) or []) if owner is not None else []
    states: dict[str, Referent] = {}
    for person in persons:
        state: Entity | None = person.entity  # "an Iranian official says his country …"
        if person.entity.kind not in STATES:
            of = served if lemma_of(noun) in nouns().forces else state_of
            state = of(person.entity.name, referents.offices, referents.entities)
        if state is None:
            return []
        states[state.name] = Referent(state, person.start, person.end, "agent", head=noun.i)
    plural = noun.tag_ in ("NNS", "NNPS") and len(states) == len(persons)
    return list(states.values()) if len(states) == 1 or plural else []


def _unplaced(fitting: list[Office], noun: Token, wanted: Wanted, referents: Referents) -> list[Office]:
    """Return those introduced without a state, where the text so far is of no other state: "President Deng"."""
    states = {referents.entities[n].name for n in referents.names if n.start < noun.i and n.entity.kind == "country"}
    return [o for o in fitting if not o.of] if states <= wanted.of else []


def _wanted(noun: Token, referents: Referents) -> Wanted | None:
    """Return what a title asks for; None where it is none or is somebody else ("the next president")."""
    heads = titles().said_by(HEADS.get(_headed(noun), lemma_of(noun)))
    if not heads or has(noun, ("relcl", "nummod", "appos")):
        return None
    kinds: set[str] = set()
    of: set[str] = set()
    definite = former = False
    for token in noun.doc[noun.left_edge.i : noun.i]:
        word, name = token.lower_, referents.by_token.get(token.i)
        if name is not None and referents.entities[name].kind != "person" and name.start not in referents.apart:
            of.add(referents.entities[name].name)
        elif word in titles().kinds:
            kinds.add(word)
        elif word in nouns().former:
            former = True
        elif word in ("its", "their", "his", "her"):
            owners = of_pronoun(token, referents) or []
            if not owners or (any(r.entity.kind == "person" for r in owners) and lemma_of(noun) != "counterpart"):
                return None
            if lemma_of(noun) == "counterpart":  # his has the same office
                held = [o for o in referents.offices if referents.entities[o.person] == owners[0].entity]
                heads = frozenset(w for o in held for w in o.words if titles().said_by(w))
                heads |= titles().peers if heads & titles().peers else heads
                kinds.update(w for o in held for w in o.words & titles().kinds)
                definite = True
                continue
            of.update(r.entity.name for r in owners)
        elif name is not None or not (word in MARKS or word in titles().plain):
            return None
        definite = definite or word in MARKS - {"-"} or token.tag_ == "PRP$"
    of.update(r.entity.name for r in _behind(noun, referents))
    definite = definite or (noun.tag_ == "NNP" and bool(of))  # "President of Russia" in a title
    return Wanted(heads, frozenset(kinds), former, frozenset(of)) if definite else None


def _headed(noun: Token) -> str:
    """Return what a head is the head of: "the Cuban head of state" of the state."""
    below = (t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children)
    return next((t.lower_ for t in below), "") if noun.lower_ == "head" else ""


def _behind(noun: Token, referents: Referents) -> list[Referent]:
    """Return of what somebody is the president: "the president of Iran", "the spokesman for Iran's army"."""
    below = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "for"))
    names = (referents.by_token.get(t.i) for c in below for t in c.children if t.dep_ == "pobj")
    return [r for n in names if n is not None for r in at(n, referents)]
