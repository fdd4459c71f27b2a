"""A place that the table does not know → the one that it is but for one slip of the pen: "the United Sates"."""

from functools import cache

from graph.entities.world import Sense, World, world
from graph.entities.world.slips import Slips

PLACES = frozenset({"country", "territory", "place"})


def misspelled_place(name: str, table: World) -> tuple[Sense, ...]:
    """Return what the only place means that is spelled so but for one slip; nothing where there is none."""
    near = [place for place in _places().of(name) if place[0] == name[0]]  # "Bollywood" is not Hollywood
    return table.senses(near[0]) if len(near) == 1 else ()


@cache
def _places() -> Slips:
    """The states, lands and capitals of the table that is shipped, to be asked which of them a misspelled one is."""
    return Slips(e.name for e in world().entities.values() if e.kind in PLACES)
