"""A verb → the roles around it: subject and object are those of the deed, not of the grammar."""

from collections import defaultdict

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.relations.roles.descriptions import authors
from graph.relations.roles.echoes import echoing
from graph.relations.roles.filling import Filling, Roles, add, frozen, meant_for, prepositions
from graph.relations.roles.judges import judging, speakers_of
from graph.relations.roles.misread import gap, named_behind, parted
from graph.relations.roles.settings import attended, bound_for, left_behind, setting, venues
from graph.relations.roles.subjects import surface_subjects
from graph.syntax.labels import (
    OBJECTS,
    SUBJECTS,
    called_so,
    direct_objects,
    has,
    is_infinitive,
    is_passive,
    is_verb,
    objects_of,
    receivers,
    resolved,
)
from graph.syntax.operators import operators
from graph.syntax.told_again import claimed
from graph.syntax.tree import Token


def verb_roles(verb: Token) -> Roles:
    """Return the roles around a verb: "Syria was attacked by Iran" has the subject Iran and the object Syria."""
    roles: Filling = defaultdict(list)
    passive = is_passive(verb)
    first = "object" if passive else "subject"
    roles[first].extend(surface_subjects(verb))
    _add_arguments(roles, verb)
    if passive and len(roles["object"]) > 1:  # "Georgia was given arms": the grammatical subject receives
        roles["indirect"].append(roles["object"].pop(0))
    if not passive and not roles["object"]:
        roles["object"].extend([*_shared_objects(verb), *_gap_object(verb), *_late_object(verb), *named_behind(verb)])
    if roles["object"]:
        roles["object"].extend(parted(verb))
    _add_clauses(roles, verb)
    add(roles, prepositions(verb))
    roles["soil"].extend(_soil(verb))
    roles["where"].extend(setting(verb))
    roles["whence"].extend(left_behind(verb))
    roles["venue"].extend(venues(verb))
    roles["event"].extend(attended(verb))
    roles["deed"].extend(claimed(verb))
    roles["for"].extend(bound_for(verb))
    if verb.lemma_.lower() in operators().demanding:  # "complained to the court about Peru"
        for told in (t for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for t in objects_of(c)):
            add(roles, prepositions(told), only=("about", "over"))
    for target in [c for c in verb.children if c.dep_ in OBJECTS]:
        roles["object"].extend(authors(target))
        add(roles, prepositions(target, skip=("of",)))
        roles["for"].extend(meant_for(target) if verb.lemma_.lower() not in operators().departing else ())
        for owner in prepositions(target)["of"]:  # "took the port of Bari from Oslo"
            add(roles, prepositions(owner), only=("from",))
    if verb.lemma_.lower() in operators().welcoming and not _is_placed(verb):
        roles["host"].extend(roles["subject"])
    roles["members"].extend(roles[first])
    roles[first].extend(echoing(verb))
    roles["judge"].extend(speakers_of(verb))
    roles["condition"].extend(_supposed(verb) if verb.lemma_ == "threaten" else ())
    if passive and not roles["subject"]:
        roles["cause"].extend(_causes(verb))
        roles["realm"].extend(roles["from"])
    return frozen(roles)


def _is_placed(verb: Token) -> bool:
    """Whether it is said where it happens: "greeted him at the port", "flew to Oslo and was welcomed by the king"."""
    behind = [c for c in verb.children if c.dep_ == "prep"]
    places = any(c.lower_ in ("at", "in") for c in behind)
    arriving = any(t.lemma_.lower() == "arrival" for c in behind for t in objects_of(c))  # "upon arrival in Oslo"
    came = (c for s in verb.children if s.dep_ in SUBJECTS for c in s.children if c.dep_ == "relcl")
    arriving = arriving or any(c.lemma_ == "arrive" for c in came)  # "the king, who arrived in Oslo, was received by"
    return places or arriving or (verb.dep_ == "conj" and is_verb(verb.head) and has(verb.head, ("prep", *OBJECTS)))


def _add_arguments(roles: Filling, verb: Token) -> None:
    """Add objects, receivers and the doer of a passive."""
    roles["indirect"].extend(given := receivers(verb))
    for child in verb.children:
        if child.dep_ in OBJECTS and child not in given:
            roles["object"].append(resolved(child))
        elif child.dep_ == "dative" and child.tag_ in ("IN", "TO"):
            roles["indirect"].extend(objects_of(child))
        elif child.dep_ == "agent":
            roles["subject"].extend(objects_of(child))
        elif child.dep_ == "ccomp" and child.i > verb.i:
            roles["object"].extend(called_so(child))
    if roles["object"]:
        roles["object"].extend(_further_objects(verb))


