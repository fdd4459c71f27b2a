"""The names of a text → the same, a state with "opposition" behind it as one name: "Lebanese opposition leaders".

The opposition is not its country; nor is it one where the word only says what somebody is against.
"""

from collections.abc import Sequence

from graph.entities.names.context import STATES
from graph.entities.names.name import Name
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.labels import POSSESSIVES
from graph.syntax.tree import Doc, Token

AGAINST = frozenset({"to", "from", "against", "over"})


def oppositions(names: Sequence[Name], doc: Doc, world: World) -> list[Name]:
    """Return the names, those of a state before "opposition" as the opposition's in that state."""
    words = [t for t in doc if t.lower_ == "opposition" and t.i]
    if not words:
        return list(names)
    at = {i: n for n in names for i in range(n.start, n.end)}
    found = {n: n for n in names}
    for word in words:
        owned = doc[word.i - 1].text in POSSESSIVES
        owner = at.get(word.i - 1 - owned)
        if owner is None or owner.entity.kind not in STATES or word.i in at or not _is_body(word, owner, owned):
            continue
        found.pop(owner, None)
        entity = Entity(f"{world.adjective(owner.entity.name)} opposition", "organisation", country=owner.entity.name)
        one = Name(owner.start, word.i + 1, entity, "name")
        found[one] = one
    return sorted(found.values(), key=lambda n: n.start)


def _is_body(word: Token, owner: Name, owned: bool) -> bool:
    """Whether "opposition" means those who are against a government: "the Kenyan opposition", "opposition leaders"."""
    if owner.form != "adjective" and not owned:
        return False
    behind = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if behind is None or behind.lower_ in AGAINST:
        return False
    if behind.tag_ in ("NNS", "NNP", "NNPS"):
        lemma = singular(behind.lower_)
        return behind.tag_ == "NNS" and (nouns().is_party(lemma) or lemma in nouns().holders)
    the = any(t.lower_ == "the" for t in word.lefts) or owned
    return the and behind.tag_ not in ("NN", "JJ")
