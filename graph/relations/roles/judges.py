"""A word that judges or a clause that is said → who judges, who says it."""

from graph.entities.words.nouns import nouns
from graph.relations.roles.subjects import QUOTES, surface_subjects
from graph.syntax.carriers import measured
from graph.syntax.labels import OBJECTS, has, is_passive, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

DEEPEST = 15
BEHAVING = frozenset({"act", "be", "behave", "look", "sound"})


def judges(word: Token) -> list[Token]:
    """Return who judges by a noun or adjective: who names something so, or says that it is so."""
    node = word
    if word.dep_ in ("amod", "compound") and word.head.pos_ == "NOUN":
        node = word.head
        alone = judging(node) == word
        if node.lemma_.lower() not in operators().judged and not alone:  # "a terrorist group", not "his terrorist plan"
            return []
    node = measured(node)  # "an act of aggression"
    while node.dep_ == "conj" and node.pos_ == "ADJ" and node.head.pos_ in ("ADJ", "NOUN"):
        node = node.head  # "called it unjust and dangerous"
    head, dep = node.head, node.dep_
    by = [t for c in node.children if c.dep_ == "prep" and c.lower_ == "by" for t in objects_of(c)]
    if by and is_verb(head) and _names(head) and (is_passive(head) or head.tag_ in ("VBN", "VBD")):
        return by  # "considered a terrorist organization by the West"
    if by and head.lower_ == "as" and is_verb(head.head) and _names(head.head) and is_passive(head.head):
        return by  # "listed as a terrorist group by the West"
    if dep == "appos" and head.dep_ in OBJECTS and is_verb(head.head):  # "called the king “a devil”"
        return _namers(head.head)
    if dep in ("pobj", "amod") and head.lower_ == "as" and is_verb(head.head):
        return _namers(head.head)
    if dep == "pobj" and head.lower_ == "like" and head.head.lemma_ in BEHAVING:  # "said Iran behaves like a bully"
        return speakers_of(head.head)
    if (dep in OBJECTS or dep in ("oprd", "ccomp")) and is_verb(head) and _names(head):
        return _namers(head)
    if dep in OBJECTS and is_verb(head) and head.lemma_ in operators().linking:
        return speakers_of(head)  # "said the blockade constitutes a crime"
    if dep not in ("attr", "acomp") or not is_verb(head):
        return []
    if head.dep_ == "ccomp" and _names(head.head) and not has(head, ("mark",)):
        return _namers(head.head)
    if word.lemma_.lower() in nouns().ties:  # "said Cuba is an enemy of Iran": whose enemy it is, is said
        return []
    return speakers_of(head)


def judging(noun: Token) -> Token | None:
    """Return the adjective that judges what stands behind it, no part of its phrase: "as absurd the king's offer"."""
    first = noun.left_edge
    if noun.dep_ != "pobj" or first == noun or first.pos_ != "ADJ" or first.tag_ != "JJ":
        return None
    second = first.nbor(1)
    return first if second.pos_ in ("DET", "PRON") or second.tag_ in ("DT", "PRP$") else None


def speakers_of(token: Token) -> list[Token]:
    """Return who says the clause that holds the token: "Cuba said Iran is a dangerous state"."""
    node = token
    for _ in range(8):
        if node.head == node or node.dep_ in ("relcl", "advcl", "pobj"):
            return []
        head = node.head
        if node.dep_ == "ccomp" and is_verb(head) and head.lemma_.lower() in operators().speech:
            return surface_subjects(head)
        node = head
    return []


def voices(word: Token) -> list[Token]:
    """Return who says in his own words the clause in which a word stands: "“Cuba will answer the raids,” he said".

    Not where a pronoun tells whose it is: "their crimes".
    """
    deed = word.head if word.dep_ == "amod" else word
    his = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in deed.children)
    if his or not any(t.text in QUOTES for t in word.sent):
        return []
    node = word
    for _ in range(DEEPEST):
        head = node.head
        if head == node:
            break
        if node.dep_ in ("ccomp", "parataxis") and is_verb(head) and head.lemma_.lower() in _speech():
            return surface_subjects(head)
        node = head
    return []


def _speech() -> frozenset[str]:
    return operators().speech - operators().thinking - {"deny"}


def _names(verb: Token) -> bool:
    return verb.lemma_.lower() in operators().naming


def _namers(verb: Token) -> list[Token]:
    if not _names(verb):
        return []
    if is_passive(verb):
        return [t for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for t in objects_of(c)]
    return surface_subjects(verb)
