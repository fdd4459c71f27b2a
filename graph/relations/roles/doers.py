"""A noun of action → who does it, where words beside or below the noun itself say so."""

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.relations.roles.misread import taken_for_noun
from graph.syntax.carriers import owners_of_aimed
from graph.syntax.labels import (
    MODIFIERS,
    NOUNS,
    OBJECTS,
    RELATIVES,
    SUBJECTS,
    agents_of,
    has,
    is_passive,
    is_verb,
    objects_of,
    resolved,
)
from graph.syntax.operators import operators
from graph.syntax.tree import Token

ARRIVING = frozenset({"arrival"})
AIMING = frozenset({"against", "for", "of", "on", "to", "toward", "towards"})


def named_doers(noun: Token) -> list[Token]:
    """Return the doers that "by" names: "an attack by rebels"; of a journey those that "of" names."""
    by = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == "by"] or _hands(noun)
    aims = (t for c in noun.children if not by and c.dep_ == "prep" and c.lower_ in AIMING for t in c.children)
    names = [t for t in aims if t.dep_ == "pobj" and t.pos_ == "PROPN"]  # "the attack on Chad by rebels"
    last = [c for name in names for c in (name, *(x for x in name.children if x.dep_ == "conj"))]
    by = by or [c for name in last for c in name.children if c.dep_ == "prep" and c.lower_ == "by"]
    verb = noun.head  # "condemned the attack on Chad by rebels": by them was the attack, not the condemning
    theirs = verb.lemma_.lower() in operators().judging or noun.lemma_.lower() in operators().journeys
    if not by and noun.dep_ in OBJECTS and theirs and not is_passive(verb):
        by = [c for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ == "by" and c.i > noun.i]
    return [t for c in by for t in objects_of(c)] or _travellers(noun)


def _hands(noun: Token) -> list[Token]:
    """Return the "of" of whose hands it is at: "suffered a defeat at the hands of the rebels"."""
    around = (noun, noun.head) if noun.dep_ in OBJECTS else (noun,)
    hands = (t for n in around for c in n.children if c.lower_ == "at" and c.i > noun.i for t in objects_of(c))
    return [c for t in hands if t.lemma_.lower() == "hand" for c in t.children if c.lower_ == "of"]


def _travellers(noun: Token) -> list[Token]:
    """Return whose journey it is, as "of" says where "to" says whither: "replied to the visit of the king to Oslo"."""
    if noun.lemma_.lower() not in operators().journeys:
        return []
    behind = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i]
    of = [c for c in behind if c.lower_ == "of"]
    bound = bool(of) and any(c.lower_ == "to" and c.i > of[0].i for c in behind)
    return [t for c in of for t in objects_of(c)] if bound else []


def aiming_owners(noun: Token) -> list[Token]:
    """Return whose deed it is, as "of" says: "the attack of Chad on Mali"; "the arrest of Chadians on the border"."""
    return [] if noun.lemma_.lower() in nouns().sufferings else owners_of_aimed(noun)


def doers_on_it(noun: Token) -> list[Token]:
    """Return who is on it: "the king, on a visit to Oslo, said", "a hero of the war on Oslo", "upon his arrival"."""
    if noun.dep_ == "pobj" and noun.lemma_.lower() in union(operators().journeys, ARRIVING) and (back := _back(noun)):
        return back
    if fighting := _supported(noun):
        return fighting
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("on", "in") or noun.lemma_.lower() not in operators().adverbial:
        return []
    traveller = noun.head.head
    if noun.head.dep_ == "advcl" and is_verb(traveller):  # "was killed while on a visit to Oslo"
        return [c for c in traveller.children if c.dep_ in SUBJECTS]
    if traveller.pos_ not in NOUNS:
        return []
    verb = traveller.head.head if traveller.dep_ == "pobj" and traveller.head.lower_ == "as" else traveller.head
    named = traveller.dep_ == "attr" or (verb != traveller.head and is_passive(verb))
    party = nouns().is_party(traveller.lemma_.lower())  # "Ruz is seen as a hero in the war on Chad"
    return [traveller, *(c for c in verb.children if named and party and c.dep_ in SUBJECTS)]


def _supported(noun: Token) -> list[Token]:
    """Return who is helped in a fight, which is his: "backed Oslo in the war against Bonn"."""
    against = any(c.dep_ == "prep" and c.lower_ in ("against", "with") for c in noun.children)
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during") or not against:
        return []
    above = noun.head.head
    verb = above.head if above.dep_ in OBJECTS else above
    if not is_verb(verb) or verb.lemma_.lower() not in operators().supporting:
        return []
    return [resolved(c) for c in verb.children if c.dep_ in (("nsubjpass",) if is_passive(verb) else OBJECTS)]


def _back(noun: Token) -> list[Token]:
    """Return who is back from a journey or at its end: "on his return from a visit to Oslo", "upon arrival in Oslo"."""
    above, word = noun.head.head, noun.head.lower_
    returning = word == "from" and above.lemma_ == "return"
    arriving = word in ("on", "upon") and noun.lemma_.lower() == "arrival"
    if not (returning or arriving):
        return []
    who = ("poss",) if returning and not is_verb(above) else SUBJECTS
    return [resolved(c) for c in above.children if c.dep_ in who]


def clause_doers(noun: Token) -> list[Token]:
    """Return the doer in the noun's clause: "an agreement that both signed", "an attack carried out by rebels"."""
    found: list[Token] = [*taken_for_noun(noun), *_burdened(noun)]
    for clause in noun.children:
        if clause.dep_ not in ("relcl", "acl") or not is_verb(clause):
            continue
        if clause.lemma_.lower() not in operators().giving:
            continue
        if clause.tag_ == "VBN" and (clause.dep_ == "acl" or is_passive(clause)):
            found.extend(agents_of(clause))
        elif clause.dep_ == "relcl":
            found.extend(c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES)
    return found


def _burdened(noun: Token) -> list[Token]:
    """Return who bears what he has with another: "friction with Oslo has cost Bonn a seat", "a war with Oslo left"."""
    verb = noun.head
    bearing = noun.dep_ == "nsubj" and is_verb(verb) and verb.lemma_ in operators().burdening and not is_passive(verb)
    owned = any(c.ent_type_ for c in noun.children if c.dep_ in (*MODIFIERS, "poss"))
    if not bearing or owned or not any(c.dep_ == "prep" and c.lower_ == "with" for c in noun.children):
        return []
    borne = [resolved(c) for c in verb.children if c.dep_ in (*OBJECTS, "dative") and c.i > verb.i]
    clauses = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)  # "has left Bonn isolated"
    return [*borne, *(c for clause in clauses for c in clause.children if c.dep_ == "nsubj")]


def is_move(noun: Token) -> bool:
    """Whether the noun says whose move it is: "a Cuban move at the council"."""
    return noun.lemma_.lower() in operators().own and has(noun, ("poss", *MODIFIERS))


def followers(verb: Token) -> list[Token]:
    """Return who comes next in a ranking: "among its members, Cuba was first, followed by Peru"."""
    below = [verb, *(c for c in verb.children if c.dep_ in ("attr", "acomp", "prep", "advcl"))]
    below += [t for c in below if c.dep_ == "prep" for t in objects_of(c)]
    following = (c for t in below for c in (t, *t.children) if c.lemma_ == "follow" and c.tag_ == "VBN")
    return [t for c in following for t in agents_of(c)]
