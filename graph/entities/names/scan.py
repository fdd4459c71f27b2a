"""A parsed text → the names that the world table knows, longest first."""

from collections.abc import Iterator, Sequence

from graph.data_files import union
from graph.entities.names.firms import is_firms
from graph.entities.names.name import Name, is_of_another, name_of
from graph.entities.names.nobody import is_weapon
from graph.entities.names.otherwise import names_other
from graph.entities.names.things import is_ship
from graph.entities.words.nouns import nouns
from graph.entities.world import Sense, World, people
from graph.entities.world import world as shipped
from graph.records import Entity
from graph.syntax.tree import Doc, Span, Token

AMERICA = "United States"  # whose towns bear the names of the world's, and are told apart by their state
ABBREVIATED = 6  # letters: "Conn", "Mass"
DIRECTIONS = frozenset({"north", "south", "east", "west", "central", "greater", "downtown", "old", "upper", "lower"})
RISEN = frozenset({"guerrillas", "insurgents", "rebels", "separatists"})
OF_FIELDS = frozenset({"department", "minister", "ministry"})
LONGEST_FIRM = 4  # words of a company's name behind a place's
BELIEVED = frozenset({"judeo", "neo"})
EVENTS = frozenset({"invasion", "affair", "fiasco", "massacre", "landings"})  # "the Bay of Pigs invasion"
DAYS = frozenset({"Day", "Days", "Week", "Year", "Decade"})
DATING = frozenset({"after", "before", "by", "on", "since", "until"})
PARTED = frozenset({"American", "Global", "Deep", "global"})
LOWER_STARTS = frozenset({"al", "el", "an", "as", "at", "ad", "ibn", "bin", "de", "la", "western", "developing"})


def world_names(doc: Doc, world: World, held: Sequence[Span | None]) -> Iterator[Name]:
    """Yield the longest world-table names at each capitalised token; `held`: of each, the longer name around it."""
    words = [t.text for t in doc]
    i = 0
    while i < len(words):
        end = i
        if words[i][0] == "-" and len(words[i]) == 1:
            i += 1  # "-South" is no name
            continue
        if words[i] in LOWER_STARTS or not words[i].islower() or words[i] in world.lower:
            end = world.longest(words, i)
            if words[i] == "The" and i < end == i + 2 < world.longest(words, i + 1):
                i += 1  # "The | Guardian Council", no newspaper
                end = world.longest(words, i)
            end = min(end, doc[i].sent.end) if end > i else i
            while end > i + 1 and doc[end - 1].tag_ == "POS":
                end -= 1
            end -= end > i + 1 and doc[end - 1].lower_ in RISEN and _is_from_group(doc, end, world)
        if end > i and all(h is None or (i <= h.start and h.end <= end and len(h) < end - i) for h in held[i:end]):
            senses = world.senses(doc[i:end].text)
            if senses and is_of_another(doc, i, senses, world):
                i = end
                continue
            if senses and (longer := _wing(doc, i, end, senses) or _firm(doc, i, end, senses)) is not None:
                yield longer
                i = longer.end
                continue
            if senses and not _is_no_name(doc, i, end, senses):
                yield name_of(doc[i:end], _placed(doc, i, end, senses, world))
                i = end
                continue
        i += 1


def _is_from_group(doc: Doc, end: int, world: World) -> bool:
    """Whether a body's name follows who comes from it: "Kurdish rebels | from the PKK" are its members."""
    if end + 2 >= len(doc) or doc[end].lower_ not in ("from", "of"):
        return False
    start = end + 1 + (doc[end + 1].lower_ == "the")
    last = world.longest([t.text for t in doc[start : start + LONGEST_FIRM]], 0) + start
    return last > start and world.senses(doc[start:last].text)[0].entity.kind == "organisation"


