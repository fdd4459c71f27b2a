"""A name that the model took for a body or place → whether a forename says that it is a person's: "Kofi Almagro"."""

from graph.data_files import union
from graph.entities.names.firms import is_firm
from graph.entities.words.common import common_words
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world import World
from graph.syntax.tree import Doc, Span, Token

LONGEST = 4  # words
SHORT = 2  # letters
WAYS = frozenset({"highway", "road", "motorway", "freeway", "heights", "springs", "gardens", "square", "tower"})
PARTS = frozenset("al el bin ibn abu des de da del van von der di du la le dos".split())
JOINED = frozenset({"and", "&"})


def is_forenamed(span: Span, world: World) -> bool:
    """Whether a name is a forename and a surname: "Kofi Almagro", "Ama-Lisa de Vries"; not so "Kofi Almagro Dam"."""
    doc, words = span.doc, [t for t in span if t.text != "-"]
    if not 1 < len(words) <= LONGEST or not _is_forename(words[0].text) or is_firm(span) or len(words) < len(span) - 2:
        return False
    if (span.start and doc[span.start - 1].lower_ in ("the", "a", "an")) or (len(span) == 3 and span[1].text == "-"):
        return False  # "the Maria Soler", a ship; "Allen-Almagro", a company
    behind = doc[span.end] if span.end < len(doc) else None
    if behind is not None and (behind.lower_ in JOINED and _is_sons(doc, span.end + 1)):
        return False
    if len(words) == 2 and any(s.form == "capital" for s in world.senses(words[1].text)):
        return False
    named = behind is not None and behind.text[:1].isupper() and behind.tag_ in ("NNP", "NNPS") and _is_body(behind)
    return (
        not named and all(_is_surname(t, world) for t in words[1:] if t.lower_ not in PARTS) and not _is_body(span[-1])
    )


def _is_forename(word: str) -> bool:
    return word in forenames() or word == "Abu"


def _is_surname(token: Token, world: World) -> bool:
    word = token.text
    initial = len(word) == SHORT and word[1] == "."
    plain = word[:1].isupper() and (not word.isupper() or len(word) == 1) and token.is_alpha
    if not (plain or initial):
        return False
    told = token.lower_ in common_words() or token.lower_ in WAYS
    known = any(s.form not in ("city", "capital") for s in world.senses(word))
    return not told and not known and not _is_body(token)


def _is_body(token: Token) -> bool:
    """Whether a word is one of bodies, places or papers: "Foundation", "Island", "Prize"."""
    words = union(nouns().named, nouns().sites, nouns().places, nouns().groups, nouns().agents, nouns().ministries)
    words = union(words, nouns().events, nouns().papers, nouns().treaties, nouns().incorporated, nouns().weapons)
    lower = token.lower_
    return lower in words or lower.removesuffix("s") in words


def _is_sons(doc: Doc, place: int) -> bool:
    return place < len(doc) and doc[place].lower_.rstrip(".") in {"co", "sons", "company", "partners", "associates"}
