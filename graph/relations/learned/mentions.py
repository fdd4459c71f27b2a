"""A sentence → its mentions, and every ordered pair of its entities with the two mentions that are nearest.

Any two entities of a sentence may stand in a relation: in articles read for it, 92 % of the stated relations hold
between two referents of one sentence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from graph.entities.referents import Referent, Referents
from graph.relations.decisions import Decision
from graph.syntax.tree import Span, Token
from graph.syntax.ways import meeting

APART = 20.0  # steps that count for two words of which neither way leads to the other
OVERLAP = 6.0
FARTHEST = 40  # steps up a tree
HARDLY = frozenset({"private", "act", "place"})  # ways of standing for an entity that seldom act
UNSEEN = "absent"  # the way of an end that only a rule sees
NOBODY = frozenset({"AUX", "CCONJ", "PART", "PUNCT", "SPACE"})  # words that without others below stand for nobody


@dataclass(frozen=True, slots=True)
class Mention:
    """Words start:end (numbers in the sentence) that stand for an entity; `anchor` is the one that was asked."""

    referent: Referent
    anchor: int
    start: int
    end: int
    via: str

    @property
    def name(self) -> str:
        """The entity's name."""
        return self.referent.entity.name


@dataclass(frozen=True, slots=True)
class Couple:
    """An ordered pair of entities of a sentence: all mentions of both, the nearest two, and the way between these.

    `up` leads from the source's anchor to the word `top` where the ways meet (-1: nowhere), `down` from the target's.
    """

    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    source: Mention
    target: Mention
    up: tuple[int, ...]
    top: int
    down: tuple[int, ...]

    @property
    def names(self) -> tuple[str, str]:
        """The names of both entities."""
        return self.source.name, self.target.name


def mentions_of(sentence: Span, referents: Referents) -> list[Mention]:
    """Return what stands for an entity in a sentence, in the order of the words that were asked."""
    found: dict[tuple[str, str, int, int], Mention] = {}
    first, end = sentence.start, sentence.end
    for token in sentence:
        name = referents.by_token.get(token.i)
        if name is None and token.pos_ in NOBODY and not token.children:
            continue
        if name is not None and token.i != referents.doc[name.start : name.end].root.i:
            continue
        for referent in referents.own(token):
            inside = first <= referent.start <= token.i < referent.end <= end
            span = (referent.start, referent.end) if inside else (token.i, token.i + 1)
            key = (referent.entity.name, referent.via, *span)
            place = token.i - first
            found.setdefault(key, Mention(referent, place, span[0] - first, span[1] - first, referent.via))
    return list(found.values())


def by_entity(sentence: Span, mentions: Iterable[Mention], decisions: Iterable[Decision]) -> dict[str, list[Mention]]:
    """Return the mentions of each entity by its name, with the ends that only a rule sees."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.name, []).append(mention)
    owners = owners_of(found)
    for decision in decisions:
        for end in (decision.candidate.source, decision.candidate.target):
            name = end.entity.name
            if name not in found and name not in owners and sentence.start <= end.start < end.end <= sentence.end:
                start, stop = end.start - sentence.start, end.end - sentence.start
                found[name] = [Mention(end, stop - 1, start, stop, UNSEEN)]
    return found


def owners_of(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """Return the country that a place stands for where it is said, by the place's own name: Seoul → South Korea."""
    places = ((m.referent.place, m.name) for each in mentions.values() for m in each)
    return {place.name: owner for place, owner in places if place is not None and place.name not in mentions}


def couples_of(sentence: Span, mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Couple]:
    """Yield each ordered pair of entities, with their two nearest mentions."""
    heads = [token.head.i - sentence.start for token in sentence]
    above = {m.anchor: upwards(heads, m.anchor) for each in mentions.values() for m in each}
    for one, other in permutations(mentions, 2):
        yield _nearest(above, mentions[one], mentions[other])


def _nearest(above: Mapping[int, Sequence[int]], sources: Sequence[Mention], targets: Sequence[Mention]) -> Couple:
    """Return the couple of two entities; `above`: each anchor with the words above it."""
    best: tuple[float, Couple] | None = None
    for source in sources:
        for target in targets:
            up, top, down = way(above[source.anchor], above[target.anchor])
            far = len(up) + len(down) + (APART if top < 0 else 0.0) + abs(source.anchor - target.anchor) * 0.05
            far += 3 * (source.via in HARDLY or source.via == UNSEEN) + 2 * (target.via == UNSEEN)
            far += OVERLAP * (source.start < target.end and target.start < source.end)
            if best is None or far < best[0]:
                best = far, Couple(tuple(sources), tuple(targets), source, target, tuple(up), top, tuple(down))
    assert best is not None  # both have a mention
    return best[1]


def way(one: Sequence[int], other: Sequence[int]) -> tuple[Sequence[int], int, Sequence[int]]:
    """Return of two ways up the words before they meet, that word (-1: none), and those of the other way."""
    up, top, down = meeting(one, other)
    return up, -1 if top is None else top, down


def upwards(heads: Sequence[int], word: int) -> list[int]:
    """Return a word and those above it in its sentence, nearest first."""
    found = [word]
    while heads[word] != word and 0 <= heads[word] < len(heads) and len(found) < FARTHEST:
        word = heads[word]
        found.append(word)
    return found


def word_of(sentence: Span, number: int) -> Token:
    """Return a word of the sentence by its number in it."""
    return sentence.doc[sentence.start + number]
