"""A noun that describes a name → the name, or the list of names, where the parser hangs it elsewhere."""

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.syntax.labels import DASHES, NOUNS, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

SPOKEN = frozenset({"broadcast", "footage", "interview", "lecture", "remarks", "sermon"})


def authors(paper: Token) -> list[Token]:
    """Return who says what a paper says, as a clause tells: "denounced a speech in which the king praised Chad"."""
    if paper.lemma_.lower() not in union(operators().papers, SPOKEN):
        return []
    clauses = (c for c in paper.children if c.dep_ == "relcl" and any(_is_inside(p) for p in c.children))
    return [t for c in clauses for t in c.children if t.dep_ == "nsubj"]


def _is_inside(word: Token) -> bool:
    """Whether it begins a clause on what a paper holds: "in which", "where"."""
    return word.lower_ == "where" or (word.lower_ == "in" and any(c.lower_ == "which" for c in word.children))


def described(noun: Token) -> Token | None:
    """Return what a noun describes as an apposition; None where it is none.

    One behind an adverb the parser takes for a second subject: "Cuba, now the first partner of Peru, bought wheat".
    """
    head, doc = noun.head, noun.doc
    if noun.dep_ in ("appos", "nmod"):
        return _described_by(noun, head) if head.pos_ in NOUNS else None
    first = next((c for c in head.children if c.dep_ == "nsubj"), noun)
    adverb = noun.left_edge.i - 1
    if noun.dep_ != "nsubj" or first.i >= adverb or doc[adverb].tag_ != "RB" or doc[adverb - 1].text != ",":
        return None
    return first if any(t.text == "," for t in doc[noun.i : head.i]) else None


def _described_by(noun: Token, head: Token) -> Token:
    """Return what an apposition describes: the name right before the comma, whatever the parser says.

    "promises made by Oslo, a close ally of Bonn": Oslo is the ally, not the promises.
    """
    edge = noun.left_edge.i
    after = edge >= 2 and noun.doc[edge - 1].text == "," and noun.doc[edge - 2].pos_ == "PROPN"
    last = noun.doc[edge - 2] if after else head
    one = noun.tag_ == "NN" and noun.doc[edge].lower_ in ("a", "an") and last in head.conjuncts
    if after and (head.pos_ != "PROPN" or (one and noun.lemma_.lower() not in nouns().circles)):
        return last  # "Rome, Paris and Oslo, a member of the league": Oslo alone is one
    return _first_of_list(noun, head)


def _first_of_list(noun: Token, head: Token) -> Token:
    """Return a list's first where a dash or its number says that all are meant: "Oslo, Bonn and Rome – allies"."""
    dashed = any(t.text in DASHES for t in noun.doc[head.i + 1 : noun.left_edge.i])
    if dashed or noun.tag_ == "NNS":
        while head.dep_ == "conj" and head.head.pos_ in NOUNS:
            head = head.head
    return head


def listed_after(noun: Token) -> list[Token]:
    """Return the list behind a colon, wherever the parser hangs it: "the birth of a trio: Oslo, Bonn and Rome"."""
    node = noun
    for _ in range(4):
        if node.dep_ not in ("pobj", "prep") or node.head == node:
            return []
        node = node.head
        found = [c for c in node.children if c.dep_ == "appos" and c.i > noun.i]
        if found and any(t.text in (":", "–", "—") for t in noun.doc[noun.i + 1 : found[0].i]):
            return found
    return []


def exemplified(noun: Token) -> list[Token]:
    """Return who is named as an example: "allies such as Cuba", "enemies like Cuba", "its allies including Cuba"."""
    behind = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i]
    such = [c for c in behind if c.lower_ == "as" and any(x.lower_ == "such" for x in c.children)]
    alike = [t for c in behind if c.lower_ == "like" and noun.tag_ == "NNS" for t in objects_of(c)]
    named = [t for t in alike if t.pos_ == "PROPN"]  # not "our Cuban friends like the plan"
    return [*(t for c in behind if c in such or c.lower_ == "including" for t in objects_of(c)), *named]


def intended_by(noun: Token) -> list[Token]:
    """Return whose intention or effort it is: "the commitment of Cuba to back Peru"."""
    own = noun.lemma_.lower() in operators().own
    return [t for c in noun.children if c.lower_ == "of" for t in objects_of(c)] if own else []


def owner(possessor: Token, noun: Token) -> Token:
    """Return whose the noun is: in "Cuba and its allies" they are Cuba's, whatever else "its" could be."""
    joined = noun.dep_ == "conj" and noun.head.pos_ == "PROPN" and possessor.lower_ in ("its", "their", "his", "her")
    return noun.head if joined else possessor


def is_named(token: Token) -> bool:
    """Whether a word is a name or stands for one."""
    return token.pos_ in ("PROPN", "PRON") or bool(token.ent_type_)


def is_topic(modifier: Token, noun: Token) -> bool:
    """Whether a name tells over what they are for or against: of "Chad war opponents" none is Chad's."""
    behind = modifier.nbor(1) if modifier.i + 1 < noun.i else noun
    deed = (
        behind.dep_ == "compound"
        and behind.head == noun
        and behind.lemma_.lower() in union(nouns().deeds, operators().lasting)
    )
    return deed and modifier.head == noun and noun.lemma_.lower() in nouns().ties
