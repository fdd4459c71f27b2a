"""Nouns for some who were named ("the two countries", "both sides", "the rivals") → who they are."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.entities.coreference import counted
from graph.entities.coreference.called import STATES
from graph.entities.coreference.search import PERSONS, Kinds, at, by_entity, doers_to, named_in
from graph.entities.coreference.they import PARTIES
from graph.entities.names import Name
from graph.entities.referents import Referent, Referents
from graph.entities.referents.offices import state_of
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.syntax.labels import SUBJECTS, is_verb
from graph.syntax.tree import Span, Token

NUMBERS = {"both": 2} | counted.NUMBERS
THESE = frozenset({"these", "those"})
BACK = 4  # sentences in which "the two countries" are named
REACH = 300  # tokens back to "the two sides" who are meant again
NEAR = 40  # tokens back to "certain states"
LEAD = 2  # sentences with which a text begins, and which say whom it is about


def several(noun: Token, lemma: str, determiners: set[str], referents: Referents) -> list[Referent]:
    """Return the two, or three, that the sentence so far names, and the ones before it: "the two countries"."""
    kinds = STATES if lemma in nouns().countries else PARTIES
    if lemma in nouns().persons:
        kinds = PERSONS
    if determiners & THESE and not determiners & NUMBERS.keys() and _are_unnamed(noun, referents):
        return []
    count = next((NUMBERS[d] for d in sorted(determiners) if d in NUMBERS), 2)
    doc, start = referents.doc, noun.sent.start
    apart = {t.i for doer in doers_to(noun) for t in doer.subtree}  # "Malaysia's king urged both countries"
    span, named = doc[start : noun.i], dict[str, Name]()
    for _ in range(BACK):
        found = [n for n in named_in(span, referents, kinds) if n.start not in apart]
        if noun.dep_ == "pobj" and noun.head.lower_ == "between" and _in_subjects(noun, found, referents):
            return []  # "Ghana's president went there to mediate between the rivals"
        named.update({referents.entities[n].name: n for n in _apart_from_own(found, referents)})
        if len(named) >= count or not start:
            break
        if kinds == STATES and (both := _with_leaders(span, named, count, apart, referents)):
            return both
        if named and (both := _with_capitals(span, kinds, count, referents)):
            return both
        span = doc[start - 1].sent
        start = span.start
    if len(named) == count:
        return _at(named.values(), referents)
    if kinds == PERSONS and (both := _titled(named, lemma, count, referents)):
        return both
    if len(named) < count and (both := _with_capitals(span, kinds, count, referents)):
        return both
    if not determiners & NUMBERS.keys():
        listed = _joined(found, count, noun, referents) if kinds == STATES and noun.dep_ in SUBJECTS else []
        return _list_before(noun, found, referents) if determiners & THESE else listed
    if both := _joined(found, count, noun, referents) or _of_text(noun, kinds, count, referents):
        return both
    both = _as_before(noun, kinds, count, referents) or _of_lead(noun, kinds, count, referents)
    here = by_entity(doc[noun.sent.start : noun.i], kinds, referents)
    return both if here.keys() <= {r.entity.name for r in both} else []


def _are_unnamed(noun: Token, referents: Referents) -> bool:
    """Whether "these states" are some of whom nobody is named: "certain powers lie. These states …"."""
    for token in reversed(noun.doc[max(noun.i - NEAR, 0) : noun.i]):
        if token.i in referents.by_token:
            return False
        if token.tag_ == "NNS" and lemma_of(token) in nouns().countries:
            return not referents.own(token)
    return False


def _apart_from_own(names: Sequence[Name], referents: Referents) -> list[Name]:
    """Return the names but for bodies of a state that is named too: Cuba and its foreign ministry are one side."""
    named = {referents.entities[n].name for n in names}
    entities = referents.entities
    return [n for n in names if entities[n].kind != "organisation" or entities[n].country not in named]


def _with_leaders(
    span: Span, named: Mapping[str, Name], count: int, apart: Container[int], referents: Referents
) -> list[Referent]:
    """Return so many states as asked for, by name or by who holds their offices: "Cuba's king told Silva that both"."""
    persons = [n for n in named_in(span, referents, PERSONS) if n.start not in apart]
    held = [(state_of(referents.entities[n].name, referents.offices, referents.entities), n) for n in persons]
    theirs = {
        state.name: Referent(state, n.start, n.end, "agent", head=n.end - 1)
        for state, n in held
        if state is not None and state.name not in named
    }
    if not theirs or len(named) + len(theirs) != count:
        return []
    return [*_at(named.values(), referents), *theirs.values()]


def _titled(named: Mapping[str, Name], title: str, count: int, referents: Referents) -> list[Referent]:
    """Return those of more persons who have the office by which they are called: "the two presidents"."""
    said = titles().said_by(title)
    held = {referents.entities[o.person].name for o in referents.offices if o.words & said}
    found = [n for name, n in named.items() if name in held]
    return _at(found, referents) if len(found) == count else []


def _at(names: Iterable[Name], referents: Referents) -> list[Referent]:
    return [r for n in names for r in at(n, referents)]


def _joined(names: Sequence[Name], count: int, noun: Token, referents: Referents) -> list[Referent]:
    """Return the last so many whom "and" joins: "… Peru and Chile of harm to Cuba. Both states …"."""
    parts = _last_list(names, referents)
    others = [n for n in names if n not in parts and referents.doc[n.end - 1].dep_ in SUBJECTS]
    if not parts or _apart(others, len(others), noun, referents):
        return []  # "Peru met Chile and Cuba": which two?
    return _apart(parts, count, noun, referents)


def _last_list(names: Sequence[Name], referents: Referents) -> list[Name]:
    """Return the last of the names that "and" joins, in text order; none where it joins no two of them."""
    heads = {referents.doc[n.end - 1].i: n for n in names}
    for i in sorted(heads, reverse=True):
        first = referents.doc[i]
        if first.dep_ == "conj":
            continue
        joined = {t.i for t in (first, *referents.conjuncts(first))}
        if len(parts := [heads[j] for j in sorted(joined) if j in heads]) > 1:
            return parts
    return []


def _as_before(noun: Token, kinds: Kinds, count: int, referents: Referents) -> list[Referent]:
    """Return who "the two sides" were before, where a noun is counted alike: "The two states … Both countries …"."""
    for token in reversed(referents.doc[max(noun.i - REACH, 0) : noun.sent.start]):
        if token.tag_ != "NNS" or lemma_of(token) not in nouns().sides:
            continue
        if not any(NUMBERS.get(c.lower_) == count for c in token.children):
            continue
        found = _as_kinds(referents.own(token), kinds, referents)
        return found if len(found) == count else []
    return []


def _as_kinds(found: Sequence[Referent], kinds: Kinds, referents: Referents) -> list[Referent]:
    """Return those found as persons, or as the states whose offices they hold, as it is asked for."""
    held = found
    if kinds == STATES:
        states = (state_of(r.entity.name, referents.offices, referents.entities) for r in found)
        held = [replace(r, entity=s) if s is not None else r for r, s in zip(found, states, strict=True)]
    fits = kinds | PERSONS if kinds == PARTIES else kinds
    return [r for r in held if r.entity.kind in fits]


def _of_lead(noun: Token, kinds: Kinds, count: int, referents: Referents) -> list[Referent]:
    """Return so many persons in office, or states, that the first sentences name: those whom the text is about."""
    doc, held = referents.doc, {referents.entities[o.person] for o in referents.offices}
    end = 0
    for _ in range(LEAD):
        if end >= noun.sent.start:
            return []
        end = doc[end].sent.end
        persons, states = (by_entity(doc[:end], each, referents) for each in (PERSONS, STATES))
        if not held & {referents.entities[n] for n in persons.values()}:
            persons = {}
        many = len(persons) == count and (kinds != PARTIES or noun.dep_ in SUBJECTS)
        told = _at((persons if many else states).values(), referents)
        found = _as_kinds(told, kinds, referents)
        if len(found) == len(told) == count:
            return found
    return []


def _list_before(noun: Token, names: Sequence[Name], referents: Referents) -> list[Referent]:
    """Return the last list of names: "Peru thanked Chad, Mali and Togo. These states …".

    Not where others were so called since: "Chad and Mali left. The Gulf states fear that these states …".
    """
    last = max((n.end for n in names), default=noun.i)
    if any(t.tag_ == noun.tag_ and lemma_of(t) == lemma_of(noun) for t in noun.doc[last : noun.i]):
        return []
    return _at(_last_list(names, referents), referents)


def _of_text(noun: Token, kinds: Kinds, count: int, referents: Referents) -> list[Referent]:
    """Return the only countries, or persons in office, so far: "… Silva met Paz. … The two leaders …"."""
    if kinds == PARTIES:
        return []
    held = {referents.entities[o.person] for o in referents.offices}
    told = [(referents.entities[n], n) for n in named_in(referents.doc[: noun.i], referents, kinds)]
    last = {e.name: n for e, n in told if (e in held if kinds == PERSONS else e.kind == "country")}
    return _apart(list(last.values()), count, noun, referents)


def _apart(names: Sequence[Name], count: int, noun: Token, referents: Referents) -> list[Referent]:
    """Return them if they are so many, and none is named behind the noun: "both states thanked Peru" are others."""
    found = {referents.entities[n].name for n in names}
    behind = {referents.entities[n].name for n in referents.names if noun.i < n.start < noun.sent.end}
    return _at(names, referents) if len(found) == count and not found & behind else []


def _with_capitals(span: Span, kinds: Kinds, count: int, referents: Referents) -> list[Referent]:
    """Return the parties of a span, those included in whose capital it happens, if they are so many as asked for."""
    inside = [n for n in referents.names if span.start <= n.start < span.end and referents.entities[n].kind in kinds]
    found = {r.entity.name: r for n in inside for r in at(n, referents)}
    return list(found.values()) if len(found) == count else []


def _in_subjects(noun: Token, found: Iterable[Name], referents: Referents) -> bool:
    """Whether one of the names stands in a subject of the clauses around a noun."""
    subjects = (s for verb in noun.ancestors if is_verb(verb) for s in verb.children if s.dep_ in SUBJECTS)
    acting = (s for s in subjects if any(r.via != "private" for r in referents.of(s)))
    named = {t.i for subject in acting for t in subject.subtree}
    return any(n.start in named for n in found)
