"""He, she, it, they, who → what they point back to, where the text makes that certain."""

from collections.abc import Callable
from functools import partial

from graph.data_files import union
from graph.entities.coreference.near import blamed, glossed, is_unknown, joined, subject_behind
from graph.entities.coreference.search import (
    PERSONS,
    beside,
    doers_to,
    governing,
    main_subjects,
    named_in,
    of_last,
    only,
    subjects_above,
    the_one,
    unsaid,
)
from graph.entities.coreference.speakers import FIRST, SECOND, of_first, of_second
from graph.entities.coreference.they import THEY, THINGS, they
from graph.entities.coreference.voices import again
from graph.entities.referents import Referent, Referents
from graph.entities.referents.genders import GENDERS, others_than
from graph.entities.words.nouns import lemma_of, nouns
from graph.syntax.labels import BEFORE, OBJECTS, RELATIVES, SUBJECTS, direct_objects, is_verb, objects_of, resolved
from graph.syntax.operators import operators
from graph.syntax.tree import Token

PERSONAL = frozenset(GENDERS)
IT = frozenset({"it", "its", "itself"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
Fits = Callable[[list[Referent]], bool]


def of_pronoun(token: Token, referents: Referents) -> list[Referent] | None:
    """Return what a pronoun stands for, empty where that is not certain; None if the token is no such pronoun."""
    word = token.lower_
    if word in RELATIVES and (antecedent := resolved(token)) != token:
        return referents.own(antecedent)
    if word in REFLEXIVE:
        return [r for subject in doers_to(token) for r in referents.of(subject)]
    if word in PERSONAL | IT | THEY and (told := glossed(token, referents)):
        return told
    if word in FIRST:
        return of_first(token, referents)
    if word in SECOND:
        return of_second(token, referents)
    if token.tag_ == "PRP$" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "own":
        nearest = next(subjects_above(token), None)  # "Ruz said Chad defends its own": Chad's
        if nearest is not None and nearest.pos_ == "PROPN":
            return [r for r in referents.own(nearest) if r.via == "name"]
    if word in PERSONAL:
        return _person(token, referents) or (again(token, referents) if _speaks(token) else [])
    if word in IT:
        return [] if _is_event(token) or _repeats(token, referents) else _thing(token, referents)
    if word in THEY:
        return they(token, referents)
    return None


def _speaks(token: Token) -> bool:
    """Whether a pronoun is who says what the main clause says: "He said that", "She thanked"."""
    verb = token.head
    return token.dep_ == "nsubj" and verb.dep_ == "ROOT" and verb.lemma_.lower() in operators().saying


def _person(token: Token, referents: Referents) -> list[Referent]:
    apart = others_than(token, referents.genders)
    fits = partial(_is_person, referents=referents, apart=apart)
    if (own := _local(token, referents, fits)) is not None:
        return own
    done_to = beside(token, referents)
    others = named_in(referents.doc[token.sent.start : token.i], referents, PERSONS) if done_to else []
    subject = governing(token, referents, fits)
    if not subject:
        if (here := _here(token, referents)) is not None:
            return here
        if _is_behind_quotation(token, referents) and (sayer := again(token, referents)):
            return sayer
        above = [t for t in subjects_above(token) if t.head.lemma_.lower() not in operators().saying]
        if any(is_unknown(t, referents) for t in (subject_behind(token), *above) if t is not None):
            return []  # "in his speech, the envoy …", "a man was asked when he …"
        subject = of_last(token, referents, fits, person=token.tag_ == "PRP")
    rivals = {referents.entities[n].name for n in others} - done_to - {r.entity.name for r in subject}
    if len(rivals - apart) > (0 if subject else 1):
        return []  # "Ali said Omar blamed Karim for defying him"
    if subject or _is_open(token, referents):
        return subject
    if (same := _again(token, referents)) is not None:
        return same
    return only(token, referents, PERSONS, back=3) or _of_subject(token, referents, fits)


def _of_subject(token: Token, referents: Referents, fits: Fits) -> list[Referent]:
    """Return whom the sentence before is about, where "he" begins the next: "Silva held talks with Paz. He blamed".

    Of "Silva met Paz. He …", "Silva spoke with Paz. He …" it may be either, but not of "He also …".
    """
    if token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT" or not token.sent.start:
        return []
    verb = referents.doc[token.sent.start - 1].sent.root
    joined = (t for c in verb.children if c.lower_ == "with" for t in objects_of(c))
    met = any(r.entity.kind == "person" for t in (*direct_objects(verb), *joined) for r in referents.of(t))
    if met and not any(c.lower_ == "also" for c in token.head.children):
        return []
    if any(q.start <= verb.i < q.end for q in referents.quotations):
        return []
    found = [r for c in verb.children if c.dep_ in SUBJECTS for r in referents.of(c) if r.via == "name"]
    return unsaid(found, token, referents) if fits(found) else []


def _is_behind_quotation(token: Token, referents: Referents) -> bool:
    """Whether "he" begins a sentence behind one that is but quoted: “Peru is strong.” He also blamed Chile."""
    start = token.sent.start
    said = [q for q in referents.quotations if q.start <= start - 2 < q.end]
    begins = token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and bool(said)
    return begins and said[0].start <= referents.doc[start - 1].sent.root.i < said[0].end <= start


def _local(token: Token, referents: Referents, fits: Fits) -> list[Referent] | None:
    """Return who owns by the phrase or clause of the token alone; None where that says nothing."""
    if (parts := joined(token, referents)) is not None and (found := next(filter(fits, reversed(parts)), None)):
        return found
    if (object_ := blamed(token)) is not None:
        found = referents.of(object_)
        return found if fits(found) else []
    return None


def _here(token: Token, referents: Referents) -> list[Referent] | None:
    """Return the one person named before "him" or "his" in its sentence; empty for two, None for none.

    "He" of the main clause goes on with whom the sentence before is about: "At the talks with Silva, he …".
    """
    if token.dep_ in SUBJECTS and token.head.dep_ in ("ROOT", "parataxis"):
        return None
    barred, doc = beside(token, referents) | others_than(token, referents.genders), referents.doc
    said = [q for q in referents.quotations if not q.start <= token.i < q.end]
    names = [
        n
        for n in named_in(doc[token.sent.start : token.i], referents, PERSONS)
        if referents.entities[n].name not in barred and not any(q.start <= n.start < q.end for q in said)
    ]
    return unsaid(the_one(names, referents), token, referents) if names else None


def _again(token: Token, referents: Referents) -> list[Referent] | None:
    """Return whom "he", "his" or "him" of the sentence before is; None where there is none of them."""
    start = token.sent.start
    before = [t for t in referents.doc[start - 1].sent if _are_alike(t, token)] if start else []
    found = {r.entity.name: r for t in before for r in referents.of(t)}
    return (list(found.values()) if len(found) == 1 else []) if before else None


def _is_open(token: Token, referents: Referents) -> bool:
    """Whether the sentence before is about a "he" of whom it is not certain who he is."""
    start = token.sent.start
    before = main_subjects(referents.doc[start - 1].sent) if start else ()
    return any(_are_alike(t, token) and not referents.of(t) for t in before)


def _are_alike(word: Token, token: Token) -> bool:
    """Whether a word is "he" in some form where the token is, or "she" where that is "she"."""
    return GENDERS.get(word.lower_) == GENDERS[token.lower_]


def _is_person(found: list[Referent], referents: Referents, apart: frozenset[str]) -> bool:
    if len(found) != 1 or found[0].entity.name in apart:
        return False
    one = found[0]
    if one.entity.kind == "person" or one.head < 0:
        return one.entity.kind == "person" or one.via in ("agent", "member")
    head = referents.doc[one.head]
    several = head.tag_ in ("NNS", "NNPS")  # "Officials of Peru spoke": he is none of them
    return one.via in ("agent", "member") and not several and head.lemma_.lower() not in nouns().bodies


def _thing(token: Token, referents: Referents) -> list[Referent]:
    if (own := _local(token, referents, _is_thing)) is not None:
        return own
    done_to = beside(token, referents)
    others = named_in(referents.doc[token.sent.start : token.i], referents, THINGS) if done_to else []
    heads = {referents.entities[n].name for n in others if referents.doc[n.end - 1].dep_ not in BEFORE}
    found = governing(token, referents, _is_thing)
    if not found and token.tag_ == "PRP$" and (found := _spoken_for(token, referents)):
        return found
    governed = bool(found)
    found = found or of_last(token, referents, _is_thing)
    if found and not governed and token.tag_ == "PRP$" and _is_parted(token, found, referents):
        return []
    if found and done_to and found[0].start < token.sent.start and _is_vague(token, referents):
        return []
    if found and found[0].start < token.sent.start:  # a subject of its own sentence is nearer
        here = named_in(referents.doc[token.sent.start : token.i], referents, THINGS)
        subjects = [n for n in here if referents.doc[n.end - 1].dep_ in SUBJECTS]
        heads |= {referents.entities[n].name for n in subjects if not referents.doc[n.end - 1].is_ancestor(token)}
    rivals = heads - done_to - {r.entity.name for r in found}
    return [] if rivals else found  # "NATO failed Peru when Chile attacked it"


def _is_parted(token: Token, found: list[Referent], referents: Referents) -> bool:
    """Whether another party is named between: in "Peru spoke. The critics of Chile say its army …" two may be."""
    here = named_in(referents.doc[token.sent.start : token.i], referents, THINGS)
    others = [n for n in here if not referents.doc[n.end - 1].is_ancestor(token)]  # "Chile, its rival, …"
    return any(referents.entities[n].name != found[0].entity.name for n in others)


def _spoken_for(token: Token, referents: Referents) -> list[Referent]:
    """Return for whom he speaks who is the subject: in "Fatah spokesman Silva said its men left" they are Fatah's."""
    subject = next(subjects_above(token), None)
    if subject is None or subject.head.lemma_ not in operators().saying:
        return []
    found = [r for r in referents.modifiers(subject) if r.via == "name" and r.entity.kind == "organisation"]
    return found if _is_thing(found) else []


def _is_vague(token: Token, referents: Referents) -> bool:
    """Whether "it" may be a thing of the sentence before: "Oslo rejected the bill. Bonn praised it"."""
    before = referents.doc[token.sent.start - 1].sent
    things = [t for t in before if t.dep_ in OBJECTS and t.tag_ == "NN" and not referents.of(t)]
    return bool(things) or any(t.lower_ in IT for t in main_subjects(before))


def _repeats(token: Token, referents: Referents) -> bool:
    """Whether "it" is the thing that the clause before is about: "Oslo opposed the deal, and Bonn blocked it"."""
    before = token.head.head if token.dep_ in OBJECTS and token.head.dep_ == "conj" else None
    things = direct_objects(before) if before is not None and is_verb(before) else []
    return any(t.tag_ == "NN" and not referents.of(t) for t in things)


def _is_thing(found: list[Referent]) -> bool:
    return len(found) == 1 and found[0].entity.kind in THINGS


def _is_event(token: Token) -> bool:
    """Whether "it" is what happened, not who did it: "It was a mistake"; "it is a rogue state" is a state."""
    if _is_anticipating(token):
        return True
    told = [c for c in token.head.children if c.dep_ == "attr"] if token.dep_ == "nsubj" else []
    words = nouns()
    parties = union(words.countries, words.groups, words.ties, words.agents, words.members)
    return any(c.pos_ == "NOUN" and lemma_of(c) not in parties for c in told)


def _is_anticipating(token: Token) -> bool:
    """Whether "it" only stands for the clause behind: "it is wrong to trade with Oslo", "it is sad that Oslo fell"."""
    verb = token.head
    judged = [c for c in verb.children if c.dep_ == "acomp" and lemma_of(c) in nouns().extraposing]
    behind = (c for t in (*judged, verb) for c in t.children if judged and c.i > judged[0].i)
    return token.dep_ == "nsubj" and any(c.dep_ in ("xcomp", "ccomp", "advcl") and is_verb(c) for c in behind)
