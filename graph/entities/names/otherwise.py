"""Words of the world table → whether the words behind them say that they name an ocean, a language, a ship, a cup.

"The Indian and Atlantic Oceans" are not India's, "Kurdish-speaking" names no Kurds, "the Almagro destroyer" no town.
"""

from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.nobody import honour_before, is_model
from graph.entities.words.nouns import nouns
from graph.entities.world import Sense
from graph.entities.world import world as shipped
from graph.syntax.labels import DASHES
from graph.syntax.tree import Doc

JOINTS = frozenset({",", "and", "or", "the"})
ETHNIC = frozenset({"ethnic", "ethnically"})
INTO = frozenset({"in", "into"})
SPEAKING = frozenset({"speak", "learn", "teach", "understand"})
WARS = frozenset({"War", "Wars", "Spring"})
LANDS = frozenset({"country", "people", "place", "territory"})
SHORT = 2  # tokens: "FIFA | World Cup"


def names_other(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether words of the table are a part of what names an ocean, a language, a ship, a cup or an order."""
    honour = honour_before(doc, start)
    if honour is not None and honour.tag_ in ("NNP", "NN"):
        return True  # "the Order of | Lenin |", "Hero of | Chad |"
    if senses[0].entity.kind == "country" and start and doc[start - 1].lower_ in ETHNIC:
        return True  # "ethnic | Chadians |" of Niger
    if end >= len(doc):
        return False
    behind, following = doc[end], doc[end + 1].text if end + 1 < len(doc) else ""
    entity, form = senses[0].entity, senses[0].form
    if form == "adjective" and doc[start].text == "Indian" and _is_ocean(doc, end):
        return True
    if behind.text == "-" and following.lower() in nouns().language:
        return True  # "Kurdish-speaking villagers"
    if form == "adjective" and (behind.lower_ in nouns().written or _is_language(doc, start, end)):
        return True  # "the | Persian | language", "published in | Persian |"
    if entity.kind == "organisation" and is_model(doc, end):
        return True  # "a | Boeing | 737"
    if (form == "city" or entity.kind == "place") and behind.lower_ in nouns().warships and behind.text.islower():
        return behind.dep_ not in ("compound", "nmod")  # "the | Almagro | destroyer"
    if form == "city" and behind.lower_ in nouns().sports and following.lower() in nouns().teams:
        return True  # "the | Almagro | hockey team"
    cup = doc[end : end + SHORT] if entity.kind == "organisation" else ()
    if any(t.text.istitle() and t.lower_ in nouns().cups for t in cup):
        return behind.text[:1].isupper()  # "the FIFA World Cup"
    war = behind.text in WARS and not following.istitle()  # not "the Chadian War Minister"
    if war and entity.kind in LANDS and form in ("name", "adjective"):
        return start == 0 or doc[start - 1].text not in DASHES  # "the | Vietnam | War", "the | Arab | Spring"
    point = doc[start].lower_ in nouns().compass
    if point and start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in nouns().compass:
        return behind.lower_ in nouns().routes  # "the North-West corridor"
    titled = doc[start].text.istitle() and end - start == 1
    if point and titled and form == "adjective" and _is_country(behind.text):
        return True  # "in | Western | Syria"
    nation = behind.lower_ == "of" and doc[end - 1].lower_ in union(nouns().countries, nouns().divisions)
    return nation and entity.kind in ("place", "people") and _is_country(following)


def _is_language(doc: Doc, start: int, end: int) -> bool:
    """Whether an adjective alone behind "in" or a verb of speaking is a language: "wrote in | Persian |"."""
    before = doc[start - 1] if start else None
    if before is None or end - start > 1 or doc[start].dep_ not in ("pobj", "dobj") or doc[start].text.endswith("s"):
        return False
    return before.lower_ in INTO or before.lemma_.lower() in SPEAKING


def _is_ocean(doc: Doc, place: int) -> bool:
    """Whether a list of oceans goes on at a token: "Indian | , Pacific and Atlantic oceans"."""
    while place < len(doc) and doc[place].lower_ in union(nouns().oceans, JOINTS):
        place += 1
    return place < len(doc) and doc[place].lower_ in ("ocean", "oceans")


def _is_country(word: str) -> bool:
    """Whether a word is a country's name."""
    senses = shipped().senses(word)
    return bool(senses) and senses[0].entity.kind == "country" and senses[0].form == "name"
