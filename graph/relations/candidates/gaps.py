"""Referents → the clauses that leave their verb out, each as who does it and to whom.

"Ghana backed Kenya, and Chad Mali": two names of states side by side, or with "by" between, at the end of a list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.entities.names import Name
from graph.entities.referents import Referent, Referents
from graph.entities.referents.referent import STATES
from graph.relations.candidates.cues import Match
from graph.relations.lexicon import RoleFrame
from graph.syntax.labels import OBJECTS, has, is_verb
from graph.syntax.tree import Token

Pair = tuple[Referent, Referent]

JOINTS = frozenset({"and", "but", "while", ",", ";"})
HUNG = frozenset({"conj", "appos"})
HIGHEST = 8


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause without its verb, which is that of the clause before, at `verb`; `passive`: "and Mali by Chad"."""

    first: Referent
    second: Referent
    verb: int
    passive: bool = False
    counted: bool = False  # `second` is what the clause before tells of: "Mali expelled two Cubans, and Chad three"


def gaps(referents: Referents) -> list[Gap]:
    """Return the clauses of a text that leave their verb out, in text order."""
    states = [n for n in referents.names if referents.entities[n].kind in STATES and n.form in ("name", "capital")]
    beside = [(n, head) for n in states for head in _beside(n, referents)]
    opening = {name.start for name, _ in beside}
    found = [_gap(name, head, referents) for name, head in beside if not _goes_on(head, opening, referents)]
    found += [_passive(name, referents) for name in states]
    found += [gap for name in states for gap in _counted(name, referents)]
    return sorted((gap for gap in found if gap is not None), key=lambda gap: gap.first.start)


def _beside(name: Name, referents: Referents) -> Iterator[Token]:
    """Yield the head of the phrase right behind a name that opens a part of a list: "and Chad Mali", "; Chad, Mali"."""
    doc = referents.doc
    joint = doc[name.start - 1].lower_ if name.start else ""
    if joint not in JOINTS or name.end >= len(doc):
        return
    after = name.end + (joint == ";" and doc[name.end].text == ",")
    behind = referents.by_token.get(after)
    if behind is not None and behind.start == after and behind.form in ("name", "capital"):
        head = doc[behind.end - 1]
        ends = after == name.end or behind.end >= len(doc) or doc[behind.end].is_punct
        below = head.head.i < name.start or (head.head.i == name.end - 1 and after > name.end)
        if ends and below and head.dep_ in HUNG and referents.entities[behind].kind in STATES:
            yield head
    elif doc[after].lower_ == "the" and doc[after].head.dep_ == "appos" and doc[after].head.head.i == name.end - 1:
        yield doc[after].head


def _goes_on(head: Token, opening: set[int], referents: Referents) -> bool:
    """Whether a list goes on behind a phrase, so that a comma may be lacking: "Chad, Mali Togo and Peru"."""
    doc, i = head.doc, head.i + 1
    joined = False
    while i < len(doc) and doc[i].lower_ in ("and", ","):
        i, joined = i + 1, True
    return joined and i in referents.by_token and i not in opening


def _gap(name: Name, head: Token, referents: Referents) -> Gap | None:
    """Return the gap of two names, if the first list holds a name and a verb stands before it."""
    first, second, verb = referents.name_at(head.doc[name.start]), referents.own(head), _verb(head)
    if first is None or len(second) != 1 or verb is None or first.entity == second[0].entity:
        return None
    return Gap(first, second[0], verb.i)


def _passive(name: Name, referents: Referents) -> Gap | None:
    """Return the gap of a passive: "Kenya was backed by Ghana and Mali by Chad"."""
    doc = referents.doc
    head, by = doc[name.end - 1], doc[name.end] if name.end < len(doc) else None
    if by is None or by.lower_ != "by" or head.dep_ != "conj" or head.head.dep_ != "pobj":
        return None
    agent = head.head.head
    doers = [r for c in by.children if c.dep_ == "pobj" for r in referents.own(c)]
    first = referents.name_at(head)
    if agent.dep_ != "agent" or len(doers) != 1 or first is None:
        return None
    return Gap(first, doers[0], agent.head.i, passive=True)


def _counted(name: Name, referents: Referents) -> Iterator[Gap]:
    """Yield the gaps of a clause that only counts: "Mali expelled two Cubans and Chad three"."""
    doc, after = referents.doc, name.end + 1
    joined = name.start > 0 and doc[name.start - 1].lower_ in JOINTS and after <= len(doc)
    if not joined or doc[name.end].tag_ != "CD" or doc[name.end].lower_ == "one":
        return
    closed = after == len(doc) or doc[after].is_punct or doc[after].lower_ in ("in", "on", "and")
    first, sentence = referents.name_at(doc[name.start]), doc[name.start].sent
    before = (doc[i] for i in range(name.start - 1, sentence.start, -1))
    told = next((t for t in before if t.dep_ in OBJECTS and has(t, ("nummod",))), None)
    verb = _verb(told) if told is not None else None
    if closed and told is not None and verb is not None and first is not None:
        for second in referents.own(told):
            if second.entity != first.entity:
                yield Gap(first, second, verb.i, counted=True)


def _verb(noun: Token) -> Token | None:
    """Return the verb before a noun that governs its list."""
    node = noun
    for _ in range(HIGHEST):
        node = node.head
        if is_verb(node):
            return node if node.i < noun.i else None
    return None


def around(found: Iterable[Pair], match: Match, frame: RoleFrame, gaps: Sequence[Gap]) -> list[Pair]:
    """Return the pairs of a cue without those whose ends stand in a gap, and with what its verb says there."""
    if not gaps:
        return list(found)
    starts = {r.start for gap in gaps for r in ((gap.first,) if gap.counted else (gap.first, gap.second))}
    kept = [pair for pair in found if not starts.intersection(r.start for r in pair)]
    if frame.source == "subject" and frame.target == "object" and match.cue.part == "verb" and kept:
        here = [gap for gap in gaps if gap.verb == match.head.i]
        kept += [(gap.second, gap.first) if gap.passive else (gap.first, gap.second) for gap in here]
    return kept
