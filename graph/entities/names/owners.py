"""The entities of one text's names → the same, bodies that every state has with the state whose they are.

"The Foreign Ministry" of a text that names the Kenyan Foreign Ministry and no other is that; of a text that speaks
of Kenya far oftener than of any other country it is Kenya's. The Security Council of Kenya is not the UN's.
"""

from collections import Counter
from collections.abc import Sequence

from graph.entities.names.ministries import is_any_states, named_body, owner_of
from graph.entities.names.name import Name, sense_of
from graph.entities.words.nouns import nouns
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.tree import Doc

AMERICAN = ("U.S.", "US ", "American ", "United States")
AMERICA = "United States"  # whose bodies the news tells without saying whose
ABROAD = frozenset({AMERICA, "United Kingdom"})  # which have no Foreign Ministry
SPEAKING = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "officials", "website", "statement", "said"}
)
FAR = 3  # times as often as any other country
OF_ALL = {"UN Security Council": "Security Council", "UN Human Rights Council": "Human Rights Council"}
OFFICERS = frozenset({"secretary", "chairman"})
BEFORE = 4  # tokens: "permanent members of the Security Council"
SEATS = frozenset({"seat", "bid", "membership", "candidacy", "term", "member", "resolution", "vote", "veto", "debate"})


def of_states(
    names: Sequence[Name], entities: Sequence[Entity], doc: Doc, world: World, home: Entity | None = None
) -> list[Entity]:
    """Return the entities of the names, a body that is told without its state as that of the state it must be of.

    `home` is the state from which the text is reported: what it calls the Foreign Ministry is that state's.
    """
    found = _councils(names, entities, doc, world)
    own = {e for n, e in zip(names, found, strict=True) if _says_america(doc, n)}
    found = [_elsewhere(e, found, world) if e.country == AMERICA and e not in own else e for e in found]
    found = [_of_nobody(n, e, found, doc, world) for n, e in zip(names, found, strict=True)]
    speaking = {e for n, e in zip(names, found, strict=True) if n.end < len(doc) and doc[n.end].lower_ in SPEAKING}
    foremost = _is_foremost(home, found)
    homes = {body: home if foremost or body in speaking else None for body in found}
    owners = {
        body: _owner(body, found, world, homes[body]) for body in dict.fromkeys(found) if _is_any_states(body, world)
    }
    return [named_body(state, e.name, world) if (state := owners.get(e)) is not None else e for e in found]


def _says_america(doc: Doc, name: Name) -> bool:
    """Whether a name, or the word before it, says that a body is of the United States: "the U.S. Senate"."""
    words = f"{doc[max(name.start - 1, 0)].text} {doc[name.start : name.end].text}"
    return any(word in words for word in AMERICAN)


def _elsewhere(entity: Entity, entities: Sequence[Entity], world: World) -> Entity:
    """Return a body that many states have, which the table gives to one that the text does not name, as nobody's."""
    words = entity.name.removeprefix("U.S. ")
    many = all(w in nouns().ministries for w in words.lower().split())
    if entity.kind != "organisation" or not many:
        return entity
    home = any(e.name == entity.country or (e.country == entity.country and e != entity) for e in entities)
    countries = {e.name for e in entities if e.kind == "country"}
    if home or not countries:
        return entity
    only = world.entity(countries.pop()) if len(countries) == 1 else None
    return Entity(words, "organisation") if only is None else named_body(only, words, world)


def _of_nobody(name: Name, entity: Entity, entities: Sequence[Entity], doc: Doc, world: World) -> Entity:
    """Return a body whose name others bear too as that of the state that a text names, else nobody's: "the Greens"."""
    if entity.kind != "organisation" or entity.country in (None, AMERICA):
        return entity
    words = doc[name.start : name.end].text
    senses = world.senses(words)
    if not senses or senses[0].entity != entity or not senses[0].ambiguous:
        return entity
    states = {e.name if e.kind == "country" else e.country for e in entities if e != entity} - {None}
    if not states or entity.country in states:
        return entity
    theirs = sense_of(senses, states)
    return theirs.entity if theirs is not None else Entity(words, "organisation")


def _is_any_states(entity: Entity, world: World) -> bool:
    """Whether an entity is a body that many states have, told without its state: "Foreign Ministry"."""
    words = entity.name.lower().split()
    own = entity.kind == "organisation" and entity.country is None and world.entity(entity.name) is None
    return own and len(words) > 1 and is_any_states(words)


