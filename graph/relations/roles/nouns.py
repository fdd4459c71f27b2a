"""A noun of action or relation → the roles around it: "Israel's attack on Syria", "an ally of Iran"."""

from collections import defaultdict

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.relations.roles.aims import befallen, field_of, soil_of, suffers, told_of
from graph.relations.roles.descriptions import is_topic, owner
from graph.relations.roles.doers import aiming_owners, named_doers
from graph.relations.roles.filling import Filling, Roles, add, fronted, frozen, prepositions
from graph.relations.roles.judges import judges, voices
from graph.relations.roles.moods import causers
from graph.relations.roles.settings import setting
from graph.relations.roles.sides import other_side
from graph.relations.roles.subjects import (
    clause_subjects,
    light_subjects,
    noun_holders,
    noun_subjects,
    surface_subjects,
)
from graph.relations.roles.sufferers import is_objection, sufferers
from graph.syntax.carriers import carried, light_verb, measured
from graph.syntax.labels import (
    BEFORE,
    MODIFIERS,
    NOUNS,
    OBJECTS,
    RELATIVES,
    agents_of,
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
from graph.syntax.tree import Token

LEGS = ("comprise", "cover", "include")
SHARED = ("against", "between", "among", "with", "to", "for", "on")  # they may follow two nouns at once


def noun_roles(noun: Token) -> Roles:
    """Return the roles around a noun, those of the verb that only carries it included."""
    roles: Filling = defaultdict(list)
    modifiers = [c for c in noun.children if c.dep_ in MODIFIERS and not is_topic(c, noun)]
    roles["subject"].extend(t for t in noun_subjects(noun) if not is_topic(t, noun))
    roles["possessor"].extend(owner(resolved(c), noun) for c in noun.children if c.dep_ == "poss")
    roles["doer"].extend(named_doers(noun) or [*modifiers, *light_subjects(noun)])
    roles["understood"].extend(_understood(noun))
    roles["modifier"].extend([*_befriended(noun, modifiers), *_meeting(noun)])
    add(roles, _met(noun), only=("between", "among"))
    roles["object"].extend([*_light_objects(noun), *(c for c in noun.children if c.dep_ == "poss" and suffers(c))])
    _add_prepositions(roles, noun)
    add(roles, _shared_complements(noun))
    _add_carrier(roles, noun)
    _add_clause(roles, noun)
    if noun.dep_ in MODIFIERS and noun.head.pos_ == "PROPN":  # "India's longtime rival Pakistan"
        before = [c for c in noun.head.children if c.i < noun.i]
        owners = [c for c in before if c.dep_ == "poss"]
        roles["subject"].extend(owners)
        roles["possessor"].extend(owners)
        roles["modifier"].extend(c for c in before if c.dep_ in MODIFIERS)
    holders, parties = noun_holders(noun)
    posing = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in operators().linking)
    roles["holder"].extend([*holders, *(t for c in posing for t in agents_of(c))])  # "the threat posed by Cuba"
    roles["members"].extend(parties)
    roles["judge"].extend(judges(noun))
    roles["voice"].extend(voices(noun))
    roles["to"].extend(_legs(noun))
    if (verb := light_verb(noun)) is not None:
        roles["where"].extend(setting(verb))
    if noun.tag_ == "NNS" and (roles["possessor"] or roles["of"]) and not holders:  # "Iran and its Arab allies"
        roles["peers"].extend(modifiers)
    roles["joined"].extend(_joined(noun))
    if (carrier := _carrier(noun)) is not None:
        _add_missing(roles, noun_roles(carrier), noun)
    add(roles, {"field": field_of(noun), "soil": soil_of(noun), "complement": told_of(noun), "object": befallen(noun)})
    add(roles, fronted(noun))
    roles["including"].extend(_included(noun))
    roles["between"].extend(other_side(noun) if roles["between"] else ())
    roles["causer"].extend(causers(noun))
    roles["sufferer"].extend(sufferers(noun) if not roles["object"] or is_objection(noun) else ())
    roles["traveller"].extend(_travellers(noun))
    return frozen(roles)


