"""The names of one text → one entity each: surname and full name, acronym and full name, are the same.

Only within a text, and only where exactly one longer name fits; nothing is guessed by likeness.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.entities.names.firms import firm_names, firms_told
from graph.entities.names.guesses import is_guess, put_right, renamed
from graph.entities.names.name import Name
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import world
from graph.entities.world.folding import unaccented
from graph.entities.world.people import people
from graph.records import Entity

PREFIX = 2  # words before the end of a body's name that may be left out
LONG = 4  # words of its beginning that call it again
TRADES = frozenset(
    "airlines airways bank broadcasting group industries laboratories motors news press railways steel television "
    "trust university".split()
)  # what a company's or body's name may end with behind the words by which it is called again
OWNERS = frozenset({"bank", "group", "corporation", "company", "news", "airlines", "network", "agency", "channel"})
FIRMS = frozenset({"group", "company", "corporation", "holding", "holdings"})
PANELS = frozenset({"committee", "commission", "council"})
_KEPT = 10_000  # names whose parts are kept
_SUFFIX = re.compile(r",? (?:Jr|Sr|Junior|Senior|II|III|IV)\.?$")
_DOUBLE = re.compile(r"\b([A-Z][a-z]{2,})-(?=[A-Z][a-z]{2})")
_ARTICLE = re.compile(r"^(?:al|el)-", re.IGNORECASE)
_PARTICLES = frozenset("da das de del della di do dos du e van von y".split())
_FATHERS = frozenset({"bin", "ibn"})
_FORENAMED = re.compile(r"\w{2,} \S+ \S+$")
_POSSESSIVE = re.compile(r"['’]s?$")


def canonical_entities(names: Sequence[Name], ahead: Iterable[str] = ()) -> list[Entity]:
    """Return the entity of each name of a text, persons' and organisations' short forms joined to their long ones.

    `ahead` are the persons whom the text's title names in full.
    """
    cleaned = put_right(firms_told([_cleaned(n.entity) for n in names]))
    persons = _unique([*ahead, *(e.name for e in cleaned if e.kind == "person")])
    organisations = _unique(e.name for e in cleaned if e.kind == "organisation")
    places = _unique(e.name for e in cleaned if e.kind == "place" and is_guess(e))
    firms = firm_names(n.entity for n in names)
    joined = {
        entity: entity if entity.kind == "organisation" and entity.name in firms
        else _joined(entity, persons, organisations, places)
        for entity in dict.fromkeys(cleaned)
    }  # fmt: skip
    return _of_one_kind(_papers_again([joined[entity] for entity in cleaned]))


def _papers_again(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, "the Times" as the only paper of that name told before: the "Chad Times"."""
    found: list[Entity] = []
    for entity in entities:
        word = entity.name.removeprefix("The ")
        short = entity.kind == "organisation" and word != entity.name and " " not in word and entity not in found
        longer = {e for e in found if e.kind == "organisation" and e.name.endswith(f" {word}")} if short else set()
        found.append(longer.pop() if len(longer) == 1 else entity)
    return found


def _cleaned(entity: Entity) -> Entity:
    if not is_guess(entity):
        return entity  # "Moody's"
    outside, bracket, inside = entity.name.partition("[")
    if bracket and outside.strip() and " " in inside and "]" not in inside:
        return Entity(clean(inside), "person")  # "Governor[Ama Holm"
    return renamed(entity, clean(entity.name if ")" in entity.name else entity.name.partition("(")[0]))


