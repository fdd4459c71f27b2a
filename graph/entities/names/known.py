"""The entities of one text's names → the same, well-known people by their full names: "Mr. Putin" is Vladimir Putin.

Only where the table of well-known people (graph/entities/world/people.py) leaves one, and the text says so: by an
office that he had, or by naming his country. A name that many bear needs the office.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.data_files import union
from graph.entities.names.name import Name, word_before
from graph.entities.names.whereabouts import is_where
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.words.titles import titles
from graph.entities.world import World
from graph.entities.world.people import People, misspelled
from graph.records import Entity
from graph.syntax.tree import Doc

POLITE = frozenset("mr mrs ms miss dr mr. mrs. ms. dr. sir lord lady dame sheikh former ayatollah".split())
OTHERWISE = {
    "premier": "prime",
    "pm": "prime",
    "fm": "foreign",
    "defence": "defense",
    "pontiff": "pope",
    "ruler": "leader",
    "dictator": "leader",
}
HOUSES = frozenset({"dynasty", "family", "clan", "brothers"})
LONG = 4  # tokens of a state's name behind "of"
TWO = 2  # words of a name: forename and surname
GIVEN = frozenset({"person", "organisation", "place", "people"})


def well_known(
    names: Sequence[Name], entities: Sequence[Entity], doc: Doc, date: str | None, world: World, people: People
) -> list[Entity]:
    """Return the entities of the names, those of well-known people with the name that the table gives them."""
    said: dict[Entity, list[Name]] = {}
    for name, entity in zip(names, entities, strict=True):
        if entity.kind in GIVEN and entity.wikidata is None and name.form in ("name", "city"):
            said.setdefault(entity, []).append(name)
    of = {e.name for e in entities}
    found = {
        e: _known(e, mentions, doc, date, of, world, people)
        for e, mentions in said.items()
        if world.entity(e.name) is None
    }
    found |= {e: e.name for e, n in said.items() if found.get(e) is None and _rules(n, doc) and people.known_as(e.name)}
    named = [_as_person(e, found.get(e)) for e in entities]
    return [_by_surname(_by_forename(e, named), named, people) for e in named]


def _by_forename(entity: Entity, entities: Sequence[Entity]) -> Entity:
    """Return a person of a forename alone as the only one of the text who bears it: "Donald" beside "Mr. Trump"."""
    if entity.kind != "person" or " " in entity.name or entity.name not in forenames():
        return entity
    full = {e for e in entities if e.kind == "person" and e.name.startswith(f"{entity.name} ")}
    return full.pop() if len(full) == 1 else entity


def _rules(mentions: Sequence[Name], doc: Doc) -> bool:
    """Whether a name is before a word for a rule: "the Assad government"."""
    return any(n.end < len(doc) and doc[n.end].lower_ in nouns().rules for n in mentions)


def _by_surname(entity: Entity, entities: Sequence[Entity], people: People) -> Entity:
    """Return a surname that is no well-known person's here as the only person's of whom the text tells it."""
    if entity.kind != "person" or " " in entity.name or not people.known_as(entity.name):
        return entity
    full = {e for e in entities if e.kind == "person" and e.name.endswith(f" {entity.name}")}
    return full.pop() if len(full) == 1 else entity


def _as_person(entity: Entity, name: str | None) -> Entity:
    if name is None or (name == entity.name and entity.kind == "person"):
        return entity
    return replace(entity, name=name, kind="person", latitude=None, longitude=None, country=None)


def _known(
    entity: Entity,
    mentions: Sequence[Name],
    doc: Doc,
    date: str | None,
    of: Iterable[str],
    world: World,
    people: People,
) -> str | None:
    """Return the canonical name of the well-known person that an entity is; None where it is none for certain."""
    if (full := people.called(entity.name, date) or _turned(entity.name, date, of, people)) is not None:
        return full
    if (full := _titled(mentions, doc, people)) is not None:
        return full
    if " " in entity.name and entity.kind != "person":
        return None
    if (full := _misspelled(entity.name, of, people)) is not None:
        return full
    if any(n.end < len(doc) and doc[n.end].lower_ in HOUSES for n in mentions):
        return None
    rules = _rules(mentions, doc)
    persons = people.known_as(entity.name, date) or (people.known_as(entity.name) if rules else ())
    if not persons:
        return _of_initial(entity.name, of, date, people)
    offices = [_office_before(doc, n.start) for n in mentions]
    told = [words for words in offices if words]
    for words in told:
        persons = tuple(p for p in persons if any(words <= post.words for post in people.posts[p]))
    if not told:
        thing = any(_is_a(n, doc) for n in mentions)  # "the Merkel", a ship
        named = entity.kind == "person" or (entity.kind == "organisation" and not thing)
        named = named or (
            entity.kind == "place" and entity.latitude is None and not any(is_where(n, doc) for n in mentions)
        )
        if (people.is_common(entity.name) or not named) and not rules:
            return None
        persons = tuple(p for p in persons if any(post.of in of for post in people.posts[p]))
    if len(persons) > 1 and told:
        persons = _of_state(persons, mentions, doc, of, world, people)
    return _one(persons, told, date, people)


def _turned(name: str, date: str | None, of: Iterable[str], people: People) -> str | None:
    """Return the person of a text's state whose surname stands first here: "Mirzoyan Ararat" is Ararat Mirzoyan."""
    words = name.split()
    full = people.called(f"{words[1]} {words[0]}", date) if len(words) == TWO else None
    return full if full is not None and any(post.of in of for post in people.posts[full]) else None