def _wing(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> Name | None:
    """Return a body that only begins as one of the table: "Benin Front-North" is not the Benin Front."""
    if senses[0].entity.kind != "organisation" or end + 1 >= len(doc) or doc[end].text != "-":
        return None
    joined = not doc[end].whitespace_ and not doc[end - 1].whitespace_
    if not joined or doc[end + 1].lower_ not in DIRECTIONS or not doc[end + 1].text[0].isupper():
        return None
    return Name(start, end + 2, Entity(doc[start : end + 2].text, "organisation"), "name")


def _firm(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> Name | None:
    """Return the company whose name begins with a place's: "Lima | Land Co Ltd"; not so "in Lima Delta Air Co"."""
    if senses[0].form == "adjective" or senses[0].entity.kind == "organisation" or "." in doc[end - 1].text:
        return None
    last = end
    while last < min(end + LONGEST_FIRM, len(doc)) and doc[last].tag_ in ("NNP", "NNPS") and not is_firms(doc[last]):
        last += 1
    if last == end or last >= len(doc) or not is_firms(doc[last]):
        return None
    if last - end > 1 and any(ent.start == end for ent in doc.ents):
        return None  # a company of its own
    while last < len(doc) and is_firms(doc[last]):
        last += 1
    return Name(start, last, Entity(doc[start:last].text, "organisation"), "name")


def _is_no_name(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether words of the table are none of its names where they stand."""
    part = _part_of_longer(doc, start, end, senses) or _part_of_person(doc, start, end, senses)
    return part or tells_other(doc, start, end, senses)


def _part_of_person(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether a word is a part of a person's name: "Nursultan | Nazarbayev", "Conn | Berg", "Pak | Ui-chun"."""
    if end - start > 1 or end >= len(doc) or not doc[end].text[:1].isupper():
        return False
    word, entity = doc[start].text, senses[0].entity
    if people().called(f"{word} {doc[end].text}") is not None:
        return True
    if end + 2 < len(doc) and doc[end + 1].text == "-" and not doc[end].whitespace_ and doc[end + 2].text[:1].isalpha():
        return senses[0].form == "adjective" and doc[end].ent_type_ == "PERSON"  # "Pak Ui-chun"
    cut = entity.country == AMERICA and len(word) < ABBREVIATED and word != entity.name and entity.name.startswith(word)
    return cut and (not start or doc[start - 1].text != ",")


def tells_other(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether words of the table tell something else where they stand: "Minsk agreements", "US$50 million"."""
    place = senses[0].entity.kind == "place"
    ship = (place or senses[0].form in ("city", "capital")) and is_ship(doc[start:end])  # "the cruiser Moskva"
    make = senses[0].entity.kind == "place" and senses[0].form == "name" and is_weapon(doc[start:end])
    money = end < len(doc) and doc[end].text[0] == "$" and not doc[end - 1].whitespace_
    day = end < len(doc) and doc[end].text == "Day"  # "Africa Day"
    body = senses[0].entity.kind == "organisation" and start > 1 and doc[start - 1].lower_ == "of"
    day = day or (body and doc[start - 2].text in DAYS)  # "the International Day of Solidarity"
    day_told = doc[end - 1].ent_type_ == "DATE" or (start > 0 and doc[start - 1].lower_ in DATING)
    dated = day_told and doc[end - 1].text.isdigit() and doc[start].text.isalpha()  # "on November 17", not "P5+1"
    event = end < len(doc) and doc[end].text in EVENTS and senses[0].entity.kind == "place" and senses[0].form == "name"
    era = (
        doc[start].text == "BC"
        and start > 0
        and (doc[start - 1].lower_ == "century" or doc[start - 1].text[0].isdigit())
    )
    if era or _is_joined(doc, start, end):
        return True  # "in the 4th century | BC |", no province
    fleet = place and end < len(doc) and doc[end].text == "fleet"  # "the U.S. Pacific fleet"
    if fleet or ship or make or money or day or dated or event or doc[end - 1].text[-1] == "$":
        return True
    if doc[start].text == "Judeo" or (start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in BELIEVED):
        return True  # "Judeo-Christian", "neo-Nazis": what is believed
    other = _is_loose(doc, start, end, senses) or _tells_paper(doc, start, end, senses)
    return other or names_other(doc, start, end, senses)


def _is_joined(doc: Doc, start: int, end: int) -> bool:
    """Whether a small syllable joins a word to a longer name: "Majlis | -e-Shura", "al- | Arab |", a newspaper."""
    before = start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("al", "el")
    if before and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_:
        return True
    behind = end + 2 < len(doc) and doc[end].text == "-" and doc[end + 1].text in ("e", "i")
    return behind and doc[end + 2].text == "-" and not any(t.whitespace_ for t in doc[end - 1 : end + 2])


def _part_of_longer(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether what looks like a city is part of another name: "Bush" and "Molina" are towns too."""
    if senses[0].form != "city":
        return False
    parted = end - start > 1 and doc[start].ent_type_ != doc[end - 1].ent_type_  # "Bandar | Abbas"
    if doc[start].ent_type_ not in ("GPE", "LOC", "FAC") and not parted:
        return True
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in OF_FIELDS:
        return True  # "the Minister of | Plantation | Industries"
    before = doc[start - 1] if start else None
    if before is not None and before.head is doc[end - 1] and _is_forename(before):
        return True  # "Maia Sandu"
    after = doc[end] if end < len(doc) else None
    if after is not None and is_firms(after):
        return True  # "Almagro | Richfield | Co"
    return any(t is not None and t.tag_ == "NNP" and t.ent_type_ not in ("DATE", "GPE", "") for t in (before, after))


def _is_loose(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether a word is no name where it stands: "Allies | of Chad" as a sentence begins, "the North-South road"."""
    behind = doc[end] if end < len(doc) else None
    if end - start == 1 and doc[start].text in ("East", "West") and behind is not None and _is_land(behind):
        return True  # "West | Malaysia"
    if end - start > 1 or not senses[0].ambiguous:
        return False
    begins = start == doc[start].sent.start and behind is not None and behind.lower_ in ("of", "and", "in")
    if begins and doc[start].tag_ == "NNS":
        return True
    if doc[start].lower_ in DIRECTIONS and (doc[start].tag_ == "RB" or (behind is not None and behind.text == "of")):
        return True  # "North of the capital, a bomb went off"
    two = (
        behind is not None and behind.lower_ in ("and", "or") and end + 2 < len(doc) and doc[end + 2].text[0].isupper()
    )
    if two and doc[start].lower_ in DIRECTIONS:
        whole = f"{doc[start].text} {doc[end + 2].text}"  # "North and South Korea"
        if doc[end + 1].lower_ in DIRECTIONS and all(s.entity.name != whole for s in senses):
            return True  # "South and North America"
    before = doc[start - 1].text if start else ""
    listed = behind is not None and behind.text == "," and end < len(doc) - 1
    if doc[start].lower_ in DIRECTIONS:
        on = before == "," and start > 1 and doc[start - 2].lower_ in DIRECTIONS
        if on or before in PARTED or (listed and doc[end + 1].lower_ in DIRECTIONS):
            return True  # "South, West and Central Asia", "the American South"
    hyphen = start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_
    if behind is not None and behind.text[0] == "-" and doc[start].lower_ in DIRECTIONS:  # "-South" may be one token
        return behind.lower_[1:] in DIRECTIONS or (end + 1 < len(doc) and doc[end + 1].lower_ in DIRECTIONS)
    return (hyphen or doc[start].text[0] == "-") and doc[start].lower_.lstrip("-") in DIRECTIONS


def _is_land(token: Token) -> bool:
    """Whether a word is a country's name or adjective: "Malaysia", "Malaysian"."""
    senses = shipped().senses(token.text)
    return bool(senses) and senses[0].entity.kind == "country" and senses[0].form in ("name", "adjective")


def _tells_paper(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether a capital or a faith is only what a paper or an upheaval is called: "Minsk agreements"."""
    behind = doc[end] if end < len(doc) else doc[start]
    if end + 1 < len(doc) and behind.lower_ in nouns().topics and doc[end - 1].head.i > end:
        behind = doc[end + 1]  # "the Paris climate accord"
    if (behind.lower_ in nouns().treaties or behind.lemma_.lower() in nouns().treaties) and end < len(doc):
        faith = senses[0].form == "adjective" and doc[start].lower_ in nouns().faiths and end == start + 1
        if senses[0].form == "seat" and behind.text == "Convention":
            return True  # "the Hague Convention"
        return faith or (senses[0].form in ("capital", "city") and doc[end - 1].dep_ in ("compound", "amod", "nmod"))
    return senses[0].form == "adjective" and doc[start].lower_ == "islamic" and behind.lower_ == "republic"


def _is_forename(token: Token) -> bool:
    """Whether a word before a city's name can only be a part of a longer name, no direction, title or county."""
    plain = token.tag_ == "NNP" and token.dep_ == "compound" and token.ent_type_ in ("GPE", "PERSON", "ORG")
    return plain and token.lower_ not in union(nouns().titles, DIRECTIONS)


def _placed(doc: Doc, start: int, end: int, senses: Sequence[Sense], world: World) -> Sequence[Sense]:
    """Return only the sense that a neighbour behind a comma asks for: "Atlanta, Georgia", "Moscow, Idaho"; else all."""
    if start >= 2 and doc[start - 1].text == ",":
        states = [s for s in senses if s.entity.country == AMERICA and s.form != "city"]
        before = world.senses(doc[start - 2].text) if states else ()
        if any(s.form == "city" and s.entity.country == AMERICA for s in before):
            return states[:1]
    if len(senses) > 1 and end + 1 < len(doc) and doc[end].text == ",":
        towns = [s for s in senses if s.form == "city" and s.entity.country == AMERICA]
        behind = world.senses(doc[end + 1].text) if towns else ()
        if behind and behind[0].form == "name" and behind[0].entity.country == AMERICA:
            return towns[:1]
    return senses
