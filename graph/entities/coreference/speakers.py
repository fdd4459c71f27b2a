"""I, we, our → who speaks, where a quotation says whose words they are."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from graph.data_files import union
from graph.entities.coreference.voices import SPEAKERS, main_speaker, saying, speaks_next, who
from graph.entities.names import Name
from graph.entities.referents import Referent, Referents
from graph.entities.referents.offices import served
from graph.entities.referents.quotations import Quotation, is_mark
from graph.entities.words.nouns import lemma_of
from graph.entities.words.titles import titles
from graph.records import Entity
from graph.syntax.labels import is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST = SINGULAR | {"we", "us", "our", "ours", "ourselves"}
TOGETHER = frozenset({"we", "us", "our", "ours"})
SECOND = frozenset({"you", "your", "yours"})
STOPS = frozenset(".!?")
ASKING = frozenset({"ask", "inquire", "wonder"})  # of a quoted question: "“Has Peru left?” he asked"
MOST = 3  # who talk with one another
LEAD = 2  # sentences with which a text begins
NEAR = 14  # tokens between a quotation and the verb that says whose it is


def of_first(token: Token, referents: Referents) -> list[Referent]:
    """Return who says "I" or "we"; empty where no quotation holds the word, or nobody is named who speaks."""
    said = referents.quotations
    place = next((k for k, q in enumerate(said) if q.start <= token.i < q.end), None)
    while place is not None:
        found = _speaker(said[place], referents)
        if found or not place or not _goes_on(said[place - 1], said[place], token.doc):
            return _one(found) if token.lower_ in SINGULAR else [_state(r, referents) for r in found]
        place -= 1
    return _of_turn(token, referents) if not said or all(not q.start <= token.i < q.end for q in said) else []


def _of_turn(token: Token, referents: Referents) -> list[Referent]:
    """Return who says "I" in an interview or a transcript; for "we" the state that he speaks for."""
    found = _in_turn(token, referents)
    if token.lower_ in SINGULAR:
        return found
    return [state for r in found if (state := _state(r, referents)).entity != r.entity]


def together(token: Token, referents: Referents) -> list[Referent]:
    """Return the states of all who talk, where "we" and "our" may be theirs together: "our partnership"; else nothing.

    One speaker's "we" is his state; what two do with one another they do together.
    """
    turn = next((t for t in referents.turns if t.start <= token.i < t.end), None)
    if token.lower_ not in TOGETHER or turn is None or turn.speaker is None:
        return []
    talking = {_entity(t.speaker, referents): t.speaker for t in referents.turns if t.speaker is not None}
    states = [_state(_referent(n, referents), referents) for n in talking.values()]  # as they first spoke
    found = {r.entity.name: replace(r, via="pronoun", pointer=token.i) for r in states if r.entity not in talking}
    return list(found.values()) if 1 < len(found) == len(talking) <= MOST else []


def of_second(token: Token, referents: Referents) -> list[Referent]:
    """Return to whom "you" is said in a talk of two: the other; for "your" too."""
    found = _in_turn(token, referents)
    talking = [t.speaker for t in referents.turns if t.speaker is not None]
    own = {r.entity for r in found}
    others = {_entity(n, referents): n for n in reversed(talking) if _entity(n, referents) not in own}  # as first named
    return [_referent(n, referents) for n in others.values()] if found and len(others) == 1 else []


def _entity(name: Name, referents: Referents) -> Entity:
    return referents.entities.get(name, name.entity)


def _referent(name: Name, referents: Referents) -> Referent:
    return Referent(_entity(name, referents), name.start, name.end, "name", head=name.end - 1)


def sayers(token: Token, referents: Referents) -> list[Referent]:
    """Return who says what a token belongs to, by the quotation or the turn of talk that holds it."""
    said = referents.quotations
    place = next((k for k, q in enumerate(said) if q.start <= token.i < q.end), None)
    while place is not None:
        if found := _speaker(said[place], referents):
            return found
        if not place or not _goes_on(said[place - 1], said[place], token.doc):
            break
        place -= 1
    return (_told_before(said[place], referents) if place is not None else []) or _in_turn(token, referents)


def _told_before(quotation: Quotation, referents: Referents) -> list[Referent]:
    """Return who says the sentence before a quotation that stands alone: "Peru is strong, Silva said. “We …”"."""
    mark = referents.doc[quotation.start - 1]
    if mark.i < 1 or mark.doc[mark.i - 1].text not in STOPS:
        return []
    found = main_speaker(mark.doc[mark.i - 1].sent, referents)
    return found if len(found) == 1 and found[0].entity.kind in SPEAKERS else []


def _in_turn(token: Token, referents: Referents) -> list[Referent]:
    """Return whose turn of talk holds a token."""
    turn = next((t for t in referents.turns if t.start <= token.i < t.end), None)
    if turn is None or turn.speaker is None:
        return []
    return [_referent(turn.speaker, referents)]


def _speaker(quotation: Quotation, referents: Referents) -> list[Referent]:
    """Return who says a quotation: by the verb of saying just behind it, else just before it."""
    doc = referents.doc
    behind = doc[quotation.end + 1 : min(quotation.end + 1 + NEAR, len(doc))]
    before = doc[max(quotation.start - 1 - NEAR, 0) : quotation.start - 1]
    sides = (_clause(behind), _clause(reversed(before)))
    ended = doc[quotation.end - 1].text == "."  # "… in Peru.” Later, Silva said": of something else, perhaps
    for words in reversed(sides) if ended else sides:
        verbs = [t for t in words if is_verb(t) and t.lemma_.lower() in union(operators().speech, ASKING)]
        for verb in verbs if not any(_says_more(t, quotation) for t in verbs) else ():
            found = [r for s in saying(verb) if not _inside(s, quotation) for r in who(s, referents)]
            if len({r.entity.name for r in found}) == 1:
                return found
    return []


def _says_more(verb: Token, quotation: Quotation) -> bool:
    """Whether a verb behind a quotation's last sentence begins another: “Peru left!” He said that Chile stayed."""
    ended = verb.i > quotation.end and verb.doc[quotation.end - 1].text in STOPS
    return ended and any(c.dep_ in ("ccomp", "dobj") and c.i > verb.i for c in verb.children)