def _titled(mentions: Sequence[Name], doc: Doc, people: People) -> str | None:
    """Return the person whom the table calls by his title: "Mullah | Omar"."""
    large = (n for n in mentions if n.start and n.end - n.start == 1 and doc[n.start - 1].text[:1].isupper())
    found = (people.called(doc[n.start - 1 : n.end].text) for n in large)
    return next((full for full in found if full is not None), None)


def _of_initial(name: str, of: Iterable[str], date: str | None, people: People) -> str | None:
    """Return the well-known person of a text's state whom an initial and a surname mean: "M. Abbas"."""
    initial, _, surname = name.partition(". ")
    if len(initial) != 1 or not surname:
        return None
    found = [p for p in people.known_as(surname, date) if p[0] == initial]
    found = [p for p in found if any(post.of in of for post in people.posts[p])]
    return found[0] if len(found) == 1 else None


def _of_state(
    persons: Sequence[str], mentions: Sequence[Name], doc: Doc, of: Iterable[str], world: World, people: People
) -> tuple[str, ...]:
    """Return those of some persons of one office and name whose state stands beside it, else whose the text names."""
    beside = {state for name in mentions if (state := _state_beside(name, doc, world)) is not None}
    for states in (beside, set(of)):
        found = tuple(p for p in persons if any(post.of in states for post in people.posts[p]))
        if found and len(found) < len(persons):
            return found
    return tuple(persons)


def _state_beside(name: Name, doc: Doc, world: World) -> str | None:
    """Return the state that the words around a name say: "Jordan's King Hussein", "King Hussein of Jordan"."""
    start = name.start
    while start and doc[start - 1].lower_ in nouns().titles:
        start -= 1
    owner = world.senses(word_before(doc, start).text) if start else ()
    if not owner and name.end + 1 < len(doc) and doc[name.end].lower_ == "of":
        end = world.longest([t.text for t in doc[name.end + 1 : name.end + 1 + LONG]], 0)
        owner = world.senses(doc[name.end + 1 : name.end + 1 + end].text) if end else ()
    if not owner and start > 2 and doc[start - 1].tag_ == "POS":
        owner = world.senses(doc[start - 3 : start].text)  # "Saudi Arabia's"
    return owner[0].entity.name if owner else None


def _misspelled(name: str, of: Iterable[str], people: People) -> str | None:
    """Return the person whose full name this is but for one slip, where the text names whose he is."""
    near = [p for p in misspelled().of(name) if any(post.of in of for post in people.posts.get(p, ()))]
    return near[0] if len(near) == 1 else None


def _is_a(name: Name, doc: Doc) -> bool:
    """Whether an article before a name says that it is a thing; not so "the Merkel policy"."""
    article = name.start > 0 and doc[name.start - 1].lower_ in ("the", "a")
    return article and doc[name.end - 1].dep_ not in ("compound", "nmod", "poss")


def _one(persons: Sequence[str], told: Sequence[frozenset[str]], date: str | None, people: People) -> str | None:
    """Return the only person, or, of several, the only one who had on `date` the office that is told."""
    if len(persons) > 1 and told and date is not None:
        held = {p: [x for x in people.posts[p] if x.began(date) and not x.ended(date)] for p in persons}
        persons = [p for p in persons if any(words <= x.words for words in told for x in held[p])]
    return persons[0] if len(persons) == 1 else None


def _before_state(doc: Doc, start: int) -> int:
    """Return where the office before a name ends: "the Crown Prince | of Jordan Hassan"."""
    of = next((i for i in range(start - 2, max(start - LONG, 0), -1) if doc[i].lower_ == "of"), start)
    large = all(t.text[:1].isupper() for t in doc[of + 1 : start])
    return of if large and doc[of - 1].lower_ in union(nouns().titles, nouns().holders) else start


def _office_before(doc: Doc, start: int) -> frozenset[str]:
    """Return the words of office right before a name: "Prime Minister Blair"; none for "Mr. Blair"."""
    words: list[str] = []
    known = union(nouns().titles, titles().kinds)
    start = _before_state(doc, start)
    for i in range(start - 1, max(start - 4, -1), -1):
        word = doc[i].lower_
        if word not in known or word in POLITE:
            break
        words.append(OTHERWISE.get(word, word))
    return frozenset(words)
