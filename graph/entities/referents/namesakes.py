"""A plural of a country's name → the two countries of that name: "the two Koreas", "both Sudans"."""

from functools import cache

from graph.entities.referents.referent import Referent
from graph.entities.world import world
from graph.records import Entity
from graph.syntax.tree import Token

PARTED = (("North {}", "South {}"), ("{}", "South {}"), ("East {}", "West {}"))
ENDINGS = (("ies", "y"), ("s", ""))


def namesakes(noun: Token) -> list[Referent]:
    """Return both countries that bear a name which is said in the plural; nothing for other words."""
    if not noun.text[0].isupper() or noun.text[-1] != "s" or noun.i == noun.sent.start:
        return []
    return [Referent(e, noun.i, noun.i + 1, "name", head=noun.i) for e in _of_name(noun.text)]


@cache
def _of_name(plural: str) -> tuple[Entity, ...]:
    for ending, instead in ENDINGS:
        name = plural.removesuffix(ending) + instead
        for parts in PARTED if plural.endswith(ending) else ():
            found = tuple(e for part in parts if (e := world().entity(part.format(name))) is not None)
            if len(found) == len(parts) and all(e.kind == "country" for e in found):
                return found
    return ()
