"""Words of the world table → whether the words behind them say that they name an ocean, a language, a ship, a cup.

"The Indian and Atlantic Oceans" are not India's, "Kurdish-speaking" names no Kurds, "the Almagro destroyer" no town.
"""

from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.beside import SPORTS
from graph.entities.names.nobody import POINTS
from graph.entities.words.nouns import nouns
from graph.entities.world import Sense
from graph.entities.world import world as shipped
from graph.syntax.tree import Doc, Token

OCEANS = frozenset({"indian", "pacific", "atlantic", "arctic", "southern", ",", "and", "or", "the"})
TONGUES = frozenset({"speaking", "language", "speaker", "speakers"})
SEATED = frozenset({"destroyer", "frigate", "corvette", "warship", "cruiser", "minesweeper", "battleship", "gunboat"})
CUPS = frozenset({"Cup", "Championship", "Championships", "Games", "Olympics"})
TEAMS = frozenset({"team", "club", "side", "squad"})
SIDES = frozenset({"Western", "Eastern"})
ORDERS = frozenset({"Order", "Medal", "Hero"})
WAYS = frozenset({"axis", "corridor", "corridors", "highway", "railway", "route", "routes"})
SHORT = 2  # tokens: "FIFA | World Cup"


def names_other(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether words of the table are a part of what names an ocean, a language, a ship, a cup or an order."""
    behind = doc[end] if end < len(doc) else None
    if start > 1 and doc[start - 1 - (doc[start - 1].lower_ == "the" and start > 2)].lower_ == "of":
        place = start - 2 - (doc[start - 1].lower_ == "the")
        if place >= 0 and doc[place].text in ORDERS and doc[place].tag_ in ("NNP", "NN"):
            return True  # "the Order of | Lenin |", "Hero of | Chad |"
    if behind is None:
        return False
    entity, form = senses[0].entity, senses[0].form
    if form == "adjective" and doc[start].text == "Indian" and _is_ocean(doc, end):
        return True
    if behind.text == "-" and end + 1 < len(doc) and doc[end + 1].lower_ in TONGUES:
        return True  # "Kurdish-speaking villagers"
    if (form == "city" or entity.kind == "place") and behind.lower_ in SEATED and behind.text.islower():
        return behind.dep_ not in ("compound", "nmod")  # "the | Almagro | destroyer"
    if form == "city" and behind.lower_ in SPORTS and end + 1 < len(doc) and doc[end + 1].lower_ in TEAMS:
        return True  # "the | Almagro | hockey team"
    if entity.kind == "organisation" and any(t.text in CUPS for t in doc[end : end + SHORT]):
        return all(t.text[:1].isupper() for t in doc[end : end + 1])  # "the FIFA World Cup"
    if start > 1 and doc[start - 1].text == "-" and doc[start].lower_ in POINTS and doc[start - 2].lower_ in POINTS:
        return behind.lower_ in WAYS  # "the North-West corridor"
    if end - start == 1 and doc[start].text in SIDES and _is_land(behind):
        return True  # "in | Western | Syria"
    nation = behind.lower_ == "of" and doc[end - 1].lower_ in union(nouns().countries, nouns().divisions)
    return nation and entity.kind in ("place", "people") and end + 1 < len(doc) and _is_land(doc[end + 1])


def _is_ocean(doc: Doc, place: int) -> bool:
    """Whether a list of oceans goes on at a token: "Indian | , Pacific and Atlantic oceans"."""
    while place < len(doc) and doc[place].lower_ in OCEANS:
        place += 1
    return place < len(doc) and doc[place].lower_ in ("ocean", "oceans")


def _is_land(token: Token) -> bool:
    """Whether a word is a country's name."""
    senses = shipped().senses(token.text)
    return bool(senses) and senses[0].entity.kind == "country" and senses[0].form == "name"
