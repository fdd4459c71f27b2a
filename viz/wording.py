"""Names and relations in, how a sentence says them out: "the United States", "opposes", "is to visit".

Which names take "the" or a verb in the plural stands in graph/data/wording.toml, the forms of a relation's verb in the
file that declares it. A relation without them is said as it says itself, whatever stands before it.
"""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from graph.data_files import DATA
from graph.schema import RelationType

MOODS = ("actual", "planned", "possible", "past")
"""How a line may be told: as a fact, as planned, as possible, as a fact of the past."""

HEADED = frozenset({"organisation", "bloc", "territory", "place"})
"""The kinds of names that are judged by their words; a person called Guards takes no article."""


def phrase(name: str, kind: str | None) -> str:
    """Return a name as it stands within a sentence: "the United States"."""
    return f"the {name}" if not name.lower().startswith("the ") and _fits("the", name, kind) else name


def is_many(name: str, kind: str | None) -> bool:
    """Return whether the verb after a name stands in the plural: "the Palestinians oppose"."""
    return _fits("many", name, kind)


def forms_of(relation: RelationType) -> dict[str, list[str]]:
    """Return how a relation is said in each mood: of one, of many, denied of one, denied of many."""
    if not relation.verb:
        return {mood: [relation.said, relation.said, relation.denied, relation.denied] for mood in MOODS}
    base, third, past = relation.verb
    was = [past, past, f"did not {base}", f"did not {base}"]
    now = [third, base, f"does not {base}", f"do not {base}"]
    return {
        "actual": was if relation.said == past else now,
        "planned": [f"is to {base}", f"are to {base}", f"is not to {base}", f"are not to {base}"],
        "possible": [f"may {base}", f"may {base}", f"may not {base}", f"may not {base}"],
        "past": was,
    }


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    with (DATA / "wording.toml").open("rb") as file:
        found = tomllib.load(file)
    return {rule: {key: frozenset(words) for key, words in table.items()} for rule, table in found.items()}


def _fits(rule: str, name: str, kind: str | None) -> bool:
    said: Mapping[str, Collection[str]] = _rules()[rule]
    if name in said["never"]:
        return False
    if kind in said["kinds"] or name in said["names"]:
        return True
    words = name.split(" ")
    if kind not in HEADED or len(words) < 2:
        return False
    before = {word for word, after in pairwise(words) if after in ("of", "for", "on")}
    return words[-1] in said["last"] or bool(before & set(said["of"]))
