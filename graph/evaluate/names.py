"""Names as two annotators may write them → the form in which they are compared."""

import functools
import re
import tomllib
import unicodedata

from graph.data_files import DATA
from graph.entities.world import people, world

FILE = DATA / "same_names.toml"
OWNERS = (1, 2)  # words of a country before what it owns: "Malta's", "South Korean"
HONORIFICS = frozenset({"dame", "lady", "lord", "sayed", "sayyed", "sayyid", "seyed", "seyyed", "sir", "syed"})
"""Words before a person's name that are no part of it."""


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
    Islamic State), or a person by a surname, where the text says no more; a person with an honorific ("Sir Ivo Lang"),
    or a body with its country otherwise ("Malta's Foreign Ministry", "Maltese Foreign Ministry").
    """
    one, other = folded(owed), folded(said)
    if one == other or _bearer(owed) == other or _plain(owed) == _plain(said):
        return True
    return " " not in owed and said in people().known_as(owed)


@functools.lru_cache(maxsize=50_000)
def _plain(name: str) -> tuple[str, str]:
    """Return whose a body is, and what, folded; of other names nobody's, and the name without an honorific."""
    flat = folded(name)
    first, _, rest = flat.partition(" ")
    if first in HONORIFICS and " " in rest:
        return "", rest
    parts = name.split()
    for count in OWNERS:
        owner, thing = " ".join(parts[:count]), folded(" ".join(parts[count:]))
        if thing and (state := _state(owner)):
            return state, thing
    return "", flat


def _state(owner: str) -> str | None:
    """Return the country of "Malta's" or "Maltese"; None for other words."""
    name = re.sub(r"['’]s?$", "", owner)
    senses = [s for s in world().senses(name) if (s.form == "adjective") == (name == owner)]
    countries = [s.entity for s in senses if s.entity.kind in ("country", "territory")]
    return folded(countries[0].name) if countries else None


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
