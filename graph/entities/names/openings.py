"""A name that no table knows → its kind, as its first word tells it, or the word for a killing behind it.

"Jabhat al-Zelma" is a body, "Marj al-Zelma" a place; "the Berg killing" and "anti-Berg" tell persons.
"""

from graph.data_files import union
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.records import Kind
from graph.syntax.tree import Span


def opened_kind(span: Span) -> Kind | None:
    """Return the kind that the first word of a name tells: "Jabhat al-Zelma", "Marj al-Zelma", "Upper Zelma"."""
    if len(span) < 2:
        return None
    first = span[0].lower_
    if first in nouns().body_openings:
        return "organisation"
    placed = first in nouns().place_openings or (first in nouns().doubtful_openings and span.label_ == "PERSON")
    if not placed or span.label_ not in ("PERSON", "ORG", "NORP"):
        return None
    bodies = union(nouns().named, nouns().groups, common_words())
    return "place" if all(t.lower_ not in bodies for t in span[1:]) else None


def is_victim(span: Span) -> bool:
    """Whether a word says that one is a person: "the | Berg | killing", "the anti- | Berg | coalition"."""
    doc, start, end = span.doc, span.start, span.end
    if len(span) > 1 or not span.text.istitle():
        return False
    if end < len(doc) and doc[end].lower_ in nouns().killings and doc[end].tag_ == "NN":
        return span.root.dep_ in ("compound", "nmod", "poss")
    anti = start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ == "anti"
    return anti and span.label_ == "NORP" and not span.text.endswith(tuple(nouns().demonyms))