def _clause(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens up to the end of a sentence or the next quotation."""
    return list(takewhile(lambda t: t.text not in STOPS and not is_mark(t), tokens))


def _goes_on(before: Quotation, here: Quotation, doc: Doc) -> bool:
    """Whether a quotation goes on with what the one before it began: "…", he said. "…"."""
    return here.start - before.end <= NEAR and sum(t.text in STOPS for t in doc[before.end : here.start]) <= 1


def _inside(token: Token, quotation: Quotation) -> bool:
    return quotation.start <= token.i < quotation.end


def _one(found: list[Referent]) -> list[Referent]:
    return found if len(found) == 1 and (found[0].entity.kind == "person" or found[0].via == "agent") else []


def _state(speaker: Referent, referents: Referents) -> Referent:
    """Return the state whose office the speaker holds, or the armed group, for whom he says "we"; else the speaker."""
    state = served(speaker.entity.name, referents.offices, referents.entities) or _as_told(speaker.entity, referents)
    return replace(speaker, entity=state) if state is not None else speaker


def _as_told(person: Entity, referents: Referents) -> Entity | None:
    """Return the state whose officer the text begins with and names next: "A Peruvian envoy said …. Silva said …"."""
    doc, end = referents.doc, 0
    for _ in range(LEAD):
        end = doc[end].sent.end if end < len(doc) else end
    officers = (t for t in doc[:end] if t.dep_ == "nsubj" and t.tag_ == "NN" and titles().said_by(lemma_of(t)))
    told = ((t, speaks_next(t, "person", referents)) for t in officers)
    own = (t for t, found in told if found is not None and found[0].entity == person)
    return next((r.entity for t in own for r in referents.modifiers(t) if r.entity.kind == "country"), None)