def _add_clauses(roles: Filling, verb: Token) -> None:
    """Add who the clauses below speak of: "considers Iran a threat", "saw Iran fall", "wants to help Iran"."""
    for child in verb.children:
        if child.dep_ == "ccomp" and is_verb(child):
            roles["complement"].extend(resolved(c) for c in child.children if c.dep_ in SUBJECTS)
            good = verb.lemma_ == "demand" and child.lemma_.lower() in operators().obliging
            if verb.lemma_.lower() in operators().demanding and not good:
                roles["asked"].extend(resolved(c) for c in child.children if c.dep_ == "nsubj")
            bare = not has(child, ("mark", "aux")) or is_infinitive(child)
            if bare and verb.lemma_ in operators().helping and not roles["object"]:  # "helped Jordan put out a fire"
                roles["object"].extend(roles["complement"])
            roles["condition"].extend(_supposed(child))
        elif child.dep_ == "ccomp" and (child.pos_ == "ADJ" or verb.lemma_.lower() in operators().naming):
            # "considers Iran a threat", "holds Iran responsible"
            roles["object"].extend(c for c in child.children if c.dep_ == "nsubj")
        elif child.dep_ == "xcomp" and is_verb(child):
            roles["aim"].extend(direct_objects(child))
            roles["condition"].extend(_supposed(child))


def _supposed(clause: Token) -> list[Token]:
    """Return on whom it depends: "will leave if Peru attacks", "unless Peru stops"."""
    below = [c for c in clause.children if c.dep_ == "advcl"]
    supposed = [c for c in below if any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.children)]
    return [resolved(t) for c in supposed for t in c.children if t.dep_ == "nsubj"]


def _soil(verb: Token) -> list[Token]:
    """Return where the thing lies that the verb is about: "bombed a factory in Peru"; of men that is not told."""
    things = [c for c in verb.children if c.dep_ in OBJECTS and c.i > verb.i and c.pos_ == "NOUN"]
    if is_passive(verb) or not things or any(nouns().is_party(t.lemma_.lower()) for t in things):
        return []
    last = things[-1]
    behind = [c for c in last.children if c.dep_ == "prep" and c.i > last.i]
    behind += [c for c in verb.children if c.dep_ == "prep" and c.i == max(t.i for t in last.subtree) + 1]
    return [t for c in behind if c.lower_ == "in" for t in objects_of(c)]


def _causes(verb: Token) -> list[Token]:
    """Return who is behind a passive without agent: "died in an Iranian raid", "were killed when Iran attacked"."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "during", "by"):
            found.extend(objects_of(child))
        elif child.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in child.children):
            found.extend(c for c in child.children if c.dep_ == "nsubj" and child.lemma_ in operators().striking)
    return found


def _shared_objects(verb: Token) -> list[Token]:
    """Return the object of the verb joined to this one: "attacked and killed two men"."""
    if any(c.dep_ in ("prep", "ccomp", "xcomp", "dobj") for c in verb.rights):
        return []
    for conjunct in verb.conjuncts:
        if verb.i < conjunct.i <= verb.i + 4 and is_verb(conjunct) and not has(conjunct, SUBJECTS):
            return direct_objects(conjunct)
    return []


def _further_objects(verb: Token) -> list[Token]:
    """Return the object of the same deed at another time: "visited Oslo on Monday and Bonn on Tuesday"."""
    days = union(nouns().weekdays, nouns().months)
    times = (t for c in verb.children if c.dep_ == "prep" for t in c.children if t.lower_ in days or t.tag_ == "CD")
    joined = (c for node in (verb, *times) for c in node.children if c.dep_ in ("conj", "appos") and c.i > node.i)
    return [c for c in joined if c.pos_ in ("NOUN", "PROPN") and c.lower_ not in days]


def _late_object(verb: Token) -> list[Token]:
    """Return the object that stands behind a judgement: "dismissed as absurd the king's offer"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            return [t for t in objects_of(child) if judging(t) is not None]
    return []


def _gap_object(verb: Token) -> list[Token]:
    """Return what a relative clause without object is about: "the rebels Turkey backs"."""
    about = gap(verb)
    placed = any(c.lower_ in ("where", "when", "why") for c in verb.children)
    return [] if about is None or placed or has(verb, ("ccomp", "xcomp")) else [about]
