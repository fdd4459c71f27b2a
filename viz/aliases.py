"""Names of a graph in, other words for them out: what a reader may type to find "United Kingdom"."""

from collections.abc import Iterable

from graph.entities.world import FOLDER, World
from graph.entities.world.load import load_entries
from graph.entities.world.senses import senses_of

FORMS = frozenset({"name", "adjective", "person", "people"})
"""Words by which people look for a country; not its capital, which is a place as well."""


def aliases_of(names: Iterable[str], table: World | None = None) -> dict[str, list[str]]:
    """Return what the world table calls those of `names` that it knows, in its order, each word once.

    `table` may hold a user's own names as well (None: the built-in ones alone).
    """
    wanted = set(names)
    found: dict[str, dict[str, None]] = {}
    for entry in (*load_entries(FOLDER), *(table.own if table else ())):
        if entry.entity.name in wanted:
            for alias, sense in senses_of(entry):
                if sense.form in FORMS and alias != entry.entity.name:
                    found.setdefault(entry.entity.name, {})[alias] = None
    return {name: list(aliases) for name, aliases in sorted(found.items())}
