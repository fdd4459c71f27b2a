"""A word that points back → the antecedents that syntax prefers, and the only one of its kind near by.

`preferred` asks the subjects above the word, then those of the sentence before; `only` takes what has no rival.
"""

from collections.abc import Callable, Iterator

from graph.entities.coreference.speakers import sayers
from graph.entities.names import Name
from graph.entities.names.whereabouts import WHERE, is_where
from graph.entities.referents import ACTING, Referent, Referents
from graph.entities.referents.genders import others_than
from graph.syntax.labels import SUBJECTS, is_infinitive, is_verb
from graph.syntax.tree import Span, Token

Kinds = frozenset[str]
PARTIES = frozenset({"country", "territory", "bloc", "organisation", "people"})
PERSONS: Kinds = frozenset({"person"})
HIGHEST = 25


def preferred(
    token: Token, referents: Referents, fits: Callable[[list[Referent]], bool], person: bool = False
) -> list[Referent]:
    """Return the fitting subject that governs the token, nearest clause first, then that of the sentence before.

    `person`: the token is "he" or "she"; of two persons in the sentence before ("Ali met Omar. He …") it may be either.
    """
    return governing(token, referents, fits) or of_last(token, referents, fits, person)


def governing(token: Token, referents: Referents, fits: Callable[[list[Referent]], bool]) -> list[Referent]:
    """Return the fitting subject of the token's sentence that governs the token, nearest clause first."""
    barred = beside(token, referents)
    for subject in subjects_above(token):
        found = unsaid(_proper(subject, referents), token, referents)
        if subject.i < token.i:  # "Peru, along with its ally Chile, …"
            found = [r for r in found if r.start < token.i]
        if fits(found) and found[0].entity.name not in barred:
            return found
    return []


def of_last(
    token: Token, referents: Referents, fits: Callable[[list[Referent]], bool], person: bool = False
) -> list[Referent]:
    """Return the fitting subject of the sentence before; of its own, where something is done to the token."""
    barred = beside(token, referents)
    sentence = token.sent
    if barred and (others := _others(token, referents, barred)):  # "Peru condemned Chile and threatened to attack it"
        return others if fits(others) else []
    if sentence.start == 0:
        return []
    previous = referents.doc[sentence.start - 1].sent
    persons = by_entity(previous, PERSONS, referents).keys() - others_than(token, referents.genders) if person else ()
    if len(persons) > 1:
        return []
    for subject in main_subjects(previous):
        found = unsaid(_proper(subject, referents), token, referents)
        if fits(found) and found[0].entity.name not in barred:
            unnamed = found[0].entity.kind != "person"  # "The president met Ali. He …": either
            return [] if unnamed and persons else found
    return []


def _others(token: Token, referents: Referents, barred: frozenset[str]) -> list[Referent]:
    """Return those named before the token in its sentence that it may be."""
    names = named_in(referents.doc[token.sent.start : token.i], referents, PARTIES)
    found = {referents.entities[n].name: n for n in names if referents.entities[n].name not in barred}
    return [r for n in found.values() for r in at(n, referents)]


def beside(token: Token, referents: Referents) -> frozenset[str]:
    """Return the entities that the token cannot be, for they do to it what its clause tells: "Peru thanked it"."""
    named = {r.entity.name for noun in _deeds_to(token) for r in referents.modifiers(noun)}
    doers = (r for s in doers_to(token) for r in referents.of(s))
    return frozenset({*(r.entity.name for r in doers if r.via != "act" or r.pointer < 0), *named})


def _deeds_to(token: Token) -> list[Token]:
    """Return the nouns that tell what is done to the token: "the efforts to end the war on it"."""
    found: list[Token] = []
    node = token
    for _ in range(HIGHEST):
        head = node.head
        if head is node or (node is token and node.dep_ == "pobj" and head.lower_ in WHERE):
            break
        if head.pos_ == "NOUN" and (node.dep_ == "prep" or (node.dep_ == "acl" and is_infinitive(node))):
            found.append(head)
        elif not (node.dep_ == "pobj" or (node.dep_ in ("dobj", "prep") and is_verb(head) and head.dep_ == "acl")):
            break
        node = head
    return found


