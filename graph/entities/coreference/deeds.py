"""A deed that is told of again ("the strike", "the killing") → whose it was, by the noun or verb that told of it."""

from graph.entities.referents import ACTING, Referent, Referents, Via
from graph.entities.words.deeds import deeds
from graph.entities.words.nouns import lemma_of, nouns
from graph.syntax.labels import SUBJECTS, agents_of, direct_objects, has, is_passive, is_verb
from graph.syntax.tree import Token

REACH = 80  # tokens back to the word that told of the deed
LEADING = frozenset({"carry", "conduct", "launch", "lead", "mount", "order", "stage", "wage"})  # a deed that it does
DOING: frozenset[Via] = ACTING | {"deed"}


def of_deed(noun: Token, referents: Referents) -> list[Referent]:
    """Return whose deed it was: "Chad bombed a bridge … the bombing", "a Malian strike … the strike"."""
    lemma = lemma_of(noun)
    if noun.tag_ not in ("NN", "NNS") or lemma not in deeds() or not _is_plain(noun):
        return []
    for token in reversed(noun.doc.tokens[max(noun.i - REACH, 0) : noun.i]):
        if token.pos_ == "NOUN" and lemma_of(token) == lemma:
            found = [r for r in referents.own(token) if r.via in ("deed", "act")] or _led(token, referents)
        elif is_verb(token) and token.lemma_.lower() in deeds()[lemma]:
            found = [r for t in _doers(token) for r in referents.of(t) if r.via in DOING]
        else:
            continue
        return found if len({r.entity.name for r in found}) == 1 else []
    return []


def _is_plain(noun: Token) -> bool:
    """Whether "the" alone, or a day, stands before the noun: "the strike", "Monday's strike"."""
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)
    dated = any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in noun.children)
    others = (c for c in noun.children if c.dep_ != "poss" or c.ent_type_ not in ("DATE", "TIME"))
    before = (c for c in others if c.dep_ in ("amod", "compound", "nmod", "poss", "relcl", "acl"))
    lasting = lemma_of(noun) in nouns().journeys  # "the three-day trip"; not "the one-day strike"
    told = any(not (lasting and has(c, ("nummod",))) for c in before)
    return (
        (definite or dated)
        and not told
        and not any(c.dep_ == "prep" and c.lower_ in ("of", "by", "on", "against") for c in noun.children)
    )


def _led(noun: Token, referents: Referents) -> list[Referent]:
    """Return whose deed it is by the verb that carries it: "Chad led an invasion of Mali"."""
    carried = noun.dep_ == "dobj" and noun.head.lemma_.lower() in LEADING
    return [r for t in _doers(noun.head) for r in referents.of(t) if r.via in ACTING] if carried else []


def _doers(verb: Token) -> list[Token]:
    if is_passive(verb):
        return agents_of(verb)
    above = verb
    while above.dep_ in ("conj", "xcomp") and is_verb(above.head) and not has(above, SUBJECTS):
        if above.dep_ == "xcomp" and (asked := direct_objects(above.head)):
            return asked  # "invited Silva to visit Peru"
        above = above.head
    return [c for c in above.children if c.dep_ in SUBJECTS]
