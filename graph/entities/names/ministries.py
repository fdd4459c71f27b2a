"""A name of a ministry or another body that every state has → the entity, of the state that the words around say.

"Japan's Foreign Ministry", "the Japanese Ministry of Foreign Affairs", "the Foreign Ministry of Japan" are one: the
Japanese Foreign Ministry.
"""

from collections.abc import Sequence

from graph.data_files import union
from graph.entities.names.name import word_before
from graph.entities.words.nouns import nouns
from graph.entities.world import World
from graph.records import Entity
from graph.syntax.tree import Span

BRITAIN = "United Kingdom"
OFFICE = "Foreign Office"  # as some ministries are called; the British one is called nothing else
SPELLED = {"Defence": "Defense", "Foreign Affairs": "Foreign", "Foreign Relations": "Foreign"}
OTHERS = frozenset({"agency", "bank", "council", "service"})  # bodies that no "organs" are
OF_SEVERAL = ["development", "bank"]  # the BRICS' and many regions'
LONG = 4  # tokens of a state's name behind "of the": "the Islamic Republic of Iran"


def body_of_state(span: Span, world: World) -> Entity | None:
    """Return the body with its state's adjective, where the span or the words around it say whose it is."""
    whose = max((t.i - span.start for t in span[1:] if t.lower_ == "of"), default=0)
    if whose > 1 and (owner := _state(span[whose + 1 :].text, world)) is not None:  # "the Foreign Ministry of Japan"
        return _body(owner, span[:whose], world)
    lead = world.longest([t.text for t in span], 0)
    rest = span[lead:] if 0 < lead < len(span) else span
    state = _state(span[:lead].text, world) if rest is not span else owner_of(span, world)
    return None if state is None else _body(state, rest, world)


def _body(state: Entity, rest: Span, world: World) -> Entity | None:
    if not is_any_states([t.lower_ for t in rest]):
        return None
    return named_body(state, rest.text, world)


def is_any_states(words: Sequence[str]) -> bool:
    """Whether words in small letters name a body that many states have: "foreign ministry"; not "security affairs"."""
    if list(words) == OF_SEVERAL:
        return False
    return all(w in nouns().ministries for w in words) and any(w in union(nouns().organs, OTHERS) for w in words)


def named_body(state: Entity, words: str, world: World) -> Entity:
    """Return the body of a state that these words name: Japan, "Ministry of Foreign Affairs"."""
    usual = "Foreign Ministry" if words == OFFICE and state.name != BRITAIN else _usual(words)
    name = f"{world.adjective(state.name)} {usual}"
    known = next((s.entity for s in world.senses(name) if s.form == "name"), None)
    return known or Entity(name, "organisation", country=state.name)


def owner_of(span: Span, world: World) -> Entity | None:
    """Return whose a body is by the word before it or by "of" or "in" behind it."""
    before = _state(word_before(span.doc, span.start).text, world) if span.start else None
    if before is None and span.start > 2 and span.doc[span.start - 1].tag_ == "POS":
        before = _state(span.doc[span.start - 3 : span.start - 1].text, world)  # "Sri Lanka's | Interior Ministry"
    if before is None and span.start > 1 and not span.doc[span.start - 1].is_punct:
        # "the Russian Federation | Security Council"
        before = _state(span.doc[max(span.start - 2, 0) : span.start].text, world)
    if before is None and span.start > 3 and [t.lower_ for t in span.doc[span.start - 2 : span.start]] == [",", "the"]:
        opening = span.start - 4  # "In Japan, the | Foreign Ministry"
        in_front = span.doc[opening].text == "In"
        before = _state(span.doc[opening + 1].text, world) if in_front else None
    if before is not None or span.end + 1 >= len(span.doc) or span.doc[span.end].lower_ not in ("of", "in"):
        return before
    start = span.end + 1 + (span.doc[span.end + 1].lower_ == "the")
    end = world.longest([t.text for t in span.doc[start : start + LONG]], 0) + start
    return _state(span.doc[start:end].text, world) if end > start else None


def _state(words: str, world: World) -> Entity | None:
    senses = world.senses(words) if words else ()
    return senses[0].entity if senses and senses[0].entity.kind == "country" else None


def _usual(words: str) -> str:
    """Return the usual name of a ministry: "Ministry of Foreign Affairs" → "Foreign Ministry"."""
    head, _, field = words.partition(" of ")
    if head == "Ministry" and field:
        words = f"{field.removeprefix('the ')} Ministry"
    for other, spelling in SPELLED.items():
        words = words.replace(f"{other} Ministry", f"{spelling} Ministry")
    return words
