"""A noun of action → the verb that only carries it: "launched an attack", "came under attack", "is on a visit"."""

from typing import Literal

from graph.syntax.labels import NOUNS, OBJECTS, has, is_passive, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

Carried = Literal["giving", "receiving"]
AIMED = frozenset({"against", "on", "toward", "towards", "with"})
GIVEN = frozenset(
    {"allegiance", "appreciation", "fealty", "gratitude", "loyalty", "solidarity", "sympathy", "thank", "thanks"}
)
TIMES = frozenset({"day", "hour", "month", "period", "week", "year"})
TRAVELLING = frozenset(
    {"on", "during", "for", "in", "after", "before", "from", "at", "into", "through", "to", "ahead", "with"}
)
SPEECHES = frozenset({"condemnation", "criticism", "threat"})
ANSWERED = SPEECHES | {"warning"}


def owners_of_aimed(noun: Token) -> list[Token]:
    """Return what "of" says where a word behind it says at whom a deed is aimed: "the attack of Chad on Mali"."""
    behind = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i]
    of = [c for c in behind if c.lower_ == "of"]
    given = noun.lemma_.lower() in GIVEN
    aimed = bool(of) and any((c.lower_ in AIMED or (given and c.lower_ == "to")) and c.i > of[0].i for c in behind)
    return [t for c in of for t in objects_of(c)] if aimed else []


def light_verb(noun: Token) -> Token | None:
    """Return the verb that governs a noun as its object, predicate or prepositional object, if any."""
    head, dep = noun.head, noun.dep_
    if dep == "conj" and head.pos_ in NOUNS:
        return light_verb(head)
    if (measure := measured(noun)) != noun:
        return light_verb(measure)
    if dep in OBJECTS or dep == "nsubjpass" or dep == "attr":
        return head if is_verb(head) else None
    if dep == "pobj" and head.dep_ in ("prep", "pcomp", "agent"):
        if is_verb(head.head):
            return head.head
        if (outer := _occasion(noun)) is not None:
            return outer
        aided = _is_company(noun) or (_is_aid(noun) and head.head.pos_ == "NOUN")
        if aided and head.head.dep_ in (*OBJECTS, "attr") and is_verb(head.head.head):
            return head.head.head  # "take steps in cooperation with Cuba", "became king with the help of Cuba"
    return None


def carried(verb: Token, noun: Token) -> Carried | None:
    """Say whether `verb` lends its subject to `noun` as doer ("giving") or as target ("receiving"), or not."""
    ops, lemma = operators(), verb.lemma_.lower()
    if _is_staged(noun):
        return "giving"
    noun = measured(noun)
    if noun.dep_ == "pobj" or (noun.dep_ == "conj" and noun.head.dep_ == "pobj"):
        return None if _is_charge(verb, noun) else _carried_behind(noun, lemma)
    if lemma in ops.receiving or _obtains(lemma, noun):
        return "receiving"
    if lemma in ops.refuting and noun.lemma_.lower() in ANSWERED:
        return None  # "rejected the threats against Cuba": another's
    return "giving" if lemma in ops.giving else None


def _occasion(journey: Token) -> Token | None:
    """Return the verb whose occasion a journey is: "spoke ahead of a visit", "said at talks during a visit"."""
    if journey.lemma_.lower() not in operators().journeys or has(journey, ("poss",)):
        return None
    outer = journey.head.head
    if outer.lower_ == "ahead" and journey.head.lower_ == "of":
        return outer.head if is_verb(outer.head) else None
    inside = outer.dep_ == "pobj" and outer.pos_ == "NOUN" and outer.head.dep_ == "prep" and is_verb(outer.head.head)
    return outer.head.head if inside and (journey.head.lower_ == "during" or _is_staged(journey)) else None


def _is_staged(journey: Token) -> bool:
    """Whether only a stage of a journey is spoken of, in which somebody does something: "the second day of a visit"."""
    whole = journey.dep_ == "pobj" and journey.head.lower_ == "of" and journey.lemma_.lower() in operators().journeys
    stage = journey.head.head
    return whole and stage.lemma_.lower() in operators().stages and stage.dep_ == "pobj"


def _is_company(noun: Token) -> bool:
    """Whether the noun says with whom something is done: "in cooperation with Cuba"."""
    beside = any(c.dep_ == "prep" and c.lower_ == "with" for c in noun.children)
    return beside and noun.head.lower_ == "in" and noun.lemma_.lower() in operators().adverbial


def _is_aid(noun: Token) -> bool:
    """Whether the noun says with whose help something is done: "with the help of Cuba"."""
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    return of and noun.head.lower_ == "with" and noun.lemma_.lower() in operators().obtained


def measured(noun: Token) -> Token:
    """Return the noun that measures this one: "two sets of sanctions" → sets; else the noun itself."""
    for _ in range(3):
        preposition = noun.head
        if noun.dep_ != "pobj" or preposition.lower_ not in ("of", "in"):
            break
        measure = preposition.head
        if preposition.lower_ == "in" and is_verb(measure):  # "imposed a million dollars in sanctions"
            before = [
                c for c in measure.children if c.dep_ in OBJECTS and max(t.i for t in c.subtree) == preposition.i - 1
            ]
            measure = before[0] if before and before[0].lemma_.lower() not in TIMES else measure
        if measure.lemma_.lower() not in operators().measures:
            break
        noun = measure
    return noun


def _carried_behind(noun: Token, verb: str) -> Carried | None:
    """Say how a verb carries a noun behind a preposition: "entered into an alliance", "came under attack"."""
    preposition = (noun if noun.dep_ == "pobj" else noun.head).head.lower_
    if preposition == "under":
        return "receiving"
    if f"{verb} {preposition}" in operators().prepositional:
        return "giving"
    if preposition == "with" and noun.lemma_.lower() in operators().obtained and not _is_for(noun):
        return "receiving"  # "advanced with Cuban backing"
    if preposition == "with" and noun.dep_ == "pobj":  # "broke the truce with an attack on the town"
        return "giving"
    journey = noun.lemma_.lower() in operators().journeys and preposition in ("following", "of")
    going = preposition != "for" or noun.lemma_.lower() in operators().journeys  # not "blamed Cuba for the raid"
    adverbial = noun.lemma_.lower() in operators().adverbial and preposition in TRAVELLING and going
    return "giving" if journey or adverbial else None


def _is_charge(verb: Token, noun: Token) -> bool:
    """Whether another is said to have done what the noun says: "the judges charged the king with the murder"."""
    behind = noun if noun.dep_ == "pobj" else noun.head
    return behind.head.lower_ == "with" and verb.lemma_.lower() in operators().blaming and not is_passive(verb)


def _is_for(noun: Token) -> bool:
    """Whether the noun says who gets it: "answered with aid for the rebels"."""
    return any(c.dep_ == "prep" and c.lower_ in ("for", "to") for c in noun.children)


def _obtains(verb: str, noun: Token) -> bool:
    """Whether the subject gets what the noun says from another: "won the support of the union"."""
    given = any(c.dep_ == "prep" and c.lower_ in ("of", "from", "by") for c in noun.children)
    return given and verb in operators().obtaining and noun.lemma_.lower() in operators().obtained
