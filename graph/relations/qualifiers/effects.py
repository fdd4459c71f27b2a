"""A word and what it governs → its effect, and what the effect makes of the qualifiers above it."""

from dataclasses import replace

from graph.data_files import union
from graph.relations.qualifiers.supposed import is_any
from graph.relations.qualifiers.values import Qualifiers, weaker
from graph.schema import RelationType
from graph.syntax.carriers import SPEECHES
from graph.syntax.cue_tables import Effect
from graph.syntax.labels import BEFORE, OBJECTS, SUBJECTS, has, is_infinitive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

ATTEMPTS = ("seek", "effort", "bid", "try", "attempt", "endeavor", "endeavour")


def effect_of(head: Token, token: Token, relation: RelationType, is_cue: bool) -> Effect | None:
    """Return what `head` does to the clause or noun `token` that it governs, a word of the cue or one above it."""
    lemma = head.lemma_.lower()
    if lemma in ATTEMPTS and relation.sign < 0 and is_verb(token):
        return None  # "sought to undermine Iran": whoever tries is against it
    if lemma == "be" and is_verb(head) and token.dep_ == "xcomp" and any(c.lower_ == "to" for c in token.children):
        missed = head.tag_ == "VBD" and any(c.dep_ == "aux" and c.lower_ == "have" for c in token.children)
        return "negated" if missed else "planned"  # "was to have visited": he did not; "is to visit"
    if lemma == "go" and head.tag_ == "VBG" and token.dep_ == "xcomp" and is_infinitive(token):
        return "planned"  # "is going to veto"
    if lemma == "have" and token.dep_ == "xcomp" and any(c.lower_ == "yet" for t in (head, token) for c in t.children):
        return "negated"  # "has yet to attack"
    if token.dep_ == "xcomp" and head.tag_ == "MD" and head.lower_ in operators().possible:
        return "possible"  # "ought to attack"
    if lemma == "be" and token.dep_ in ("ccomp", "csubj"):  # "it is possible that Iran attacked"
        return next(
            (e for c in head.children if (e := operators().adjectives.get(c.lemma_)) and c.dep_ == "acomp"), None
        )
    if is_verb(head):
        if lemma in operators().dropping and _is_meant(token):
            return "negated"  # "dropped a plan to attack", "the offer was withdrawn"
        effect = _of_verb(head, token, relation)
        if effect is None or is_verb(token) or (effect == "negated" and not is_cue and _is_speech(token)):
            return effect  # "denied allegations of torture": what is alleged is denied
        return _on_noun(effect, head, token, relation, is_cue)
    if lemma == "able" and head.head.tag_ == "VBD":
        return None  # "was able to repel the raid": it did
    if head.pos_ == "ADJ" and is_infinitive(token) and any(c.lower_ == "too" for c in head.children):
        return "negated"  # "too weak to attack"
    ops = operators()
    clause = ops.clauses.get(lemma) if is_verb(token) else None
    if head.pos_ in ("ADJ", "ADV") or head.lower_ == "about":
        return ops.adjectives.get(lemma) or clause
    if token.dep_ == "acl" and token.tag_ == "VBN" and not has(token, (*SUBJECTS, "aux", "auxpass", "mark")):
        return None  # "the plan announced during a visit": what is done with the plan, not what is planned
    if lemma == "responsibility" and token.dep_ == "pobj":
        return None  # "claimed responsibility for the raid"; "has a responsibility to help" is a duty
    return ops.nouns.get(lemma) or clause if head.pos_ in ("NOUN", "PROPN") else None


def of_gerund(token: Token, preposition: Token) -> tuple[Token, Effect] | None:
    """Return the verb above a gerund behind a preposition, and what it does to it: "kept from attacking Iran"."""
    if token.dep_ != "pcomp":
        return None
    words, verb = [preposition.lower_], preposition.head
    while verb.pos_ in ("ADP", "ADV", "ADJ", "SCONJ") and verb.head != verb:
        words.insert(0, verb.lower_)
        verb = verb.head
    words[:0] = [c.lower_ for c in verb.children if c.dep_ == "prt"]
    effect = operators().gerunds.get(" ".join((verb.lemma_.lower(), *words)))
    return (verb, effect) if effect is not None and is_verb(verb) else None


def is_kept_from(token: Token) -> bool:
    """Whether a gerund tells of what does not happen: "stopped short of attacking Iran"."""
    found = of_gerund(token, token.head)
    return found is not None and found[1] == "negated"


def _is_meant(noun: Token) -> bool:
    """Whether a plan, an offer or the like is what something is done to."""
    meant = operators().nouns.get(noun.lemma_.lower()) in ("planned", "possible")
    return meant and noun.dep_ in (*OBJECTS, "nsubjpass")


