"""An adjective or describing participle → the roles around it: "is hostile to Cuba", "Cuba, allied with Iran"."""

from collections import defaultdict
from collections.abc import Iterable

from graph.entities.words.nouns import nouns
from graph.relations.roles.aims import done_to
from graph.relations.roles.filling import Filling, Roles, add, frozen, prepositions
from graph.relations.roles.guests import guest_of, receivers, scene
from graph.relations.roles.judges import judges, voices
from graph.relations.roles.subjects import noun_holders, surface_subjects
from graph.syntax.labels import (
    SUBJECTS,
    agents_of,
    is_passive,
    is_verb,
    resolved,
)
from graph.syntax.operators import operators
from graph.syntax.tree import Token


def adjective_roles(adjective: Token) -> Roles:
    """Return the roles around an adjective: `holder` is who is so."""
    if guest := guest_of(adjective):
        around = [*scene(guest), *scene(adjective), *scene(adjective.head)]
        hosts = receivers(guest if guest.head == adjective.head else adjective) or receivers(guest)
        return frozen({"holder": [guest], "scene": around, "receiver": [] if _named(around) else hosts})
    roles: Filling = defaultdict(list)
    head, dep = adjective.head, adjective.dep_
    roles["holder"].extend(_holders(adjective))
    add(roles, prepositions(adjective))
    if dep == "amod":
        roles["scene"].extend(scene(head))
        roles["receiver"].extend(receivers(head) if not _named(roles["scene"]) else ())
    roles["judge"].extend(judges(adjective))
    if dep == "amod" and not nouns().is_party(head.lemma_.lower()):  # "his reckless raids"; not "the evil men of Chad"
        roles["voice"].extend(voices(adjective))
    roles["by"].extend(agents_of(adjective))
    if dep == "amod" and head.pos_ == "NOUN":
        roles["holder"].extend(noun_holders(head)[0])
    if dep in ("acomp", "oprd") and is_verb(head):
        for role, tokens in prepositions(head, after=adjective).items():
            if not roles[role]:
                roles[role].extend(tokens)
    roles["members"].extend(roles["holder"])
    return frozen(roles)


def _named(places: Iterable[Token]) -> bool:
    return any(t.pos_ == "PROPN" for t in places)


def _holders(adjective: Token) -> list[Token]:
    """Return who is so, as the adjective's place in the sentence says."""
    head, dep = adjective.head, adjective.dep_
    joined = adjective_roles(head).get("holder", ()) if _is_joined(adjective) else ()
    naming = dep == "oprd" and head.lemma_ in operators().naming and not is_passive(head)
    if naming and (called := done_to(head)):
        return [*joined, *called]  # "called the remark insulting", "a step Peru called insulting"
    if dep in ("acomp", "attr", "oprd") and is_verb(head):
        return [*joined, *surface_subjects(head)]
    if head.lower_ == "as" and is_verb(head.head):  # "dismissed the charge as absurd"
        verb = head.head
        named = surface_subjects(verb) if is_passive(verb) else done_to(verb)
        return [*joined, *(named if verb.lemma_ in operators().naming else ())]
    if dep in ("amod", "acl", "appos"):
        return [*joined, head]
    if is_verb(adjective) or dep in ("advcl", "ROOT", "ccomp", "relcl", "xcomp"):
        own = [resolved(c) for c in adjective.children if c.dep_ in SUBJECTS]
        return [*joined, *(surface_subjects(adjective) or own)]
    return list(joined)


def _is_joined(adjective: Token) -> bool:
    """Whether "and" joins it to another word that describes: "as null and void", where the first may be none."""
    head = adjective.head
    described = head.pos_ in ("ADJ", "VERB") or (head.dep_ in ("pobj", "amod") and head.head.lower_ == "as")
    return adjective.dep_ == "conj" and described
