"""A verb that adds to what somebody says ("adding that", "and said that") → the verb of saying that it goes on with."""

from graph.syntax.labels import FINITE, NOUNS, SUBJECTS, has, is_verb, joined_to
from graph.syntax.operators import operators
from graph.syntax.tree import Token

JOINED = frozenset({"conj", "xcomp", "advcl"})


def adds_to(participle: Token) -> Token:
    """Return the verb whose subject goes on: "She said that Peru left, adding that …": she adds it, not Peru.

    It is the verb that the participle hangs on, unless that one only is what is said: a clause below a verb of saying,
    or below what is denied or claimed ("denied claims that Peru left, saying …").
    """
    if (above := _goes_on_from(participle)) is not None:
        return above
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


def _goes_on_from(verb: Token) -> Token | None:
    """Return the verb of saying to which "and" joins one: "She said Peru will wait and added that …": she added it.

    The parser joins it to what is said; there a present or a future is no fellow of a past.
    """
    said = joined_to(verb) if verb.dep_ == "conj" else verb
    above, saying = said.head, operators().saying
    if said == verb or said.dep_ != "ccomp" or above.i > said.i or has(verb, (*SUBJECTS, "mark", "aux")):
        return None
    spoken = verb.lemma_.lower() in saying and above.lemma_.lower() in saying and is_verb(said)
    return above if spoken and verb.tag_ in FINITE and _finite(said) != verb.tag_ == above.tag_ else None


def _finite(verb: Token) -> str:
    """Return the tag of the word that tells a verb's time: its first auxiliary, else its own."""
    return next((c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")), verb.tag_)
