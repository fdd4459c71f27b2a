"""A parsed text → the names that the world table knows, longest first."""

from collections.abc import Iterator, Sequence

from graph.entities.name import Name, name_of
from graph.entities.world import Sense, World
from graph.syntax.tree import Doc

AMERICA = "United States"  # whose towns bear the names of the world's, and are told apart by their state
LOWER_STARTS = frozenset({"al", "el", "an", "as", "at", "ad", "ibn", "bin", "de", "la", "western", "developing"})


def world_names(doc: Doc, world: World, blocked: Sequence[bool]) -> Iterator[Name]:
    """Yield the longest world-table names at each capitalised token that no longer name holds."""
    words = [t.text for t in doc]
    i = 0
    while i < len(doc):
        end = i
        if not blocked[i] and (words[i] in LOWER_STARTS or not words[i].islower()):
            end = world.longest(words, i)
            end = min(end, doc[i].sent.end) if end > i else i
            while end > i + 1 and doc[end - 1].tag_ == "POS":
                end -= 1
        if end > i and not any(blocked[i:end]):
            senses = world.senses(doc[i:end].text)
            if senses and not _part_of_longer(doc, i, end, senses):
                yield name_of(doc[i:end], _placed(doc, i, end, senses, world))
                i = end
                continue
        i += 1


def _part_of_longer(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether what looks like a city is part of another name: "Bush" and "Molina" are towns too."""
    if senses[0].form != "city":
        return False
    if doc[start].ent_type_ not in ("GPE", "LOC", "FAC"):
        return True
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    return any(t is not None and t.tag_ == "NNP" and t.ent_type_ not in ("DATE", "GPE", "") for t in (before, after))


def _placed(doc: Doc, start: int, end: int, senses: Sequence[Sense], world: World) -> Sequence[Sense]:
    """Return only the sense that a neighbour behind a comma asks for: "Atlanta, Georgia", "Moscow, Idaho"; else all."""
    if start >= 2 and doc[start - 1].text == ",":
        states = [s for s in senses if s.entity.country == AMERICA]
        before = world.senses(doc[start - 2].text) if states else ()
        if any(s.form == "city" and s.entity.country == AMERICA for s in before):
            return states[:1]
    if len(senses) > 1 and end + 1 < len(doc) and doc[end].text == ",":
        towns = [s for s in senses if s.form == "city" and s.entity.country == AMERICA]
        behind = world.senses(doc[end + 1].text) if towns else ()
        if behind and behind[0].form == "name" and behind[0].entity.country == AMERICA:
            return towns[:1]
    return senses
