"""A capital's name → whether it is the place where it stands: "in Doha", "Doha airport"; not "Doha condemned it"."""

import re

from graph.entities.names.name import Name
from graph.entities.words.nouns import nouns
from graph.syntax.tree import Doc

WHERE = frozenset({"in", "across", "throughout", "within", "inside", "around", "from", "outside"})
NEARBY = frozenset({"at", "to", "near"})
INSIDE = (WHERE | NEARBY) - {"from", "to"}  # "officials from Doha", "ties to Doha" are its country's


def is_where(name: Name, doc: Doc) -> bool:
    """Whether a name may say where something happens: "met in Doha"; "officials in Doha" are those of its country."""
    return bool(name.start) and doc[name.start - 1].lower_ in WHERE | NEARBY and not _seats(name, doc)


def is_place(name: Name, doc: Doc) -> bool:
    """Whether a capital certainly is the place, and not its country: "in Doha", "the capital, Doha", "Doha airport"."""
    if name.place is None:
        return False
    before = [t.lower_ for t in doc[max(name.start - 2, 0) : name.start]]
    if before[-1:] and before[-1] in INSIDE:
        return not _seats(name, doc)
    if before[-1:] == ["capital"] or before == ["capital", ","]:
        return True
    behind = doc[name.end] if name.end < len(doc) else None
    return behind is not None and behind.text.islower() and behind.lower_ in nouns().sites | {"city", "airport"}


def is_of_meeting(name: Name, doc: Doc) -> bool:
    """Whether a capital only says where or by what name something is held: "the Kampala talks"."""
    return name.end < len(doc) and doc[name.end].lower_ in nouns().meetings and doc[name.end].text.islower()


def _seats(name: Name, doc: Doc) -> bool:
    """Whether who stands before the preposition acts for the country: "officials in Doha"."""
    before = doc[max(name.start - 2, 0)].lower_  # only words are looked at: the text may not be parsed there
    return re.sub("ies$", "y", before).removesuffix("s") in nouns().seated
