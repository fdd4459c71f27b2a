"""Nouns that point back ("the country", "both sides", "the army") → what they stand for, where that is certain."""

from collections.abc import Callable

from graph.entities.coreference_pronouns import PARTIES, PERSONS, of_pronoun
from graph.entities.coreference_search import Kinds, at, named_in, only, preferred, the_one
from graph.entities.nouns import lemma_of, nouns
from graph.entities.referents import Referent, Referents
from graph.syntax.labels import has
from graph.syntax.tree import Token

POINTING = frozenset({"the", "this", "that", "these", "those", "both", "two", "its", "his", "her", "their"})
STATES = frozenset({"country", "territory"})
GROUPS = frozenset({"organisation"})
BODIES = GROUPS | {"bloc"}
REACH = 150  # tokens back to a noun in the same words


def of_noun(noun: Token, referents: Referents) -> list[Referent]:
    """Return what a noun stands for without a name beside it; empty where that is not certain."""
    words, lemma = nouns(), lemma_of(noun)
    if lemma in words.forces and all(_is_plain(c) for c in noun.children):
        return preferred(noun, referents, _act_for_country) or _only_country(noun, referents)
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "predet", "poss")}
    return _determined(noun, lemma, determiners, referents) if determiners & POINTING else []


def _determined(noun: Token, lemma: str, determiners: set[str], referents: Referents) -> list[Referent]:
    """Return what a noun with "the", "both", "his" and the like points back to."""
    words, plural = nouns(), noun.tag_ in ("NNS", "NNPS")
    if determiners & {"the", "these", "those", "both"} and (same := _same_words(noun, lemma, referents)):
        return same
    if _is_described(noun, lemma):
        return []
    if lemma in words.sides and plural and determiners & {"both", "two", "the", "these"}:
        return _pair(noun, lemma, referents)
    if lemma in words.members and "the" in determiners:  # "the rebels": the one group named before
        return only(noun, referents, GROUPS | {"people"})
    if plural:
        return []
    if lemma in words.titles and "the" in determiners:
        return _titled(noun, lemma, referents)
    if lemma in words.countries:
        return _home(noun, referents) if determiners & {"his", "her"} else preferred(noun, referents, _one_of(STATES))
    if lemma in words.towns and "the" in determiners:
        return only(noun, referents, frozenset({"place", "territory"}))
    if lemma in words.groups:
        return preferred(noun, referents, _one_of(BODIES)) or only(noun, referents, BODIES)
    return []


def _is_plain(child: Token) -> bool:
    """Whether a word below "police" or "army" names nobody's: "the security forces"."""
    return child.dep_ not in ("amod", "compound", "nmod") or child.lower_ in nouns().unmarked


def _act_for_country(found: list[Referent]) -> bool:
    return len(found) == 1 and found[0].via == "agent" and found[0].entity.kind == "country"


def _one_of(kinds: Kinds) -> Callable[[list[Referent]], bool]:
    return lambda found: len(found) == 1 and found[0].entity.kind in kinds


def _is_described(noun: Token, lemma: str) -> bool:
    """Whether words below say who is meant: "the neighbouring country", "the country of his birth"."""
    described = [c for c in noun.children if c.dep_ in ("amod", "compound", "relcl", "acl")]
    if any(c.lower_ not in ("two", "both") for c in described) and lemma not in nouns().sides:
        return True
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)


def _same_words(noun: Token, lemma: str, referents: Referents) -> list[Referent]:
    """Return what the same noun stood for before: "the soldiers" after "Israeli soldiers"."""
    if has(noun, ("amod", "compound", "nmod", "poss", "relcl", "acl", "prep")):
        return []
    for token in reversed(referents.doc[max(noun.i - REACH, 0) : noun.i]):
        if token.pos_ == "NOUN" and token.tag_ == noun.tag_ and lemma_of(token) == lemma:
            found = [r for r in referents.of(token) if r.via in ("agent", "member")]
            if found:
                return found
    if noun.tag_ != "NN" or lemma in nouns().countries:
        return []
    before = named_in(referents.doc[: noun.i], referents, GROUPS)
    title = lemma.capitalize()  # "the center" after "the Center for Peace"
    return the_one([n for n in before if n.end <= noun.i and title in referents.entities[n].name.split()], referents)


def _only_country(noun: Token, referents: Referents) -> list[Referent]:
    """Return the one country that the sentence names: "Police stopped the rally at the Egyptian parliament"."""
    names = [n for n in referents.names if noun.sent.start <= n.start < noun.sent.end]
    entities = [referents.entities[n] for n in names]
    countries = {e.country or e.name for e in entities if e.kind in STATES or e.country}
    found = [n for n in names if referents.entities[n].kind == "country" and n.form in ("name", "adjective")]
    if len(countries) != 1 or not found or found[0].start in referents.apart:
        return []
    return at(found[0], referents)


def _titled(noun: Token, title: str, referents: Referents) -> list[Referent]:
    """Return the one person before it in the text who is introduced by that title: "the president"."""
    doc = referents.doc
    found = []
    for name in named_in(doc[: noun.i], referents, PERSONS):
        before = doc[max(name.start - 4, 0) : name.start]
        if any(t.lower_ == title for t in before) and not before[-1].is_punct:
            found.append(name)
    return the_one(found, referents)


def _pair(noun: Token, lemma: str, referents: Referents) -> list[Referent]:
    """Return the two that the sentence so far names, else those of the one before: "the two countries"."""
    kinds = STATES if lemma in nouns().countries else PARTIES
    if lemma in nouns().persons:
        kinds = PERSONS
    doc, start = referents.doc, noun.sent.start
    spans = [doc[start : noun.i], *([doc[doc[start - 1].sent.start : start]] if start else [])]
    for span in spans:
        found = [r for n in named_in(span, referents, kinds) for r in at(n, referents)]
        distinct = {r.entity.name: r for r in found}
        if distinct:
            return list(distinct.values()) if len(distinct) == 2 else []
    return []


def _home(noun: Token, referents: Referents) -> list[Referent]:
    """Return the state whose minister or president he is, where his name is introduced so: "his country"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    person = (of_pronoun(owner, referents) or []) if owner is not None else []
    if len(person) != 1:
        return []
    if person[0].entity.kind in STATES:  # "an Iranian official says his country …"
        return person
    named = [n for n in referents.names if referents.entities[n].name == person[0].entity.name]
    for head in (referents.doc[n.end - 1] for n in named):
        for anchor in (head, head.head) if head.dep_ in ("appos", "compound") else (head,):
            states = [r for r in referents.modifiers(anchor) if r.entity.kind in STATES]
            if states:
                return states[:1]
    return []
