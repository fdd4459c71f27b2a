"""A verb → who does the same, as a clause says that repeats only its auxiliary: "Cuba left, and so did Peru"."""

from graph.syntax.labels import FINITE, NOUNS, OBJECTS, SUBJECTS, has, is_verb, resolved
from graph.syntax.tree import Token

PRO_VERBS = frozenset({"do", "be", "have"})
ALIKE = frozenset({"so", "too", "likewise", "similarly", "also"})
FULL = frozenset({*OBJECTS, "attr", "acomp", "xcomp", "ccomp", "prep", "agent", "oprd", "neg", "prt", "aux", "auxpass"})


def echoing(verb: Token) -> list[Token]:
    """Return the subjects of the clauses that repeat this one: "as did Peru", "and so did Peru", "Peru did too"."""
    clauses = [c for c in verb.children if c.dep_ in ("conj", "advcl") and c.i > verb.i]
    return [resolved(c) for e in clauses if _echoes(e, verb) for c in e.children if c.dep_ in SUBJECTS]


def _echoes(clause: Token, verb: Token) -> bool:
    """Whether a clause consists of a subject and "did", and says by a word that it is the same."""
    if clause.lemma_.lower() not in PRO_VERBS or clause.tag_ not in FINITE or not is_verb(verb) or has(clause, FULL):
        return False
    words = {c.lower_ for c in clause.children}
    told = not words.isdisjoint(ALIKE) or (clause.dep_ == "advcl" and _is_turned(clause) and "as" in words)
    return told and any(c.dep_ in SUBJECTS and c.pos_ in NOUNS for c in clause.children)


def _is_turned(clause: Token) -> bool:
    """Whether the subject stands behind the verb: "as did Peru"; not "as Peru did"."""
    return any(c.dep_ in SUBJECTS and c.i > clause.i for c in clause.children)