def _owner(body: Entity, entities: Sequence[Entity], world: World, home: Entity | None) -> Entity | None:
    """Return the state whose body it must be: the one whose is named so, else the one that the text is about."""
    named = {e.country for e in entities if e.country and e.name == named_body(_state(e, world), body.name, world).name}
    if home is not None and home.name not in ABROAD and (home.name in named or not named or _is_first(body, entities)):
        return home
    if len(named) == 1:
        return world.entity(named.pop())
    without = ABROAD if body.name == "Foreign Ministry" else frozenset()
    counted = Counter(e.name for e in entities if e.kind == "country" and e.name not in without).most_common(2)
    clear = len(counted) == 1 or (len(counted) == 2 and counted[0][1] >= FAR * counted[1][1])
    return world.entity(counted[0][0]) if clear and (not named or counted[0][0] in named) else None


def _is_foremost(home: Entity | None, entities: Sequence[Entity]) -> bool:
    """Whether a text names no state as often as that from which it is reported."""
    counted = Counter(e.name for e in entities if e.kind == "country").most_common(1)
    return home is not None and bool(counted) and counted[0][0] == home.name


def _is_first(body: Entity, entities: Sequence[Entity]) -> bool:
    """Whether a text says "the Foreign Ministry" before it tells of that of any state."""
    alike = [e for e in entities if e == body or (e.country and e.name.endswith(body.name))]
    return bool(alike) and alike[0] == body


def _state(entity: Entity, world: World) -> Entity:
    state = world.entity(entity.country or "")
    return entity if state is None else state


def _councils(names: Sequence[Name], entities: Sequence[Entity], doc: Doc, world: World) -> list[Entity]:
    """Return the entities, a Security Council that is said to be a state's as that state's."""
    found = list(entities)
    for council, plain in OF_ALL.items():
        texts = [doc[n.start : n.end].text if e.name == council else "" for n, e in zip(names, entities, strict=True)]
        if plain not in texts:
            continue
        states = [_owner_beside(n, doc, world) if text == plain else None for n, text in zip(names, texts, strict=True)]
        told = (_has_officer(n, doc) for n, text in zip(names, texts, strict=True) if text == plain)
        if not any(states) and any(told):
            states = [_foremost(entities, world)] * len(states)
        named = {state for state in states if state is not None}
        only = named.pop() if len(named) == 1 and not any(text and text != plain for text in texts) else None
        for place, text in enumerate(texts):
            if text == plain and (state := states[place] or only) is not None:
                found[place] = named_body(state, plain, world)
    return found


def _has_officer(name: Name, doc: Doc) -> bool:
    """Whether an officer beside a Security Council says that it is a state's; the UN's has no secretary."""
    before = [t.lower_ for t in doc[max(name.start - BEFORE, 0) : name.start]]
    behind = doc[name.end].text if name.end < len(doc) else ""
    if before[:2] == ["permanent", "members"]:  # of the UN's there are five
        return name.start <= BEFORE or doc[name.start - BEFORE - 1].lower_ not in ("five", "5", "other")
    told = "of" in before and not OFFICERS.isdisjoint(before)
    return behind in ("Secretary", "Deputy") or told


def _foremost(entities: Sequence[Entity], world: World) -> Entity | None:
    """Return the state that a text names, or whose bodies, more often than any other."""
    bodies = Counter(
        e.country for e in set(entities) if e.kind == "organisation" and e.country is not None
    ).most_common(2)
    if bodies and bodies[0][1] > FAR - 1 and (len(bodies) == 1 or bodies[0][1] > bodies[1][1]):
        return world.entity(bodies[0][0])
    home = (e.name if e.kind == "country" else e.country for e in entities if e.kind in ("country", "organisation"))
    counted = Counter(state for state in home if state is not None).most_common(2)
    clear = len(counted) == 1 or (len(counted) == 2 and counted[0][1] > counted[1][1])
    return world.entity(counted[0][0]) if clear else None


def _owner_beside(name: Name, doc: Doc, world: World) -> Entity | None:
    """Return whose council it is said to be; not so "India's Security Council bid"."""
    behind = doc[name.end].lower_ if name.end < len(doc) else ""
    return None if behind in SEATS else owner_of(doc[name.start : name.end], world)
