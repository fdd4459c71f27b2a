"""The model's guesses of one text → the same, put right by one another: spellings, slips, kinds, other word orders.

"Kofi Mensah" is a person's name, not a body's, in a text that calls "Mensah" a person; the "Committee on Dam Safety" is
the "Dam Safety Committee", "Petrovnko" one slip from Ivan Petrovenko.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world import world
from graph.entities.world.folding import letters
from graph.entities.world.people import people
from graph.entities.world.slips import Slips, is_slip
from graph.records import Entity

LOOSE = frozenset({"person", "organisation", "place", "people"})
TITLES = frozenset({"minister", "president", "secretary", "chancellor", "ambassador", "chairman"})
GLUED = re.compile(r"(?P<land>[A-Z][a-z]{3,})(?P<forename>[A-Z][a-z]{2,})")  # "President of | ChadIvo | Holm"
HONOURS = frozenset({"shah"})  # also names: "Shah Rukh Khan"
JOINTS = frozenset({"of", "on", "for", "and", "the", "in", "&"})
SHORTEST = 6  # letters of a surname in which a slip is told
SHORT = 5  # … in which another way of writing it is
LONGEST = 3  # words of a person's name that the model takes for a body's
TRANSLITERATED = [
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("[ea]i(?!$)|[ei]y|y|ee", "i"),
        ("ii|ei$", "i"),
        ("oo|ou|o", "u"),
        ("ks", "x"),
        ("(?<=.)e(?=.)", "a"),
        (r"(\w)\1", r"\1"),
        ("(?<=a)h$", ""),
    )
]  # Yuri, Yury; Aleksei, Alexey; Mohammad, Mohammed, Muhammad; Hossein, Hussain; Shirin, Shireen; Abdullah, Abdulla
UNITED_NATIONS = re.compile(r"^(?:United Nations|U\.N\.?) (?=[A-Z])")


def is_guess(entity: Entity) -> bool:
    """Whether an entity is no more than the model's guess."""
    return entity.kind in LOOSE and entity.wikidata is None and entity.country is None and entity.latitude is None


def renamed(entity: Entity, name: str) -> Entity:
    """Return the entity under a name."""
    return entity if name == entity.name else replace(entity, name=name)


