"""A plural of a country's name → the two countries of that name: "the two Koreas", "both Sudans"."""

from functools import lru_cache

from graph.entities.referents.referent import Referent
from graph.entities.world import world
from graph.records import Entity
from graph.syntax.tree import Token

PARTED = (("North {}", "South {}"), ("{}", "South {}"), ("East {}", "West {}"))
ENDINGS = (("ies", "y"), ("s", ""))


def namesakes(noun: Token) -> list[Referent]:
    """Return both countries that bear a name which is said in the plural; nothing for other words."""
    if noun.i == noun.sent.start:
        return []
    return [Referent(e, noun.i, noun.i + 1, "name", head=noun.i) for e in named_by(noun.text)]


@lru_cache(maxsize=20_000)
def named_by(plural: str) -> tuple[Entity, ...]:
    """Return both countries whose name a word says in the plural, as it is printed: "Koreas"."""
    if not plural[0].isupper():
        return ()
    for ending, instead in ENDINGS:
        name = plural.removesuffix(ending) + instead
        for parts in PARTED if plural.endswith(ending) else ():
            found = tuple(e for part in parts if (e := world().entity(part.format(name))) is not None)
            if len(found) == len(parts) and all(e.kind == "country" for e in found):
                return found
    return ()
