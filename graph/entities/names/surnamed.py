"""The names of a text → the same, a land or town whose name a person of the text bears as that person: "Jordan said".

Only behind his full name, where nothing else in the text names the land, and nothing says that it is one: "in Jordan".
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.names.name import Name
from graph.entities.names.whereabouts import NEARBY, WHERE
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world.people import korean_surnames
from graph.records import Entity
from graph.syntax.labels import SUBJECTS
from graph.syntax.tree import Doc

BEFORE = WHERE | NEARBY | {"of", "between", "the", ","}
LONG = 4  # tokens of a Korean's name
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "poss", "dobj", "pobj", "agent", "conj", "appos", "dative", "attr", "ROOT"}
)


def surnamed(names: Sequence[Name], doc: Doc) -> list[Name]:
    """Return the names, those that are a person's surname as the person's."""
    persons: dict[str, int] = {}
    for name in names:
        if name.entity.kind == "person" and name.end - name.start > 1 and _is_certain(name, doc):
            persons.setdefault(doc[name.end - 1].text, name.end)
        elif name.entity.kind == "person" and _is_korean(name, doc):
            persons.setdefault(doc[name.start].text, name.end)
    alone = [n for n in names if n.end - n.start == 1 and doc[n.start].text in persons and n.entity.kind != "person"]
    if not alone:
        return list(names)
    otherwise = {n.entity.name for n in names if doc[n.start : n.end].text not in persons}
    ends = {n.end for n in names}
    return [_person(n, doc) if n in alone and _is_his(n, persons, otherwise, ends, doc) else n for n in names]


def _is_certain(name: Name, doc: Doc) -> bool:
    """Whether a forename or a title says that a name is a person's; not so "Occupied Golan"."""
    before = doc[name.start - 1].lower_ if name.start else ""
    return doc[name.start].text in forenames() or before in union(nouns().titles, nouns().holders, nouns().chiefs)


def _is_korean(name: Name, doc: Doc) -> bool:
    """Whether a name begins with a Korean surname, a hyphen in the forename: "Pak Ui-chun"; "Pak" is he, no land."""
    return name.end - name.start == LONG and doc[name.start].text in korean_surnames() and doc[name.end - 2].text == "-"


def _is_his(name: Name, persons: dict[str, int], otherwise: set[str], ends: set[int], doc: Doc) -> bool:
    token = doc[name.start]
    if name.start < persons[token.text] or name.entity.name in otherwise or token.dep_ not in ARGUMENTS:
        return False
    before = doc[name.start - 1].lower_ if name.start else ""
    if name.form in ("capital", "seat"):  # which may act: "Washington accused Togo"
        return before in nouns().titles
    if before == "," and token.dep_ in SUBJECTS:  # "In 1937, Jordan called for"; not "Aqaba, Jordan, was hit"
        return name.start - 1 not in ends
    return before not in BEFORE


def _person(name: Name, doc: Doc) -> Name:
    return replace(name, entity=Entity(doc[name.start].text, "person"), form="name", place=None)