def _of_one_kind(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, those of one spelling in one text as one: "Zarand" a person here, a place there."""
    kinds: dict[str, Counter[Entity]] = {}
    for entity in entities:
        kinds.setdefault(entity.name.casefold(), Counter())[entity] += 1
    usual = {key: _likeliest(found) for key, found in kinds.items() if len(found) > 1}
    return [usual[key] if (key := e.name.casefold()) in usual and is_guess(e) else e for e in entities]


def _likeliest(found: Counter[Entity]) -> Entity:
    """Return the entity that one spelling means: one that the world table knows, else the most frequent, the first."""
    known = [e for e in found if not is_guess(e)] or [
        e for e in found if e.kind == "person" and people().known_as(e.name)
    ]
    return known[0] if known else found.most_common(1)[0][0]


def _joined(entity: Entity, persons: Sequence[str], organisations: Sequence[str], places: Sequence[str]) -> Entity:
    if entity.kind == "person":
        full = _full_person(entity.name, persons)
        return renamed(entity, full) if full != entity.name else _thing_begun(entity, persons, organisations, places)
    if entity.kind not in ("organisation", "place", "people") or entity.wikidata is not None:
        return entity
    full = _full_person(entity.name, persons)
    if full != entity.name and (" " not in entity.name or full.lower().endswith(f" {entity.name.lower()}")):
        return Entity(full, "person")  # a surname that the model took for something else is still the person's
    if " " not in entity.name and any(p.split()[-1] == entity.name for p in persons if " " in p):
        return Entity(entity.name, "person")  # of two who bear it
    if not is_guess(entity):
        return entity
    if entity.kind == "place" and " " in entity.name:  # "Canal Zone" after "Panama Canal Zone"
        return renamed(entity, _full_organisation(entity.name, [*places, *organisations]))
    joined = renamed(entity, _full_organisation(entity.name, organisations))
    return joined if joined is entity or entity.kind != "people" else replace(joined, kind="organisation")


def _thing_begun(entity: Entity, persons: Sequence[str], organisations: Sequence[str], places: Sequence[str]) -> Entity:
    """Return what the model took for a person as the only company or site of that name: "Lut Desert"."""
    word = entity.name
    if (
        " " in word
        or not is_guess(entity)
        or people().known_as(word)
        or any(word in p.split() for p in persons if p != word)
    ):
        return entity
    bodies = [full for full in organisations if full.startswith(f"{word} ") and _is_trade(full.split()[1:])]
    sites = [full for full in places if full.startswith(f"{word} ") and full.split()[1].lower() in nouns().sites]
    if len(bodies) + len(sites) != 1:
        return entity
    return Entity(bodies[0], "organisation") if bodies else Entity(sites[0], "place")


def _is_trade(words: Sequence[str]) -> bool:
    """Whether the last words of a name say only in what trade a company is, or how it is owned: "Trust Co"."""
    return all(
        w.lower().replace(".", "") in TRADES or w.lower().replace(".", "") in nouns().incorporated for w in words
    )


def clean(name: str) -> str:
    """Fold white space and drop a possessive: "Hugo  Chavez's" → "Hugo Chavez"."""
    flat = " ".join(name.split()).strip(" \"'“”‘’,;:<>")
    return _POSSESSIVE.sub("", flat) or name


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _full_person(short: str, persons: Sequence[str]) -> str:
    """Return the one longer name that `short` is a part of: "Bush" → "George W. Bush"; else `short` itself."""
    parts = list(_parts(short))
    found = [full for full in persons if _shortens(parts, list(_parts(full)))]
    begins = len(parts) == 1 and not people().stands_last(short)
    if not found and begins:  # "Xi" after "Xi Jinping", "Saddam" after "Saddam Hussein"
        found = [full for full in persons if len(full.split()) > 1 and full.split()[0] == parts[0]]
    if not found and len(parts) == 1 and short in persons:  # "Gomez" after "Pedro Gomez Ruiz"
        found = [full for full in persons if _FORENAMED.match(full) and full.split()[1] == parts[0]]
    if len(parts) == 1 and short in persons and people().known_as(short):  # "Ayatollah Khomeini", then his grandson
        found = [f for f in found if persons.index(f) < persons.index(short) or people().called(f) is not None]
    longest = [f for f in found if not any(f != g and _shortens(f.split(), g.split()) for g in found)]
    if len(longest) > 1:  # of two of that surname the one who is named before it
        first = {f: min(persons.index(g) for g in found if g == f or _shortens(g.split(), f.split())) for f in longest}
        longest = [f for f in longest if first[f] < persons.index(short)] if short in persons else []
    if len(longest) == 1 and longest[0] != short and len(parts) == 1:
        return _full_person(longest[0], persons)  # "Almagro" of "Almagro Soler" of "Ana Almagro Soler"
    return longest[0] if len(longest) == 1 else short


@functools.lru_cache(_KEPT)  # each person of a text is set beside each other
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without accents, a double surname as two: "Ána Ben-Holm", "Ana Ben Holm"."""
    return tuple(_DOUBLE.sub(r"\1 ", _SUFFIX.sub("", unaccented(name))).split())


def _shortens(parts: list[str], full: list[str]) -> bool:
    """Whether `parts` are the last words of `full`, or first and last ("Mahmoud Abbas", "Mahmoud Ridha Abbas")."""
    if len(parts) >= len(full):  # "A. Mensah" of "Ama Mensah"
        return len(parts) == len(full) > 1 and full[0][1:] != "." and _abridges(parts, full)
    parts = [_small_article(part) for part in parts]  # "Al-Kadhimi"
    if len(parts) == 1 and full[-2].lower() in ("bin", "ibn"):
        return False  # "Salman" is his father
    full = [full[0], *(_small_article(part) for part in full[1:])]
    if full[-len(parts) :] == parts or [full[-1].removeprefix("al-")] == parts:
        return True
    if len(parts) == 1 and parts[0] in full[1:-2] and full[full.index(parts[0]) + 1] in _PARTICLES:
        return True  # "Rosales" of "Maria Rosales de Prado"
    if len(parts) > 1 and _abridges(parts, full):
        return True  # "A. Mensah" of "Ama Selorm Mensah"
    if parts[0].lower() in _FATHERS and [parts[0].lower(), *parts[1:]] in (
        full[i : i + len(parts)] for i in range(1, len(full))
    ):
        return True  # "Bin Tariq" of "Haitham bin Tariq Al Said"
    begins = full[: len(parts)] == parts and _ARTICLE.sub("", full[-1])[:1].isupper()
    begins = begins and people().called(" ".join(parts)) in (None, people().called(" ".join(full)))
    if len(parts) > 1 and (begins or _skips(parts, full)):
        return True  # "Ali Karvan", "Ali Razavi" of "Ali Karvan Razavi"
    if parts[0].lower() in _PARTICLES and full[-len(parts) :] == [parts[0].lower(), *parts[1:]]:
        return True  # "De Vries" of "Jan de Vries"
    return len(parts) >= 2 and parts[0] == full[0] and parts[-1] == full[-1]


def _skips(parts: Sequence[str], full: Sequence[str]) -> bool:
    """Whether words are some of a longer name in its order, the last among them: "Ama Holm" of "Ama Berg Holm"."""
    left = iter(full)
    return parts[-1] == full[-1] and all(part in left for part in parts)


def _abridges(parts: list[str], full: list[str]) -> bool:
    """Whether `parts` are the initial of the first word of `full`, and its last words."""
    return parts[0][1:] == "." and parts[0][0] == full[0][0] and parts[1:] == full[-len(parts) + 1 :]


def _small_article(part: str) -> str:
    return _ARTICLE.sub(lambda found: found[0].lower(), part)


def _full_organisation(short: str, organisations: Iterable[str]) -> str:
    """Return the one longer name that `short` abbreviates ("IAEA") or begins or ends ("Amnesty"); else `short`."""
    found = [full for full in organisations if _abbreviates(short, full)]
    return found[0] if len(found) == 1 else short


def _abbreviates(short: str, full: str) -> bool:
    words = full.split()
    if len(short) > 4 and full.startswith(f"{short}-") and "-" in full[len(short) + 1 :]:
        return True  # "Lashkar" of "Lashkar-e-Taiba"
    if full.startswith(f"{short}-") and full[len(short) + 1 :].lower() in OWNERS:
        return True  # "KLF" of "KLF-Bank"
    if len(words) < 2 or short == full:
        return False
    if " " in short:
        return _is_part(short.split(), words) or _is_called_again(short.split(), words)
    if short[:-1] == words[0] and short[-1] == "s" and words[1:] == ["Party"]:  # "the Nationalists"
        return True
    if short.isalpha() and short.isupper() and short == words[0] and len(words) == 2 and words[1].lower() in OWNERS:
        return True  # "KPN" of "KPN Bank"
    if short.isupper() and 2 <= len(short) <= 8:
        return short == "".join(w[0] for w in words if w[0].isupper())
    if len(short) > 3 and short == words[-1]:  # "the Fund" after "the International Monetary Fund"
        return True
    if short.lower() in common_words() and short.lower() not in nouns().named:
        return False  # "the Allied leaders" are not the Allied Control Commission
    same = short == words[0] or (_ARTICLE.match(short) is not None and short.lower() == words[0].lower())  # "al-Aqsa"
    return same and len(short) > 4 and len(words) <= 3 and words[0][:1].isupper()


def _is_called_again(short: list[str], full: list[str]) -> bool:
    """Whether two words call a body again by its first word and its kind: "Joint Committee", "Almagro Group"."""
    if len(short) != PREFIX or short[0] != full[0] or len(full) <= PREFIX:
        return False
    if short[1] == full[-1]:
        return short[1].lower() in PANELS and not world().senses(short[0])
    plain = short[0].lower() in common_words() or bool(world().senses(short[0]))
    return not plain and short[1].lower() in FIRMS and full[-1].lower() in FIRMS


def _is_part(short: list[str], full: list[str]) -> bool:
    """Whether words are the end of a body's name, or most of its beginning: "Supreme Council"."""
    if all(w.lower() in nouns().ministries for w in short) or len(short) >= len(full):
        return False
    owned = any(_POSSESSIVE.search(w) for w in full[: -len(short)])
    end = full[-len(short) :] == short and len(full) - len(short) <= PREFIX and short[0][:1].isupper() and not owned
    begins = full[: len(short)] == short
    return end or (begins and (len(short) >= LONG or _is_trade(full[len(short) :])))  # "Almagro Bay | Trust Co"