def _befriended(noun: Token, modifiers: list[Token]) -> list[Token]:
    """Return the names before the noun; of a friend whom somebody has they say whence he is: "our African allies"."""
    owned = noun.lemma_.lower() in nouns().ties and has(noun, ("poss",))
    return [t for t in modifiers if not (owned and (t.ent_type_ or t.text[0].isupper()))]


def _understood(noun: Token) -> list[Token]:
    """Return whom the pronoun before the noun most likely means: "the king wound up his visit"; "the trip" itself."""
    if noun.lemma_.lower() in operators().journeys and any(c.lower_ in ("the", "this") for c in noun.children):
        return [noun]
    own = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)
    return light_subjects(noun) if own else []


def _shared_complements(noun: Token) -> Filling:
    """Return what follows the noun to which "and" joins this one: "their cooperation and ties with Cuba"."""
    found: Filling = defaultdict(list)
    if any(c.dep_ == "prep" and c.i > noun.i for c in noun.children):
        return found
    for other in noun.conjuncts:
        bare = not has(max(noun, other, key=lambda t: t.i), (*(BEFORE - {"amod"}), "det"))
        if other.pos_ == "NOUN" and bare:
            add(found, prepositions(other, after=noun), only=SHARED)
    return found


def _meeting(noun: Token) -> list[Token]:
    """Return the names before the talks at which it was reached: "the agreements reached at the Cuba-Peru summit"."""
    return [c for t in _talks(noun) for c in t.children if c.dep_ in MODIFIERS]


def _met(noun: Token) -> Filling:
    """Return who met where it was reached: "the agreements reached at talks between Cuba and Peru"."""
    found: Filling = defaultdict(list)
    for talks in _talks(noun):
        add(found, prepositions(talks))
    return found


def _talks(noun: Token) -> list[Token]:
    """Return the talks at which it was reached."""
    reached = [c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and _is_reached(c)]
    below = prepositions(reached[0]) if reached else {}
    talks = [t for word in ("at", "during", "in") for t in below.get(word, ())]
    return [t for t in talks if t.lemma_.lower() in operators().gatherings]


def _is_reached(clause: Token) -> bool:
    """Whether the clause says that it was made: "reached at the talks", "arrived at during the talks"."""
    arrived = clause.lemma_ == "arrive" and has(clause, ("prep",))
    return arrived or (clause.lemma_.lower() in operators().giving and is_passive(clause))


def _legs(noun: Token) -> list[Token]:
    """Return what a journey includes: "a tour, which includes Cuba", "a trip with stops in Cuba", "a trip – Cuba"."""
    if noun.lemma_.lower() not in operators().journeys:
        return []
    with_stops = [t for c in noun.children if c.lower_ == "with" for t in objects_of(c)]
    clauses, said = [c for c in noun.children if c.dep_ == "relcl"], [noun.head] if noun.dep_ == "nsubj" else []
    held = [t for verb in (*clauses, *said) if verb.lemma_ in LEGS for t in direct_objects(verb)]
    made = [t for t in (*with_stops, *held) if t.lemma_ in ("stop", "visit")]
    stops = [t for s in made for c in s.children if c.lower_ in ("in", "to") for t in objects_of(c)]
    behind = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return [*held, *stops, *(c for c in behind if c.left_edge.nbor(-1).text != "(")]


def _carrier(noun: Token) -> Token | None:
    """Return the noun that says in what form the deed before it comes: "an assassination attempt on Cuba's king"."""
    head = noun.head
    borne = noun.dep_ == "compound" and head.pos_ == "NOUN" and head.lemma_.lower() in operators().bearing
    return head if borne else None