def doers_to(token: Token) -> list[Token]:
    """Return the subjects of the clause that tells what is done to the token; none where it tells nothing of it."""
    place = token.dep_ == "pobj" and token.head.lower_ in WHERE
    verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" and not place else token.head
    while token.pos_ == "NOUN" and verb.pos_ == "NOUN" and verb.dep_ in ("dobj", "pobj", "prep"):
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    if token.dep_ not in ("dobj", "dative", "pobj") or place or not is_verb(verb):
        return []
    for _ in range(HIGHEST):
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c != token]
        shared = verb.dep_ in ("xcomp", "conj", "aux") or (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN"))
        if subjects or not shared or not is_verb(verb.head):
            break
        verb = verb.head
    return subjects


def only(token: Token, referents: Referents, kinds: Kinds, back: int = 1) -> list[Referent]:
    """Return the one entity of these kinds named before the token: in its sentence, else in one of `back` before.

    No party of those that "and" joins: in "Peru says that Chad and Mali are behind attacks in the country" it is Peru.
    """
    barred = beside(token, referents) | others_than(token, referents.genders)
    for span in before(token, referents, back):
        found = [n for n in named_in(span, referents, kinds) if referents.entities[n].name not in barred]
        alone = [n for n in found if referents.entities[n].kind != "person" and not _is_joined(n, referents)]
        if found := alone or found:
            return unsaid(the_one(found, referents), token, referents)
    return []


def _is_joined(name: Name, referents: Referents) -> bool:
    """Whether a name is one of several that "and" joins."""
    head = referents.doc[name.end - 1]
    joined = [head.head] if head.dep_ == "conj" else [c for c in head.children if c.dep_ == "conj"]
    return any(t.i in referents.by_token for t in joined)


def before(token: Token, referents: Referents, back: int) -> Iterator[Span]:
    """Yield what stands before the token in its sentence, then `back` sentences before that, last first."""
    start = token.sent.start
    yield referents.doc[start : token.i]
    for _ in range(back):
        if not start:
            return
        sentence = referents.doc[start - 1].sent
        start = sentence.start
        yield sentence


def named_in(span: Span, referents: Referents, kinds: Kinds) -> list[Name]:
    """Return the names of entities of these kinds in a span; a capital where something happens names no country."""
    inside = (n for n in referents.names if span.start <= n.start < span.end and referents.entities[n].kind in kinds)
    return [n for n in inside if n.place is None or not is_where(n, referents.doc)]


def by_entity(span: Span, kinds: Kinds, referents: Referents) -> dict[str, Name]:
    """Return the last name of each entity of these kinds in a span, by the entity's name, as they are first named."""
    return {referents.entities[n].name: n for n in named_in(span, referents, kinds)}


def the_one(names: list[Name], referents: Referents) -> list[Referent]:
    """Return the last of the names as a referent if all name one entity, else nothing."""
    if len({referents.entities[n].name for n in names}) != 1:
        return []
    return at(names[-1], referents)


def at(name: Name, referents: Referents) -> list[Referent]:
    """Return a name as a referent."""
    found = referents.name_at(referents.doc[name.start])
    return [found] if found is not None else []


def unsaid(found: list[Referent], token: Token, referents: Referents) -> list[Referent]:
    """Return the antecedents unless one says the token himself: “The envoy defended him,” Ali said: it is not Ali."""
    said = next((q for q in referents.quotations if q.start <= token.i < q.end), None) if found else None
    subjects = (c for t in token.ancestors if is_verb(t) for c in t.children if c.dep_ in SUBJECTS)
    if said is None or not said.start <= next((c.i for c in subjects), -1) < said.end:
        return found  # "Ali said he would “defend his people”"
    outside = {r.entity.name for r in found if not said.start <= r.start < said.end}
    return [] if any(r.entity.name in outside for r in sayers(token, referents)) else found


def _proper(subject: Token, referents: Referents) -> list[Referent]:
    return [r for r in referents.of(subject) if r.via in ACTING]


def subjects_above(token: Token) -> Iterator[Token]:
    """Yield the subjects before the token in its own clause (for possessives) and the clauses above, inner first."""
    possessive = token.tag_ == "PRP$" or token.dep_ == "poss" or token.pos_ in ("NOUN", "PROPN")
    node, first, seen = token, True, 0
    while node.head != node and seen < HIGHEST:
        node, seen = node.head, seen + 1
        if not is_verb(node):
            continue
        if possessive or not first:
            for child in node.children:
                outside = child.dep_ in SUBJECTS and not (child == token or child.is_ancestor(token))
                if outside and (child.i < token.i or node.dep_ == "ROOT" or _is_fronted(token, child)):
                    yield child
        shared = node.dep_ == "conj" and is_verb(node.head) and not any(c.dep_ in SUBJECTS for c in node.children)
        first = first and (shared or node.dep_ in ("xcomp", "aux"))


def _is_fronted(token: Token, subject: Token) -> bool:
    """Whether "its" is in an adjunct before the subject of its clause: "said that, despite its war, Peru thrives"."""
    adjuncts = [c for c in subject.head.children if c.dep_ in ("prep", "advcl") and c.i < subject.i]
    return token.tag_ == "PRP$" and any(c.is_ancestor(token) for c in adjuncts)


def main_subjects(sentence: Span) -> Iterator[Token]:
    """Yield the subjects of a sentence's main clause and of what it says: "Cuba said Iran is …"."""
    root = sentence.root
    for verb in (root, *(c for c in root.children if c.dep_ == "ccomp")):
        yield from (c for c in verb.children if c.dep_ in SUBJECTS)