def _of_verb(verb: Token, token: Token, relation: RelationType) -> Effect | None:
    ops, lemma = operators(), verb.lemma_.lower()
    if is_answered(verb, token):
        return None  # "Cuba accused Peru, a charge Lima rejects"
    named = token.dep_ in ("oprd", "ccomp") or (token.dep_ in OBJECTS and token.lemma_.lower() in ops.judged)
    if lemma in ops.naming and not is_verb(token) and named:
        return None  # "called the king an enemy", "considered a terrorist group": that is what was said
    if lemma in ops.infinitive and token.dep_ == "ccomp" and not is_infinitive(token):
        return None  # "told reporters that rebels attacked"
    if lemma == "threaten" and relation.sign < 0 and token.dep_ == "xcomp":
        return None  # "threatened to bomb Oslo": who threatens it is against it
    if lemma == "claim" and token.dep_ == "xcomp":
        return None  # "claimed to have shot down a plane": the party's own deed
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt" or c.lower_ == "apart"), "")
    if particle:  # "called off", "ruled out"; "set up" is not "set for May"
        return ops.verbs.get(f"{lemma} {particle}")
    for preposition in (c for c in verb.children if c.dep_ == "prep"):
        for noun in preposition.children:  # "put their cooperation on hold"
            if effect := ops.verbs.get(f"{lemma} {preposition.lower_} {noun.lower_}"):
                return effect
    if lemma == "cut" and not has(verb, (*OBJECTS, "nsubjpass")):
        return None  # "cut across the field"
    return ops.verbs.get(lemma)


def _on_noun(effect: Effect, verb: Token, noun: Token, relation: RelationType, is_cue: bool) -> Effect | None:
    """Return what a verb's effect is on a noun, where it has one."""
    lemma = verb.lemma_.lower()
    if effect != "ended" and _is_speech(noun):
        return None  # "denied the accusation", "faces charges": the accusation itself stands
    if effect == "ended" and is_drill(noun):
        return None  # "ended joint drills": they were held
    if effect == "alleged" and noun.dep_ != "pobj":
        return None
    if lemma in operators().debating and noun.dep_ != "pobj" and not relation.journey and _is_there(noun):
        return None
    carrying = union(operators().giving, operators().receiving)  # "fears an attack"
    some = is_cue and _is_some(verb, noun)
    if relation.sign < 0 and effect in ("planned", "possible") and lemma not in carrying and not some:
        return None  # "will try to resolve the dispute": there is one
    to_harm = relation.sign < 0 and noun.dep_ == "pobj" and noun.head.lower_ == "to"  # "agreed to sanctions"
    if lemma == "agree" and verb.tag_ in ("VBD", "VBN") and not to_harm:
        return None  # "agreed a deal": there is one
    return effect


def _is_some(verb: Token, noun: Token) -> bool:
    """Whether a verb wishes or foresees some deed that is not there: "expects a raid"; not "discussed a raid"."""
    return is_any(noun) and verb.lemma_.lower() not in operators().debating


def is_answered(verb: Token, clause: Token) -> bool:
    """Whether a clause before a verb of denial is what it answers, not what it denies: only "that" begins a denied one.

    The parser hangs the first clause of "Cuba accused Peru of spying, a charge Lima rejects" under "rejects".
    """
    denies = operators().verbs.get(verb.lemma_.lower()) == "negated"
    before = clause.dep_ == "ccomp" and clause.i < verb.i
    return denies and before and clause.left_edge.lower_ not in ("that", "whether")


def _is_there(noun: Token) -> bool:
    """Whether a noun tells of what is there when one speaks of it: "discussed the dispute", "opposed Cuba's raids"."""
    owners = (c for c in noun.children if c.dep_ in BEFORE and c.i < noun.i)
    return noun.lemma_.lower() in operators().lasting or any(c.dep_ == "poss" or c.ent_type_ for c in owners)


def is_drill(noun: Token) -> bool:
    """Whether a noun tells of an exercise, which ends when it is done."""
    return noun.lemma_.lower() in operators().drills


def _is_speech(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in SPEECHES or operators().nouns.get(lemma) == "alleged"


def applied(effect: Effect, outer: Qualifiers, relation: RelationType, clause: bool, aimed: bool = False) -> Qualifiers:
    """Return the qualifiers of what a word with `effect` governs, itself qualified by `outer`, with its speakers.

    `aimed`: the word is what somebody aims at: "came to stop the attacks".
    """
    return replace(_affected(effect, outer, relation, clause, aimed), speakers=outer.speakers)


def _affected(effect: Effect, outer: Qualifiers, relation: RelationType, clause: bool, aimed: bool) -> Qualifiers:
    """Return polarity and modality of what a word with `effect` governs."""
    if effect == "negated":
        return Qualifiers(not outer.negated, outer.modality)
    if effect == "ended" and relation.journey:  # "ended a tour of Asia": it took place
        return Qualifiers(outer.negated, outer.modality)
    if effect == "ended" and outer.modality == "planned" and not outer.negated and not aimed and relation.sign > 0:
        return Qualifiers(True, "planned")  # "pledged to stop arming the rebels"
    if effect == "ended":  # "urged Iran to stop its attacks": they go on; "stopped its attacks": they do not
        if outer.negated or outer.modality != "actual" or aimed:
            return Qualifiers()
        return Qualifiers(relation.sign >= 0 or clause)
    return Qualifiers(outer.negated, weaker("planned" if effect == "planned" else "possible", outer.modality))


def is_undone(cue: Token) -> bool:
    """Whether a cue stands in what somebody is asked not to do, or under a condition."""
    ops = operators()
    for verb in (cue, *cue.ancestors):
        if not is_verb(verb):
            continue
        if any(c.dep_ in ("mark", "advmod") and c.lower_ in ops.conditions for c in verb.children):
            return True
        asked = ops.verbs.get(verb.head.lemma_.lower()) == "possible" and is_verb(verb.head)
        if asked and is_infinitive(verb) and has(verb, ("neg",)):
            return True
    return False
