"""A place's name that several places bear → that which the words beside it, or the text, mean.

"The Omsk and Tula regions" are two regions and no towns; the Far East of a text on Russia is not that of Asia.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.entities.names.name import Name, sense_of
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import World
from graph.syntax.labels import GENITIVES
from graph.syntax.tree import Doc, Token

LISTED = frozenset({",", "and", "or"})
LONGEST = 16  # tokens of a list
FORMS = frozenset({"city", "capital", "seat", "name"})


def division(name: Name, doc: Doc, world: World) -> Name | None:
    """Return a name on a list as that of the division that the noun behind it says: "the Omsk and Tula regions"."""
    if name.form not in FORMS or name.end >= len(doc) or not _may_go_on(doc[name.end]):
        return None
    words = doc[name.start : name.end].text
    for noun in _nouns_behind(name, doc):
        for sense in world.senses(f"{words} {noun}"):
            if sense.entity.kind == "territory" and sense.form == "name":
                return replace(name, entity=sense.entity, form="name", place=None)
    return None


def _may_go_on(behind: Token) -> bool:
    return behind.lower_ in LISTED or behind.lower_ == "people" or _one_of(behind.lower_) in nouns().divisions


def _nouns_behind(name: Name, doc: Doc) -> Iterator[str]:
    """Yield what each on a list is, if a plural noun ends it: "Region", behind ", Tula and Kursk regions"."""
    joined, first = name.start > 0 and doc[name.start - 1].lower_ in ("and", "or"), ""
    for token in doc[name.end : name.end + LONGEST]:
        joined = joined or token.lower_ in ("and", "or")
        one = _one_of(token.lower_)
        if joined and one in nouns().divisions:
            yield f"{first}{one.title()}"
            return
        if joined and token.lower_ == "people":
            first = "People's "  # "the Donetsk and Luhansk people's republics"
        elif token.text not in LISTED | GENITIVES and token.text != "-" and not token.text[:1].isupper():
            return


def _one_of(plural: str) -> str:
    """Return what one of several is, "" for what is no plural: "territories", "regions"."""
    return singular(plural) if plural.endswith("s") else ""


def borne(name: Name, counted: Counter[str], doc: Doc, world: World) -> Name | None:
    """Return a region as that of its name in the state that the text names most often: "the Far East" of Russia."""
    if name.entity.kind != "place" or name.form != "name" or not counted:
        return None
    said = world.senses(doc[name.start : name.end].text)
    if len(said) < 2 or not said[0].ambiguous:
        return None
    foremost = counted.most_common(1)[0][0]
    places = [s for s in said if s.entity.kind == "place" and s.form == "name"]
    best = sense_of(places, {foremost})
    return replace(name, entity=best.entity) if best is not None else None


def states_named(names: Sequence[Name]) -> Counter[str]:
    """Count how often a text names each state, a part or a body of it."""
    states = (n.entity.name if n.entity.kind == "country" else n.entity.country for n in names if n.form != "city")
    return Counter(state for state in states if state is not None)