def _add_missing(roles: Filling, more: Roles, noun: Token) -> None:
    """Add the roles that are not filled yet."""
    for role, tokens in more.items():
        if not roles[role]:
            roles[role].extend(t for t in tokens if t != noun)


def _joined(noun: Token) -> list[Token]:
    """Return the name to which "and" joins the one that the noun introduces: "the king and ally Joe Ruz" → king."""
    name = noun.head
    owned = any(c.dep_ == "poss" for t in (noun, name) for c in t.children)
    introducing = noun.dep_ in ("compound", "nmod") and name.pos_ == "PROPN" and name.dep_ == "conj"
    return [name.head] if introducing and not owned and name.head.pos_ in NOUNS else []


def _included(noun: Token) -> list[Token]:
    """Return what the noun includes, as a verb says: "the tour includes Oslo", "a tour that included stops in Oslo"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else []
    of = (t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in objects_of(c))
    clauses = (c for node in (noun, *of) for c in node.children if c.dep_ == "relcl")
    verbs += [c for c in clauses if any(s.dep_ == "nsubj" and s.lower_ in RELATIVES for s in c.children)]
    held = [t for v in verbs if v.lemma_.lower() in operators().including for t in direct_objects(v)]
    places = (c for t in held if t.pos_ == "NOUN" for c in t.children if c.dep_ == "prep" and c.lower_ in ("in", "to"))
    return [*held, *(t for c in places for t in objects_of(c))]


def _travellers(noun: Token) -> list[Token]:
    """Return whose journey the noun is a part of: "the last stop on the king's tour" → king."""
    around = (t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("on", "of") for t in objects_of(c))
    return [t for whole in around if whole.lemma_.lower() in operators().adverbial for t in noun_subjects(whole)]


def _light_objects(noun: Token) -> list[Token]:
    """Return who undergoes the noun by its verb: "Syria came under attack", "faces sanctions"."""
    verb = light_verb(noun)
    if verb is None or _is_anothers(noun, verb):
        return []
    struck = measured(noun).head.lower_ == "with" and is_passive(verb)  # "was hit with sanctions"
    return surface_subjects(verb) if struck or carried(verb, noun) == "receiving" else []


def _is_anothers(noun: Token, verb: Token) -> bool:
    """Whether both doer and sufferer stand beside the noun: "resisted the Cuban occupation of Mali" → Mali suffers."""
    doers = [c for c in noun.children if c.dep_ in (*MODIFIERS, "poss") and c.pos_ in ("ADJ", "PROPN") and c.ent_type_]
    return bool(doers) and carried(verb, noun) == "receiving" and bool(prepositions(noun)["of"])


def _add_prepositions(roles: Filling, noun: Token) -> None:
    """Add what prepositions join to the noun, to its clause, to its measure, or to the verb that says it occurs."""
    add(roles, prepositions(noun))
    for words in (t for t in roles["of"] if t.lemma_ == "word"):  # "a war of words between Cuba and Peru"
        add(roles, prepositions(words), only=("between", "with"))
    for clause in noun.children:  # "an agreement signed last year with Cuba"
        if clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in union(operators().giving, operators().linking):
            gap = is_passive(clause) or any(c.dep_ == "nsubj" and c.lower_ not in RELATIVES for c in clause.children)
            given = ("to", "for") if gap and not is_infinitive(clause) else ()  # "the aid that Cuba sent to Peru"
            add(roles, prepositions(clause), only=("with", "between", "against", "on", *given))
            roles["to"].extend(_given(clause) if given else ())
        if clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in operators().receiving:
            _add_received(roles, clause)
        if clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in operators().aiming:
            add(roles, _aimed_at(clause))
        if clause.dep_ == "acl" and clause.tag_ == "VBG" and clause.lemma_.lower() in operators().holding:
            roles["between"].extend(direct_objects(clause))  # "an agreement involving Cuba and Peru"
    if noun.lemma_.lower() in operators().mending:  # "the normalization of ties with Cuba"
        for tie in (t for t in roles["of"] if t.lemma_.lower() in operators().mended):
            behind = prepositions(tie)
            add(roles, behind, only=("with",) if behind["with"] else ("between", "among"))
            roles["subject"].extend(
                behind["between"] if behind["with"] else ()
            )  # "ties between Cuba and Peru with Mali"
            deeper = [t for partner in behind["with"] for t in prepositions(partner)["by"]]
            roles["subject"].extend([*behind["by"], *deeper])  # "the normalization of ties with Cuba by Peru"
    if (measure := measured(noun)) != noun:  # "a second installment of aid to Cuba"
        add(roles, prepositions(measure, skip=("of", "in")))
    if noun.dep_ == "nsubj" and is_verb(noun.head) and noun.head.lemma_ in operators().occurring:
        add(roles, prepositions(noun.head), only=("between", "with", "against"))  # "clashes broke out with rebels"
        if noun.head.lemma_ == "come":  # "criticism of the king came from Chad"
            add(roles, prepositions(noun.head), only=("from",))


def _given(clause: Token) -> list[Token]:
    """Return to whom it was given: "the support that Cuba has given us"."""
    gap = any(c.lower_ in RELATIVES for c in clause.children)
    return [
        c
        for c in clause.children
        if c.i > clause.i and ((c.dep_ == "dative" and c.tag_ not in ("IN", "TO")) or (gap and c.dep_ in OBJECTS))
    ]


def _add_received(roles: Filling, clause: Token) -> None:
    """Add who gets it from whom: "the threats he received from Cuba", "the aid received by Cuba"."""
    roles["subject"].extend(prepositions(clause)["from"])
    passive = clause.dep_ == "acl" and is_passive(clause)
    getting = agents_of(clause) if passive else [c for c in clause.children if c.dep_ == "nsubj"]
    roles["object"].extend(c for c in getting if c.lower_ not in RELATIVES)


def _aimed_at(clause: Token) -> dict[str, list[Token]]:
    """Return at whom a deed is aimed, as the object of "on" and "against": "sanctions targeting Cuba"."""
    behind = prepositions(clause)
    aimed = (
        direct_objects(clause) if not is_passive(clause) else [t for p in ("at", "against", "on") for t in behind[p]]
    )
    return {"on": aimed, "against": aimed}


def _add_carrier(roles: Filling, noun: Token) -> None:
    """Add what belongs to the verb that carries the noun: "imposed sanctions on Cuba", "won backing from Cuba"."""
    verb = light_verb(noun)
    kind = carried(verb, noun) if verb is not None else None
    anothers = verb is not None and _is_anothers(noun, verb)
    theirs = aiming_owners(noun)  # "the gratitude of Cuba to Peru"
    of = [t for t in roles["of"] if t not in theirs]
    roles["subject" if kind == "receiving" and not anothers else "object"].extend(of)
    if verb is None or kind is None:
        return
    fronted = noun.dep_ == "pobj" and noun.i < verb.i  # "in its war with Cuba, it relied on Peru"
    around = {} if fronted else prepositions(verb, after=noun)
    for role, tokens in around.items():
        if role != "of" and not roles[role]:
            roles[role].extend(tokens)
    roles["to"].extend(receivers(verb))  # "gave Mali its backing"
    if is_passive(verb) and noun.dep_ in OBJECTS:
        roles["to"].extend(surface_subjects(verb))  # "Mali was given arms"
    if kind == "receiving":
        roles["subject"].extend([*around.get("from", ()), *roles["from"]])


def _add_clause(roles: Filling, noun: Token) -> None:
    """Add the subjects of the clause around an adjunct; those of "with" are in its company."""
    if noun.dep_ in ("pobj", "conj"):
        roles["clause"].extend(clause_subjects(noun))
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":  # "the union, with Cuban backing, …"
        roles["accompanied"].extend(roles["clause"])