def put_right(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, each guess as the others show that it is meant."""
    usual = _of_one_order(_turned(_persons_told([_plain(e) if is_guess(e) else e for e in entities])))
    return _without_slips(_of_one_spelling(usual))


def _plain(entity: Entity) -> Entity:
    """Return a person without a title before a known or misprinted one's name, a body of the UN in its short form."""
    words = entity.name.split()
    if entity.kind == "organisation":
        return renamed(entity, UNITED_NATIONS.sub("UN ", entity.name))
    if entity.kind == "person" and (stuck := GLUED.fullmatch(words[0])) is not None and len(words) > 1:
        land = any(s.entity.kind == "country" for s in world().senses(stuck["land"]))
        return renamed(entity, " ".join([stuck["forename"], *words[1:]])) if land else entity
    if entity.kind != "person" or len(words) < LONGEST:
        return entity
    first, rest = words[0].lower(), " ".join(words[1:])
    honour = first in HONOURS and people().called(entity.name) is None and people().called(rest) is not None
    misprinted = first not in TITLES and any(is_slip(first, title) for title in TITLES)  # "Minster Ana Berg"
    return renamed(entity, rest) if honour or misprinted else entity


def _persons_told(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, a body or place of some words as a person where the text calls a person by the last."""
    persons = {e.name for e in entities if e.kind == "person" and is_guess(e)}
    return [replace(e, kind="person") if _is_called_by(e, persons) else e for e in entities]


def _is_called_by(entity: Entity, persons: Iterable[str]) -> bool:
    words = entity.name.split()
    if entity.kind not in ("organisation", "place") or not 1 < len(words) <= LONGEST or not is_guess(entity):
        return False
    if not any(" ".join(words[at:]) in persons for at in range(1, len(words))):
        return False
    bodies = union(nouns().places, nouns().groups, nouns().ministries, nouns().named, nouns().sites)
    plain = all(w[0].isupper() and not w.isupper() and w.lower() not in bodies for w in words)
    told = words[0] == "The" or words[-1].lower() in nouns().agents
    return plain and not told and not any(s.form != "city" for s in world().senses(words[0]))


def _turned(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, a person whose surname stands first as the one of the text: "Holm Ivo" as "Ivo Holm"."""
    persons = {e.name for e in entities if e.kind == "person" and is_guess(e) and e.name.count(" ") == 1}
    turned = {name: " ".join(reversed(name.split())) for name in persons} if len(persons) > 1 else {}
    right = {
        name: other
        for name, other in turned.items()
        if other in persons and other.split()[0] in forenames() and name.split()[0] not in forenames()
    }
    return [renamed(e, right[e.name]) if e.kind == "person" and e.name in right else e for e in entities]


def _of_one_order(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, bodies of the same words as the one said most: "Dam Committee", "Committee on Dams"."""
    said = Counter(e.name for e in entities if e.kind == "organisation" and len(e.name.split()) > 1 and is_guess(e))
    alike: dict[tuple[str, ...], list[str]] = {}
    for name in said if len(said) > 1 else ():
        alike.setdefault(_words_of(name), []).append(name)
    usual = {n: max(names, key=lambda n: said[n]) for names in alike.values() if len(names) > 1 for n in names}
    return [renamed(e, usual[e.name]) if e.name in usual and is_guess(e) else e for e in entities]


def _words_of(name: str) -> tuple[str, ...]:
    """Return the words of a body's name in one order and spelling, a name of the table within it by that table's."""
    words = name.split()
    lead = world().longest(words, 0) if len(words) > LONGEST - 1 else 0
    if 0 < lead < len(words):
        words = [*world().senses(" ".join(words[:lead]))[0].entity.name.split(), *words[lead:]]
    folded = (letters(w).lower().replace("isation", "ization").removesuffix("s") for w in words)
    return tuple(sorted(w for w in folded if w not in JOINTS))


def _of_one_spelling(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, of guesses that differ in accents, hyphens, script alone the first: "Guaidó", "Guaido"."""
    for key in (_letters, _spelling):
        first: dict[str, str] = {}
        for entity in entities:
            if is_guess(entity):
                first.setdefault(key(entity), entity.name)
        entities = [renamed(e, first[key(e)]) if is_guess(e) else e for e in entities]
    return list(entities)


def _letters(entity: Entity) -> str:
    return letters(entity.name).lower()


def _spelling(entity: Entity) -> str:
    """Return a key that ways of writing a person's full name share, of others the name: "Yuri Holm", "Yury Holm"."""
    if entity.kind != "person" or " " not in entity.name:
        return entity.name
    return " ".join(map(_key_of, entity.name.split()))


def _transliterated(word: str) -> str:
    """Return a word's letters as all ways of writing it in Latin ones share them: "sergey", "sergei"; "mohammad"."""
    for pattern, letter in TRANSLITERATED:
        word = pattern.sub(letter, word)
    return word


def _without_slips(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, persons whose names are one slip apart as one: "Omar Farouki", "Omar Faruoki"."""
    said = Counter(e.name for e in entities if e.kind == "person" and is_guess(e))
    full = {name: number for name, number in said.items() if " " in name}
    right = _slips_of_full(full) if len(full) > 1 else {}
    alone = {e.name for e in entities if is_guess(e) and " " not in e.name} if full else ()
    near = {name: found for name in alone if (found := _slip_of_surname(name, full)) is not None}
    return [
        replace(e, name=near[e.name], kind="person") if e.name in near and is_guess(e)
        else renamed(e, right[e.name]) if e.kind == "person" and e.name in right
        else e
        for e in entities
    ]  # fmt: skip


def _slips_of_full(said: dict[str, int]) -> dict[str, str]:
    """Return of each misspelled full name the one that is meant."""
    slips = Slips(said)
    right: dict[str, str] = {}
    for name in sorted(said, key=lambda n: (people().called(n) is None, -said[n])):
        for near in slips.of(name) if name not in right else ():
            if near not in right.values() and people().called(near) is None:
                right.setdefault(near, name)
    return right


def _slip_of_surname(name: str, full: Iterable[str]) -> str | None:
    """Return the only surname of the text's persons from which a word alone is one slip apart."""
    surnames = {f.split()[-1] for f in full}
    if name in surnames or len(name) < SHORT:
        return None
    slips = len(name) >= SHORTEST and not people().known_as(name)
    near = [s for s in surnames if slips and s[0] == name[0] and is_slip(name.lower(), s.lower())]
    if not near and name not in forenames():
        near = [s for s in surnames if s[0] == name[0] and _key_of(s) == _key_of(name)]
    return near[0] if len(near) == 1 else None


def _key_of(word: str) -> str:
    return _transliterated(letters(word).lower())
