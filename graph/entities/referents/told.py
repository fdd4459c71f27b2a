"""A common noun → what the words behind it call it, or whose it is: "the blockade that Cuba imposed".

A word that counts → whether it leaves open who is meant: "some of them".
"""

from collections.abc import Iterator
from dataclasses import replace

from graph.data_files import union
from graph.entities.referents.asked import Asked
from graph.entities.referents.referent import ACTING, Referent
from graph.entities.words.nouns import lemma_of, nouns
from graph.syntax.labels import OBJECTS, RELATIVES, SUBJECTS, agents_of, has, is_passive, is_verb, resolved
from graph.syntax.operators import operators
from graph.syntax.tree import Token

COMMAS = frozenset({",", "–", "—", "-", "--"})
WHOLE = frozenset({"all", "both", "each"})
MANY = frozenset({"them", "these", "those", "us", "whom", "which"})


def is_some_of(word: Token) -> bool:
    """Whether it means only some of those to whom a pronoun points back: "some of them", not "all of them"."""
    of = (t for c in word.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
    return word.lower_ not in WHOLE and any(t.lower_ in MANY for t in of)


def is_speech(lemma: str) -> bool:
    """Whether "from" behind such a noun says who speaks: "the comments from Cuba"."""
    return lemma in operators().views or lemma in operators().papers or lemma == "invitation"


def doers(noun: Token, referents: Asked) -> list[Referent]:
    """Return who does it as a clause says: "the blockade imposed by Cuba", "the blockade that Cuba imposed"."""
    found = [r for t in _doers(noun) for r in referents.of(t)]
    return [r for r in found if r.via in ACTING]


def _doers(noun: Token) -> Iterator[Token]:
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and not _is_done_to(clause):
            yield from agents_of(clause)
        elif clause.dep_ == "relcl" and clause.lemma_.lower() in operators().giving and _lacks_object(clause):
            yield from (c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES)


def _is_done_to(clause: Token) -> bool:
    """Whether what is told of a thing makes it nobody's: "an idea rejected by Cuba", "a village shelled by Cuba"."""
    ops, lemma = operators(), clause.lemma_.lower()
    return ops.verbs.get(lemma) == "negated" or lemma in union(ops.judging, ops.refuting, ops.hitting)


def _lacks_object(clause: Token) -> bool:
    """Whether what a relative clause is about is its object: "the raid it launched", not "which they call a crime"."""
    own = any(c.dep_ in OBJECTS and c.lower_ not in RELATIVES for c in clause.children)
    return not own and not has(clause, ("oprd",)) and not is_passive(clause)


def commented(noun: Token, referents: Asked) -> list[Referent]:
    """Return who did what a noun behind a comma speaks of: "Cuba expelled two priests, a move that Peru condemned"."""
    first = noun.left_edge
    behind = first.i > 0 and noun.doc[first.i - 1].text in COMMAS and first.lower_ in ("a", "an", "another")
    if not behind or lemma_of(noun) not in nouns().comments or not has(noun, ("relcl", "acl")):
        return []
    verb = next((t for t in noun.ancestors if is_verb(t)), None)
    if verb is None:
        return []
    while verb.dep_ in ("conj", "xcomp") and is_verb(verb.head) and not has(verb, SUBJECTS):
        verb = verb.head
    acting = agents_of(verb) if is_passive(verb) else [resolved(c) for c in verb.children if c.dep_ in SUBJECTS]
    found = [r for t in acting for r in referents.of(t) if r.via in (*ACTING, "deed")]
    return [replace(r, via="act", head=noun.i) for r in found]


def called(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return the name that a participle gives: "militiamen known as the Janjaweed", "a group called Hamas"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in ("know", "call", "name", "dub"):
            for inner in child.subtree:
                name = referents.by_token.get(inner.i)
                if inner.dep_ in ("pobj", "oprd", "attr", "dobj") and name is not None:
                    return referents.named(inner, name, depth + 1)
    return []


def place_called(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return the division that "of" names: in "the Indian state of Kerala" it is Kerala, not India."""
    if lemma_of(noun) not in nouns().divisions or noun.tag_ not in ("NN", "NNP"):
        return []
    for child in (c for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children):
        name = referents.by_token.get(child.i) if child.dep_ == "pobj" else None
        said = name is not None and name.form in ("name", "city")
        if name is not None and said and referents.entities[name].kind in ("territory", "place"):
            return referents.named(child, name, depth + 1)
    return []
