"""A name as a person writes it in, the names of the graph that it may mean out."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

import networkx as nx

from graph.errors import UsageError
from graph.kg.own import project_of

UNDECOMPOSED = str.maketrans(dict(zip("ıøđłəðæœþ", ("i", "o", "d", "l", "e", "d", "ae", "oe", "th"), strict=True)))
"""Letters that Unicode does not take apart into a plain letter and an accent."""


class UnknownNameError(UsageError, KeyError):
    """The graph has nothing of this name; the text tells the names that come near."""

    def __str__(self) -> str:
        return str(self.args[0])


class AmbiguousNameError(UsageError, KeyError):
    """The graph has several things of this name; the text tells which."""

    def __str__(self) -> str:
        return str(self.args[0])


def fold(text: str) -> str:
    """Return `text` without case, accents, points and doubled spaces: "U.S. Türkiye" is "us turkiye"."""
    text = text.casefold().translate(UNDECOMPOSED)
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else "" if c in ".'’" else " " for c in letters).split()
    return " ".join(words)


def find(kg: nx.MultiDiGraph, text: str) -> tuple[str, ...]:
    """Return the canonical names that `text` may mean: those so named first, then by number of mentions.

    `text` may be any form that the texts use of a thing; case, accents and points do not matter. Where the texts do
    not use it, the world table is asked ("US" finds the United States in a text that says "American" only), then the
    last names of persons.
    """
    wanted = fold(text)
    found = [name for name, forms in _forms(kg).items() if wanted in forms]
    found = found or _by_the_world_table(kg, text) or _by_last_name(kg, wanted)
    return tuple(sorted(found, key=lambda name: (fold(name) != wanted, -kg.nodes[name]["mentions"], name)))


def resolve(kg: nx.MultiDiGraph, text: str) -> str:
    """Return the one canonical name that `text` means. Raises UnknownNameError or AmbiguousNameError."""
    if text in kg:
        return text
    found = find(kg, text)
    named = [name for name in found if fold(name) == fold(text)]
    if len(found) == 1 or len(named) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(f'"{text}" may mean {_either(found)}; give the whole name')
    near = nearest(kg, text)
    hint = f"; did you mean {_either(near)}?" if near else ""
    raise UnknownNameError(f'the graph has no "{text}"{hint}')


def nearest(kg: nx.MultiDiGraph, text: str, limit: int = 3) -> tuple[str, ...]:
    """Return at most `limit` canonical names that look like `text` or share a word with it."""
    wanted = fold(text)
    of: dict[str, str] = {}
    for name, forms in _forms(kg).items():
        for form in forms:
            of.setdefault(form, name)
    shared = [form for form in of if set(wanted.split()) & set(form.split())]
    alike = get_close_matches(wanted, of, n=limit, cutoff=0.7)
    return tuple(dict.fromkeys(of[form] for form in [*alike, *sorted(shared)]))[:limit]


def _by_the_world_table(kg: nx.MultiDiGraph, text: str) -> list[str]:
    senses = [sense for form in (text, text.title(), text.upper()) for sense in project_of(kg).world.senses(form)]
    meant = (entity.name for s in senses for entity in (s.entity, s.place) if entity is not None)
    return [name for name in dict.fromkeys(meant) if name in kg]


def _by_last_name(kg: nx.MultiDiGraph, wanted: str) -> list[str]:
    persons = (name for name, kind in kg.nodes(data="kind") if kind == "person")
    return [name for name in persons if wanted and fold(name).endswith(f" {wanted}")]


def _forms(kg: nx.MultiDiGraph) -> dict[str, set[str]]:
    """Return the folded forms of each name."""
    return {name: {fold(form) for form in (name, *data["names"])} for name, data in kg.nodes(data=True)}


def _either(names: Iterable[str]) -> str:
    *most, last = (f'"{name}"' for name in names)
    return f"{', '.join(most)} or {last}" if most else last
