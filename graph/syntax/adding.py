"""A participle that adds to what somebody says ("adding that …") → the verb of saying that it goes on with."""

from graph.syntax.labels import NOUNS, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

JOINED = frozenset({"conj", "xcomp", "advcl"})


def adds_to(participle: Token) -> Token:
    """Return the verb whose subject goes on: "She said that Peru left, adding that …": she adds it, not Peru.

    It is the verb that the participle hangs on, unless that one only is what is said: a clause below a verb of saying,
    or below what is denied or claimed ("denied claims that Peru left, saying …").
    """
    first = participle.head
    if not _adds(participle) or not is_verb(first) or first.lemma_.lower() in operators().saying:
        return first
    node = first
    for above in first.ancestors:
        if node.dep_ == "ccomp" and is_verb(above) and above.lemma_.lower() in operators().saying:
            return above
        if node.dep_ == "acl" and above.pos_ in NOUNS and above.lemma_.lower() in operators().views:
            return next((t for t in above.ancestors if is_verb(t)), first)
        if not (node.dep_ in JOINED and is_verb(above)):
            break
        node = above
    return first


def _adds(participle: Token) -> bool:
    """Whether it stands behind what is said, as a clause without a subject of its own."""
    said = participle.tag_ == "VBG" and participle.lemma_.lower() in operators().saying
    return said and participle.dep_ in ("advcl", "xcomp") and participle.i > participle.head.i
