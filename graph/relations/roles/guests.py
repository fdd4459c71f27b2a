"""A guest who is "visiting" → who that is, where the clause is set, and who receives him.

"In Lima, the visiting minister said": in Lima. "The king told visiting President Olsen", "in talks with a visiting
envoy, the king said": the king receives him.
"""

from graph.data_files import union
from graph.relations.roles.subjects import clause_subjects, surface_subjects
from graph.syntax.labels import OBJECTS, has, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Token

TELLING = frozenset(
    "assure brief host inform meet promise receive reassure remind tell thank urge warn welcome".split()
)
TALKING = frozenset({"confer", "meet", "speak", "talk"})
HEARING = frozenset({"get", "hear", "receive"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "dobj"})
APPEARING = frozenset({"appearance", "encounter"})
HIGHEST = 6


def guest_of(participle: Token) -> Token | None:
    """Return the guest whom the parser takes for the host: "talks with visiting President Niinistö"."""
    head, dep = participle.head, participle.dep_
    if dep == "amod" and head.dep_ == "compound" and head.head.pos_ == "PROPN" and head.i < head.head.i:
        return head.head  # "Visiting President Niinistö said …", hung on the title
    if participle.tag_ != "VBG" or has(participle, ("aux", "nsubj")):
        return None
    if dep == "csubj":  # "In Oslo, visiting President Niinistö said …"
        near = (*participle.children, *head.children)
        return next((c for c in near if c.dep_ in ("dobj", "nsubj") and c.left_edge.i == participle.i + 1), None)
    if dep == "advcl" and not has(participle, OBJECTS):  # "Visiting President Niinistö said …"
        return next((c for c in head.children if c.dep_ == "nsubj" and c.left_edge.i == participle.i + 1), None)
    guest = next((c for c in participle.children if c.dep_ in OBJECTS and c.pos_ == "PROPN"), None)
    if dep in CLAUSAL and head.lemma_ in TELLING and head.i == participle.i - 1:  # "told visiting President Niinistö"
        return guest if guest is not None and guest.left_edge.i == participle.i + 1 else None
    joined = dep == "conj" and head.tag_ != "VBG"  # "talks between the king and visiting President Niinistö"
    if not joined and not (dep == "pcomp" and head.lower_ in ("with", "by", "between", "and")):
        return None
    return guest


def scene(noun: Token) -> list[Token]:
    """Return where the clause around a noun is set: "In Belgrade, the visiting minister urged …"."""
    node = noun
    for _ in range(HIGHEST):
        if is_verb(node) or node.head == node:
            break
        node = node.head
    places = [c for n in (noun, node) for c in n.children if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    return [t for c in places for t in objects_of(c)]


def receivers(word: Token) -> list[Token]:
    """Return who receives a guest; `word` stands in his place in the sentence: himself, or "visiting" before him."""
    head = word.head
    if word.dep_ in (*OBJECTS, "dative", *CLAUSAL) and is_verb(head):
        return surface_subjects(head) if head.lemma_ in TELLING else []
    if word.dep_ in ("pobj", "pcomp") and head.dep_ in ("prep", "dative"):
        return _by_preposition(head, head.head)
    if word.dep_ == "conj" and head.dep_ == "pobj" and head.head.lower_ == "between":
        return [head]
    if word.dep_ in ("nsubj", "csubj") and is_verb(head) and head.lemma_ in TELLING | TALKING:
        company = (t for c in head.children if c.dep_ == "prep" and c.lower_ in ("with", "to") for t in objects_of(c))
        return [*(c for c in head.children if c.dep_ in (*OBJECTS, "dative")), *company]
    return []


def _by_preposition(preposition: Token, above: Token) -> list[Token]:
    """Return who receives whom a preposition names: "met with", "said at a meeting with", "assurances from"."""
    if is_verb(above):
        met = above.lemma_ in TALKING and preposition.lower_ in ("with", "to")
        heard = above.lemma_ in HEARING and preposition.lower_ == "from"
        return surface_subjects(above) if met or heard else []
    if preposition.lower_ == "with" and above.lemma_.lower() in union(operators().gatherings, APPEARING):
        own = [c for c in above.children if c.dep_ == "poss" and c.pos_ != "PRON"]
        if above.dep_ in OBJECTS and is_verb(above.head):  # "held talks with"
            return own or surface_subjects(above.head)
        return own or clause_subjects(above)
    if preposition.lower_ == "from" and above.dep_ in OBJECTS and above.head.lemma_ in HEARING:
        return surface_subjects(above.head)  # "received an assurance from"
    return []
