"""An adjective or describing participle → the roles around it: "is hostile to Cuba", "Cuba, allied with Iran"."""

from collections import defaultdict

from graph.relations.roles.filling import Filling, Roles, add, frozen, prepositions
from graph.relations.roles.judges import judges
from graph.relations.roles.subjects import noun_holders, surface_subjects
from graph.syntax.labels import OBJECTS, SUBJECTS, agents_of, is_verb, objects_of, resolved
from graph.syntax.tree import Token


def adjective_roles(adjective: Token) -> Roles:
    """Return the roles around an adjective: `holder` is who is so."""
    if guest := _visiting(adjective):
        return frozen({"holder": [guest], "scene": _scene(adjective)})
    roles: Filling = defaultdict(list)
    head, dep = adjective.head, adjective.dep_
    roles["holder"].extend(_holders(adjective))
    add(roles, prepositions(adjective))
    if dep == "amod":
        roles["scene"].extend(_scene(head))
    roles["judge"].extend(judges(adjective))
    roles["by"].extend(agents_of(adjective))
    if dep == "amod" and head.pos_ == "NOUN":
        roles["holder"].extend(noun_holders(head)[0])
    if dep in ("acomp", "oprd") and is_verb(head):
        for role, tokens in prepositions(head, after=adjective).items():
            if not roles[role]:
                roles[role].extend(tokens)
    roles["members"].extend(roles["holder"])
    return frozen(roles)


def _holders(adjective: Token) -> list[Token]:
    """Return who is so, as the adjective's place in the sentence says."""
    head, dep = adjective.head, adjective.dep_
    joined = adjective_roles(head).get("holder", ()) if dep == "conj" and head.pos_ in ("ADJ", "VERB") else ()
    if dep in ("acomp", "attr", "oprd") and is_verb(head):
        return [*joined, *surface_subjects(head)]
    if dep in ("amod", "acl", "appos"):
        return [*joined, head]
    if is_verb(adjective) or dep in ("advcl", "ROOT", "ccomp", "relcl", "xcomp"):
        own = [resolved(c) for c in adjective.children if c.dep_ in SUBJECTS]
        return [*joined, *(surface_subjects(adjective) or own)]
    return list(joined)


def _visiting(participle: Token) -> Token | None:
    """Return the guest whom the parser takes for the host: "talks with visiting President Niinistö"."""
    if participle.tag_ != "VBG" or participle.dep_ != "pcomp":
        return None
    if participle.head.lower_ not in ("with", "by", "between", "and"):
        return None
    return next((c for c in participle.children if c.dep_ in OBJECTS and c.pos_ == "PROPN"), None)


def _scene(noun: Token) -> list[Token]:
    """Return where the clause around a noun is set: "In Belgrade, the visiting minister urged …"."""
    node = noun
    for _ in range(6):
        if is_verb(node) or node.head == node:
            break
        node = node.head
    places = [c for n in (noun, node) for c in n.children if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    return [t for c in places for t in objects_of(c)]
