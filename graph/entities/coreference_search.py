"""A word that points back → the antecedents that syntax prefers, and the only one of its kind near by.

`preferred` asks the subjects above the word, then those of the sentence before; `only` takes what has no rival.
"""

from collections.abc import Callable, Iterator

from graph.entities.names import Name
from graph.entities.referents import Referent, Referents
from graph.syntax.labels import SUBJECTS, is_verb
from graph.syntax.tree import Span, Token

Kinds = frozenset[str]
HIGHEST = 25


def preferred(
    token: Token, referents: Referents, fits: Callable[[list[Referent]], bool], person: bool = False
) -> list[Referent]:
    """Return the fitting subject that governs the token, nearest clause first, then that of the sentence before.

    `person`: the token is "he" or "she"; of two persons in the sentence before ("Ali met Omar. He …") it may be either.
    """
    for subject in _subjects_above(token):
        found = _proper(subject, referents)
        if fits(found):
            return found
    sentence = token.sent
    if sentence.start == 0:
        return []
    previous = referents.doc[sentence.start - 1].sent
    if person and len({referents.entities[n].name for n in named_in(previous, referents, frozenset({"person"}))}) > 1:
        return []
    for subject in _main_subjects(previous):
        found = _proper(subject, referents)
        if fits(found):
            return found
    return []


def only(token: Token, referents: Referents, kinds: Kinds) -> list[Referent]:
    """Return the one entity of these kinds named before the token in its sentence, else in the sentence before."""
    sentence = token.sent
    spans = [referents.doc[sentence.start : token.i]]
    back = 3 if kinds == {"person"} else 1  # a person stays in mind longer than a thing
    while sentence.start and len(spans) <= back:
        sentence = referents.doc[sentence.start - 1].sent
        spans.append(sentence)
    for span in spans:
        if found := named_in(span, referents, kinds):
            return the_one(found, referents)
    return []


def named_in(span: Span, referents: Referents, kinds: Kinds) -> list[Name]:
    """Return the names of entities of these kinds in a span."""
    return [n for n in referents.names if span.start <= n.start < span.end and referents.entities[n].kind in kinds]


def the_one(names: list[Name], referents: Referents) -> list[Referent]:
    """Return the last of the names as a referent if all name one entity, else nothing."""
    if len({referents.entities[n].name for n in names}) != 1:
        return []
    return at(names[-1], referents)


def at(name: Name, referents: Referents) -> list[Referent]:
    """Return a name as a referent."""
    found = referents.name_at(referents.doc[name.start])
    return [found] if found is not None else []


def _proper(subject: Token, referents: Referents) -> list[Referent]:
    return [r for r in referents.of(subject) if r.via in ("name", "agent", "member", "pronoun")]


def _subjects_above(token: Token) -> Iterator[Token]:
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
                if outside and (child.i < token.i or node.dep_ == "ROOT"):
                    yield child
        first = first and node.dep_ in ("xcomp", "aux")


def _main_subjects(sentence: Span) -> Iterator[Token]:
    """Yield the subjects of a sentence's main clause and of what it says: "Cuba said Iran is …"."""
    root = sentence.root
    for verb in (root, *(c for c in root.children if c.dep_ == "ccomp")):
        yield from (c for c in verb.children if c.dep_ in SUBJECTS)
