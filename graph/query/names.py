"""A name as a person writes it in, the names of the graph that it may mean out."""

import unicodedata
from collections.abc import Iterable

import networkx as nx

from graph.errors import UsageError, in_words
from graph.kg.own import check_graph, project_of

UNDECOMPOSED = str.maketrans(dict(zip("ıøđłəðæœþ", ("i", "o", "d", "l", "e", "d", "ae", "oe", "th"), strict=True)))
"""Letters that Unicode does not take apart into a plain letter and an accent."""


LEAST_PREFIX = 3
"""So many letters at least are taken for the beginning of a name."""


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
    check_graph(kg)
    wanted = fold(text)
    found = [name for name, forms in _forms(kg).items() if wanted in forms]
    found = found or _by_the_world_table(kg, text) or _by_last_name(kg, wanted)
    return tuple(sorted(found, key=lambda name: (fold(name) != wanted, -kg.nodes[name].get("mentions", 0), name)))


def resolve(kg: nx.MultiDiGraph, text: str) -> str:
    """Return the one canonical name that `text` means. Raises UnknownNameError or AmbiguousNameError."""
    check_graph(kg)
    if not isinstance(text, str):
        raise UsageError(f"a name is a text, not {type(text).__name__}")
    if text in kg:
        return text
    found = find(kg, text)
    named = [name for name in found if fold(name) == fold(text)]
    if len(found) == 1 or len(named) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(f'"{text}" may mean {either(found)}; give the whole name')
    if near := nearest(kg, text):
        raise UnknownNameError(f'no "{text}" in this graph; did you mean {either(near)}?')
    error = UnknownNameError(f'no "{text}" in this graph: no statement is about it')
    error.on_the_command_line = ". “entente names” lists all names"
    raise error


def resolve_speaker(kg: nx.MultiDiGraph, text: str) -> tuple[str, ...]:
    """Return the names that `text` may mean as one who says statements: as it is said, or a name of the graph.

    Raises UnknownNameError for who says none and has no part in any, AmbiguousNameError.
    """
    speakers = {s.attributed_to for *_, said in kg.edges(data="evidence", default=()) for s in said if s.attributed_to}
    found = tuple(name for name in sorted(speakers) if fold(name) == fold(text))
    return found or (resolve(kg, text),)


def nearest(kg: nx.MultiDiGraph, text: str, limit: int = 3) -> tuple[str, ...]:
    """Return at most `limit` canonical names that may have been meant, the likeliest first.

    These are names with few slips in `text` ("Borlnd"), names that begin with it ("Azer"), and names that share a
    word with it ("Mrs. Berg"); a name that merely looks alike ("Albania" for "Atlantis") is none.
    """
    wanted = fold(text)
    of: dict[str, str] = {}
    for name, forms in _forms(kg).items():
        for form in forms:
            of.setdefault(form, name)
    ranked = sorted((rank, form) for form in of if (rank := _rank(wanted, form)) is not None)
    return tuple(dict.fromkeys(of[form] for _, form in ranked))[:limit]


def _rank(wanted: str, form: str) -> int | None:
    """Return how far a form is from what was written: slips, then its beginning, then a shared word; None: too far."""
    slips = edits(wanted, form, most=min(2, len(wanted) // 4))
    if slips is not None:
        return slips
    if len(wanted) >= LEAST_PREFIX and form.startswith(wanted):
        return 3
    return 4 if set(wanted.split()) & set(form.split()) else None


def edits(one: str, other: str, most: int) -> int | None:
    """Return how many letters are to be put in, left out, changed, or swapped with the next, None for more than `most`.

    edits("borlnd", "borland", most=2) == 1
    """
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1] if row[-1] <= most else None


def _by_the_world_table(kg: nx.MultiDiGraph, text: str) -> list[str]:
    senses = [sense for form in (text, text.title(), text.upper()) for sense in project_of(kg).world.senses(form)]
    meant = (entity.name for s in senses for entity in (s.entity, s.place) if entity is not None)
    return [name for name in dict.fromkeys(meant) if name in kg]


def _by_last_name(kg: nx.MultiDiGraph, wanted: str) -> list[str]:
    persons = (name for name, kind in kg.nodes(data="kind") if kind == "person")
    return [name for name in persons if wanted and fold(name).endswith(f" {wanted}")]


def _forms(kg: nx.MultiDiGraph) -> dict[str, set[str]]:
    """Return the folded forms of each name."""
    return {name: {fold(form) for form in (name, *data.get("names", ()))} for name, data in kg.nodes(data=True)}


def either(names: Iterable[str]) -> str:
    """Return names in words: "A", "B" or "C"."""
    return in_words([f'"{name}"' for name in names], "or")
