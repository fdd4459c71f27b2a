"""A noun of a deed → whether it is only supposed, awaited or untrue, by what stands around it.

"In the event of an attack", "no sign of a raid", "a shield against an attack", "Cuba's raid is a myth".
"""

from graph.relations.qualifiers.values import Qualifiers
from graph.schema import RelationType
from graph.syntax.labels import SUBJECTS, has, is_infinitive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

ANY = frozenset({"a", "an", "another", "any"})
UNSURE = frozenset({"possible", "potential"})
WAITED = frozenset({"for", "on"})


def is_any(noun: Token) -> bool:
    """Whether a noun tells of some deed, none that is known: "an attack", "any attack", "possible attacks"."""
    return any((c.dep_ == "det" and c.lower_ in ANY) or c.lower_ in UNSURE for c in noun.children)


def supposed(noun: Token, relation: RelationType) -> Qualifiers | None:
    """Return polarity and modality of a deed that its surroundings only suppose; None where they do not."""
    if noun.dep_ in SUBJECTS:
        return Qualifiers(True) if _is_unreal(noun.head) else None
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.dep_ != "prep":
        return None
    ops, head, word = operators(), preposition.head, preposition.lower_
    lemma = head.lemma_.lower()
    if word == "of" and lemma in ops.events and head.head.lower_ == "in":
        return Qualifiers(False, "possible")  # "in the event of an attack"
    if lemma in ops.signs and word in ("of", "for") and any(c.lower_ == "no" for c in head.children):
        return Qualifiers(True, "possible")  # "no sign of an attack"
    if word in WAITED and lemma in ops.waiting:
        return Qualifiers(False, "possible")  # "braced for an attack"
    guarded = head.head if head.dep_ == "dobj" and is_verb(head.head) else head  # "protects the town against"
    warding = {lemma, guarded.lemma_.lower()} & ops.warding
    if warding and word in ("against", "from") and relation.sign < 0 and is_any(noun):
        return Qualifiers(False, "possible")  # "a shield against an attack"
    return None


def is_rejected(verb: Token) -> bool:
    """Whether a verb tells what somebody does not do: "left rather than attack Oslo", "rather than attacking Oslo"."""
    if not is_verb(verb):
        return False
    than = verb.head if verb.dep_ == "pcomp" else next((c for c in verb.children if c.lower_ == "than"), None)
    if verb.dep_ == "conj":
        than = next((c for c in verb.head.children if c.lower_ == "than" and c.i < verb.i), None)
    return than is not None and than.lower_ == "than" and than.i > 0 and than.nbor(-1).lower_ == "rather"


def is_untrue(report: Token) -> bool:
    """Whether what is told is said to be untrue: "Reports of a raid were false", "proved wrong"."""
    verb = report.head
    told = report.dep_ in SUBJECTS and is_verb(verb)
    return told and any(c.lemma_.lower() in operators().untrue for c in verb.children if c.dep_ in ("acomp", "oprd"))


def _is_unreal(verb: Token) -> bool:
    """Whether a predicate says that its subject is not or will not be: "is a myth", "failed to materialise"."""
    ops, lemma = operators(), verb.lemma_.lower()
    yet = lemma == "have" and any(c.lower_ == "yet" for c in verb.children)
    if yet or ops.verbs.get(lemma) == "negated":
        return any(c.dep_ == "xcomp" and is_infinitive(c) and c.lemma_.lower() in ops.occurring for c in verb.children)
    if lemma != "be" or any(c.dep_ == "neg" for c in verb.children):
        return False
    plain = {c.lemma_.lower() for c in verb.children if c.dep_ == "acomp" and not has(c, ("xcomp", "prep"))}
    named = (c.lemma_.lower() for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN")
    out = any(c.lower_ == "out" for c in verb.children)
    question = out and any(t.lower_ == "question" for t in verb.subtree)  # "is out of the question"
    return question or not plain.isdisjoint(ops.unreal) or any(ops.clauses.get(word) == "negated" for word in named)
