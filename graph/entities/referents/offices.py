"""The names of a text → the offices by which it introduces persons: "Iran's president, Hassan Rouhani".

To these come the offices that well-known people had on the date of the text. Only the words themselves are looked at,
so that it works where a text is not parsed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.entities.names import Name
from graph.entities.words.descriptions import descriptions
from graph.entities.words.nouns import nouns
from graph.entities.words.titles import titles
from graph.entities.world import people, world
from graph.records import Entity
from graph.syntax.labels import POSSESSIVES, SUBJECTS
from graph.syntax.tree import Doc, Token

REACH = 9  # tokens before a name
BEHIND = 12
SENT = 4  # tokens of the name of the state to which somebody is sent
JOINTS = POSSESSIVES | {"-", "of", "the", "for"}
LEADER = frozenset({"leader"})
FORMER = frozenset({"former"})
WHO = frozenset({"who", "whose"})
ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Office:
    """The words that introduce a person, in small letters, and the names of what he holds the office of."""

    person: Name
    words: frozenset[str]
    of: tuple[Entity, ...]


def offices(doc: Doc, names: Sequence[Name], entities: Mapping[Name, Entity]) -> tuple[Office, ...]:
    """Return the offices by which a text introduces persons, in text order."""
    by_token = {i: n for n in names for i in range(n.start, n.end)}
    found = []
    for person in names:
        if entities[person].kind != "person":
            continue
        for run in (_before(doc, person), _behind(doc, person)):
            words = frozenset(t.lower_ for t in run if t.i not in by_token and t.lower_ not in JOINTS)
            named = dict.fromkeys(by_token[t.i] for t in run if t.i in by_token)
            held = dict.fromkeys(entities[n] for n in named if not _is_joined(doc, n))
            of = tuple(e for e in held if e.kind != "person")
            if not held and words and (state := _state_behind(doc, person, by_token, entities)) is not None:
                of, held = (state,), {state: None}  # "Foreign Minister X of Cuba"
            if len(of) == len(held) and any(titles().said_by(w) for w in words):
                found.append(Office(person, words, of))
            elif len(of) == 1 == len(held) and not words and run[0].lower_ in POSSESSIVES:  # "Slovakia's Robert Fico"
                found.append(Office(person, LEADER, of))
    return tuple(found)


def _state_behind(
    doc: Doc, person: Name, by_token: Mapping[int, Name], entities: Mapping[Name, Entity]
) -> Entity | None:
    """Return the state that "of" right behind a person's name tells."""
    place = person.end + 1
    if place >= len(doc) or doc[person.end].lower_ != "of":
        return None
    name = by_token.get(place + (doc[place].lower_ == "the"))
    return entities[name] if name is not None and entities[name].kind == "country" else None


def _is_joined(doc: Doc, name: Name) -> bool:
    """Whether a name is the second part of a compound: "the pro-Syrian president"."""
    return name.start > 0 and doc[name.start - 1].text == "-"


def known_offices(names: Sequence[Name], entities: Mapping[Name, Entity], date: str | None) -> Iterator[Office]:
    """Yield the offices that the well-known people of a text had on its date, or before ("former president")."""
    seen: set[str] = set()
    for name in names:
        person = entities[name].name
        if entities[name].kind != "person" or person in seen:
            continue
        seen.add(person)
        for post in people().posts.get(person, ()):
            of = world().entity(post.of)
            if of is None or (date is not None and not post.began(date)):
                continue
            ended = date is not None and post.ended(date)
            yield Office(name, post.words | FORMER if ended else post.words, (of,))


def _before(doc: Doc, person: Name) -> list[Token]:
    """Return the words of office before a name: "French President X", "Iran's president, X"."""
    run: list[Token] = []
    start = person.start
    if start > 1 and doc[start - 1].text == "," and titles().said_by(doc[start - 2].lower_):
        start -= not _begins_clause(doc, person, start - 2)
    else:
        start = _sent_to(doc, person) or start
    for i in range(start - 1, max(start - REACH, 0) - 1, -1):
        token = doc[i]
        titled = token.text == "," and run and i and titles().said_by(doc[i - 1].lower_)  # "Iran's minister, General X"
        parted = titled and not _begins_clause(doc, person, i - 1)
        if not (parted or _belongs(token)):
            break
        run.append(token)
    return [t for t in run if not t.is_punct]


def _sent_to(doc: Doc, person: Name) -> int:
    """Return where "to" stands before a name, of "ambassador to the U.S. X", "ambassador to Iran, X"; else 0."""
    apart = person.start > 0 and doc[person.start - 1].text == ","
    start = person.start - apart
    for i in range(start - 1, max(start - 1 - SENT, 0), -1):
        if doc[i].lower_ == "to":
            sent = titles().said_by(doc[i - 1].lower_) and not (apart and _begins_clause(doc, person, i - 1))
            return i if sent else 0
        if not (doc[i].text[0].isupper() or doc[i].lower_ == "the"):
            break
    return 0


def _begins_clause(doc: Doc, person: Name, title: int) -> bool:
    """Whether the title before a comma is another's: "at his meeting with the president, | General X said …"."""
    root = doc[person.start : person.end].root
    return doc[title].dep_ == "pobj" and root.dep_ in SUBJECTS and not doc[title].is_ancestor(root)


def _behind(doc: Doc, person: Name) -> list[Token]:
    """Return the words of office behind a name and a comma: "X, the president of France,"."""
    if person.end >= len(doc) or doc[person.end].text != ",":
        return []
    run: list[Token] = []
    for token in doc[person.end + 1 : person.end + 1 + BEHIND]:
        if not run and token.lower_ in ARTICLES:
            continue
        sent = token.lower_ == "to" and bool(run) and bool(titles().said_by(run[-1].lower_))  # "ambassador to Iran"
        if sent or token.text in (",", ".", "–", "—") or (run and token.lower_ in WHO):
            return run
        if not _belongs(token):
            return []
        run.append(token)
    return []


def _belongs(token: Token) -> bool:
    """Whether a word may belong to an office: a title, a word before titles, a name, "of"."""
    word = token.lower_
    known = titles().said_by(word) or word in titles().kinds or word in titles().plain or word in nouns().agents
    return bool(known) or word in JOINTS or word in nouns().former or not (word == token.text or token.is_punct)


def state_of(person: str, offices: Sequence[Office], entities: Mapping[Name, Entity]) -> Entity | None:
    """Return the state that a person holds, or held, an office of; None where the text does not say."""
    held = (o for o in offices if entities[o.person].name == person and "opposition" not in o.words)
    return next((e for o in held for e in o.of if e.kind in ("country", "territory")), None)


def served(person: str, offices: Sequence[Office], entities: Mapping[Name, Entity]) -> Entity | None:
    """Return for whom a person says "we": the state or the armed group whose office he holds; None where neither.

    A ministry or an army is its state: the spokesman of "the Peruvian Foreign Ministry" speaks for Peru.
    """
    held = (o for o in offices if entities[o.person].name == person)
    of = {_owner(e) for o in held for e in o.of if e.kind == "organisation"}
    body = of.pop() if len(of) == 1 else None
    if body is not None and (body.kind != "organisation" or body.name in descriptions()["armed"]):
        return body  # "the Lebanese Hezbollah leader"
    return state_of(person, offices, entities)


def _owner(body: Entity) -> Entity:
    """Return the state whose organ a body is; else the body."""
    words = body.name.lower().split()
    organ = not nouns().organs.isdisjoint(words) or words[-1] in nouns().offices
    return (world().entity(body.country or "") if organ else None) or body
