"""Names as two annotators may write them → the form in which they are compared."""

import functools
import re
import tomllib
import unicodedata

from graph.data_files import DATA
from graph.entities.world import people, world

FILE = DATA / "same_names.toml"


@functools.lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """Fold case, accents, punctuation, a leading "the" and a trailing possessive; map well-known other names."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    flat = re.sub(r"'s\b|'$", "", flat.strip()).replace(".", "")
    flat = re.sub(r"[^a-z0-9]+", " ", flat.replace("'", "")).strip()
    flat = flat.removeprefix("the ")
    return _same().get(flat, flat)


@functools.lru_cache(maxsize=50_000)
def words(text: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(folded(text).split())


def same_bearer(owed: str, said: str) -> bool:
    """Say whether a canonical name is that of the entity that gold calls `owed`.

    Gold may call it by another name that the world table or the table of well-known people has ("Daesh" for the
    Islamic State), or a person by a surname, where the text says no more.
    """
    one, other = folded(owed), folded(said)
    if one == other or _bearer(owed) == other:
        return True
    return " " not in owed and said in people().known_as(owed)


@functools.lru_cache(maxsize=50_000)
def _bearer(name: str) -> str | None:
    """Return the canonical name, folded, of what a name alone means; None where that is open."""
    senses = [s for s in world().senses(name) if s.form in ("name", "people")]
    if len(senses) == 1 and not senses[0].ambiguous:
        return folded(senses[0].entity.name)
    called = people().called(name)
    return folded(called) if called else None


@functools.cache
def _same() -> dict[str, str]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {other: name for name, others in table.items() for other in others}
