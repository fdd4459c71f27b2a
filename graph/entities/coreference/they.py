"""They, them, their → who they are, where the text makes that certain."""

from functools import partial

from graph.data_files import union
from graph.entities.coreference.near import blamed, joined
from graph.entities.coreference.search import governing, of_last, subjects_above
from graph.entities.referents import Referent, Referents
from graph.entities.words.descriptions import may_be_called
from graph.entities.words.nouns import lemma_of, nouns
from graph.syntax.labels import OBJECTS, SUBJECTS
from graph.syntax.tree import Token

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
COLLECTIVE = frozenset({"crew", "personnel", "police", "staff"})  # they are many
PARTIES = frozenset({"country", "bloc", "organisation", "people"})
THINGS = PARTIES | {"territory"}
MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})


def they(token: Token, referents: Referents) -> list[Referent]:
    """Return who "they" are, whom "them" and "their" mean."""
    if _are_others(token, referents):
        return []
    several = partial(_are_several, referents=referents)
    parts = joined(token, referents)
    if parts is not None and several(every := [r for part in parts for r in part]):
        return every  # "Chad, Mali and their allies"
    if (object_ := blamed(token)) is not None:
        found = referents.of(object_)
        if several(found) or object_.tag_ in ("NNS", "NNPS"):
            return found if several(found) else []
    if found := governing(token, referents, several):
        return found
    before = [] if _has_plural(token) else of_last(token, referents, several)
    return before or _coordinated(token, referents) or _nearest_plural(token, referents)


def _has_plural(token: Token) -> bool:
    """Whether "they" may be some of its own sentence: "the plans failed, for they …", "the people in their …"."""
    if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
        return False
    words = nouns()
    people = union(words.countries, words.persons, words.whole)
    for noun in token.doc[token.sent.start : token.i]:
        several = noun.tag_ in ("NNS", "NNPS") or noun.lower_ in COLLECTIVE
        if not several or noun.ent_type_ in MEASURES or noun.is_ancestor(token):
            continue
        lemma = lemma_of(noun)
        if words.is_party(lemma) or lemma in people or noun.dep_ in (*SUBJECTS, *OBJECTS, "poss"):
            return True
    return False


def _are_others(token: Token, referents: Referents) -> bool:
    """Whether "they" are some of whom nothing is known: "The countries of the bloc say they …", "critics of his"."""
    nearest, words = next(subjects_above(token), None), nouns()
    if nearest is None or nearest.tag_ != "NNS" or referents.of(nearest):
        return False
    return lemma_of(nearest) in union(words.countries, words.persons, words.agents, words.members, words.private)


def _are_several(found: list[Referent], referents: Referents) -> bool:
    """Whether "they" may be these: more than one, or one that has many heads, or is told as many: "the Cubans"."""
    if len(found) != 1:
        return len(found) > 1
    one = found[0]
    name = referents.by_token.get(one.head)
    if one.via == "name" and name is not None and name.plural and one.form in ("person", "people"):
        return True
    body = one.entity.kind == "organisation" and may_be_called("group", one.entity)  # no ministry or paper is "they"
    many = body or one.entity.kind == "people" or one.via in ("agent", "member")
    return many and one.entity.kind in THINGS


def _coordinated(token: Token, referents: Referents) -> list[Referent]:
    """Return the last parties that "and" joins: "ties with both Israel and the Palestinians … their conflict"."""
    for name in reversed([n for n in referents.names if token.sent.start <= n.start < token.i]):
        head = referents.doc[name.end - 1]
        subject = head.dep_ == "conj" and head.head.dep_ in SUBJECTS and head.head.head == token.head
        if head.dep_ == "conj" and not (subject and token.tag_ == "PRP"):  # "Cuba and Iran condemned them": others
            found = [r for r in referents.of(head.head) if r.via == "name" and r.entity.kind in PARTIES]
            return found if len(found) > 1 and all(r.start < token.i for r in found) else []
    return []


def _nearest_plural(token: Token, referents: Referents) -> list[Referent]:
    """Return the nearest plural that stands for a party: "operations against Cuban gunmen if they …"."""
    nearest = next(
        (t for t in reversed(referents.doc[token.sent.start : token.i]) if t.tag_ in ("NNS", "NNPS")),
        None,
    )
    if nearest is not None or token.dep_ != "nsubj" or not token.sent.start:
        return _members(nearest, referents) if nearest is not None else []
    before = (t for t in referents.doc[token.sent.start - 1].sent if t.tag_ in ("NNS", "NNPS"))
    told = [found for t in before if (found := _members(t, referents))]
    return told[0] if len(told) == 1 else []


def _members(noun: Token, referents: Referents) -> list[Referent]:
    return [r for r in referents.own(noun) if r.via in ("agent", "member", "pronoun")]
