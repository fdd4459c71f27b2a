"""A parsed text → what it calls its storms and operations: "Typhoon Marisol", "Operation Silver Birch", "Marisol".

Nobody is meant by them, wherever the text says them again.
"""

from collections.abc import Iterator

from graph.data_files import union
from graph.entities.names.name import QUOTES
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people
from graph.syntax.tree import Doc

STORMS = frozenset({"Cyclone", "Hurricane", "Typhoon", "Superstorm"})
LESSER = frozenset({"Storm", "Depression"})  # "Tropical Storm Marisol"; not so "Storm Marisol", who may be somebody
LONGEST = 3  # words of an operation's name


def called(doc: Doc, world: World) -> Iterator[str]:
    """Yield the names of storms and operations, with and without the word for them."""
    for token in doc:
        told = token.text in STORMS or (token.text in LESSER and token.i and doc[token.i - 1].text == "Tropical")
        if not (told or token.text == "Operation") or token.i + 1 >= len(doc):
            continue
        name = _behind(doc, token.i + 1, 1 if told else LONGEST)
        if name and all(s.form == "city" for s in world.senses(name)) and not people().known_as(name):
            yield from (name, f"{token.text} {name}", f"Tropical {token.text} {name}", f"{name} {token.text}")


def _behind(doc: Doc, start: int, longest: int) -> str:
    """Return the large words, so many at most, that start at a token, a quotation mark before them aside."""
    start += doc[start].text in QUOTES
    end = start
    while end < min(start + longest, len(doc)) and doc[end].text[:1].isupper():
        end += 1
    name = doc[start:end]
    bodies = union(nouns().named, nouns().holders, nouns().titles)
    return "" if any(t.lower_ in bodies for t in name) else str(name.text)
