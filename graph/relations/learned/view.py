"""A sentence and its pairs of entities → the numbers that the net sees.

Of a name the net sees only the kind of its entity, so that it cannot know who is against whom: what it says, the words
around the names say. Everything that must be the same when it learns and when it reads stands here.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from graph.relations.candidates import Match
from graph.relations.learned.mentions import Couple, Mention
from graph.relations.learned.pieces import Pieces
from graph.syntax.tree import Span, Token

CLASS, END = "[CLS]", "[SEP]"
BITS = 10  # what each word is to a pair: see `_bits`
LONGEST = 140  # pieces of a sentence; what lies behind is not read
CLASSES = (6, 9, 14, 22)  # counts from which on a new class begins
NAMED = ("ADJ", "NOUN")
WAY = 7  # steps of a way that is told as a whole
BESIDE = 8  # words before and after a pair's ends and the way between them that are read again
ON_WAY = (0, 2, 4, 5, 6)  # bits of the words of the ends' mentions, of the ways up and down, and of where they meet

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers that the net learned stand for: tags, labels, kinds, marks of the lexicon, named features."""

    tags: Mapping[str, int]
    labels: Mapping[str, int]
    kinds: Mapping[str, int]  # kind of an entity → number of the piece that stands for its name
    marks: Mapping[str, int]  # relation and part of speech of a cue
    features: int

    @classmethod
    def told(cls, meta: Mapping[str, Any], pieces: Pieces) -> Self:
        """Return what the lists of a net's file say."""
        tags, labels, marks = ({name: n for n, name in enumerate(meta[part])} for part in ("tags", "labels", "marks"))
        kinds = {kind: pieces.number[piece] for kind, piece in meta["kinds"].items()}
        return cls(tags, labels, kinds, marks, int(meta["features"]))


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence: piece numbers, half-open spans of pieces by word, tag and label of each word, lexicon marks."""

    pieces: Numbers
    spans: Numbers
    tags: Numbers
    labels: Numbers
    marks: Flags

    def __len__(self) -> int:
        """Return the number of words that are seen."""
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair: (anchor, start, end) of both ends, what each word is to it, and numbers of its named features."""

    couple: Couple
    source: tuple[int, int, int]
    target: tuple[int, int, int]
    bits: Flags
    features: Numbers


def see(sentence: Span, mentions: Iterable[Mention], cues: Iterable[Match], pieces: Pieces, names: Names) -> Seen:
    """Return what is seen of a sentence: `cues` are the lexicon's in it."""
    hidden = _hidden(sentence, mentions)
    numbers, spans = [pieces.number[CLASS]], list[tuple[int, int]]()
    before: tuple[str, str] | None = None
    for place, token in enumerate(sentence):
        name = hidden.get(place)
        if name is not None and name == before:
            spans.append(spans[-1])  # the same name goes on
            continue
        found = pieces.of(token.text) if name is None else (names.kinds[name[0]],)
        if len(numbers) + len(found) > LONGEST:
            break
        before = name
        spans.append((len(numbers), len(numbers) + len(found)))
        numbers.extend(found)
    numbers.append(pieces.number[END])
    words = list(sentence)[: len(spans)]
    return Seen(
        np.array(numbers),
        np.array(spans, dtype=np.int64).reshape(-1, 2),
        np.array([names.tags.get(t.pos_, len(names.tags)) for t in words], dtype=np.int64),
        np.array([names.labels.get(t.dep_, len(names.labels)) for t in words], dtype=np.int64),
        _marks(sentence, len(spans), cues, names),
    )


def _hidden(sentence: Span, mentions: Iterable[Mention]) -> dict[int, tuple[str, str]]:
    """Return the words that are parts of names: by number, the kind of the entity and its name."""
    tokens, found = list(sentence), dict[int, tuple[str, str]]()
    for mention in mentions:
        entity = mention.referent.entity
        for place in range(mention.start, mention.end):
            token = tokens[place]
            large = token.text[:1].isupper() and token.pos_ in NAMED and (place > 0 or mention.via == "name")
            if token.pos_ == "PROPN" or large:
                found.setdefault(place, (entity.kind, entity.name))
    return found


def _marks(sentence: Span, words: int, cues: Iterable[Match], names: Names) -> Flags:
    found = np.zeros((words, len(names.marks)), dtype=bool)
    for match in cues:
        for group in match.cue.groups:
            mark = names.marks.get(f"{group.relation.name}.{match.cue.part}")
            places = (i - sentence.start for i in match.words)
            if mark is not None:
                for place in places:
                    if 0 <= place < words:
                        found[place, mark] = True
    return found


def pairs(
    sentence: Span, couples: Iterable[Couple], cues: Iterable[Match], entities: int, seen: Seen, names: Names
) -> Iterator[Pair]:
    """Yield what is seen of each pair both of whose ends are seen; `entities` is how many the sentence has."""
    tokens = list(sentence)
    labels = list(map(_label, tokens))
    below: dict[int, list[int]] = {}
    for place, token in enumerate(tokens[: len(seen)]):
        below.setdefault(token.head.i - sentence.start, []).append(place)
    common = bytearray(BITS * len(seen))
    matched = (i - sentence.start for match in cues for i in match.words)
    _mark(common, ((8, place, place + 1) for place in matched if place >= 0))
    for couple in couples:
        ends = (couple.source, couple.target)
        if max(max(m.anchor, m.end - 1) for m in ends) >= len(seen):
            continue
        told = {zlib.crc32(f.encode()) % names.features for f in features_of(tokens, labels, couple, entities)}
        source, target = ((m.anchor, m.start, m.end) for m in ends)
        yield Pair(couple, source, target, _bits(couple, common, below), np.array(sorted(told)))


def _bits(couple: Couple, common: bytearray, below: Mapping[int, Sequence[int]]) -> Flags:
    """Return what each word is to a pair.

    Of the source's mention, of any mention of it, the same of the target; on the way up, on the way down, where they
    meet, right below the way; of a cue (these are the `common` ones); between the two.
    """
    low, high = sorted((couple.source.anchor, couple.target.anchor))
    spans = [(9, low + 1, high)]
    for bit, nearest, every in ((0, couple.source, couple.sources), (2, couple.target, couple.targets)):
        spans += [(bit, nearest.start, nearest.end), (bit, nearest.anchor, nearest.anchor + 1)]
        spans += [(bit + 1, mention.start, mention.end) for mention in every]
    spans += [(4, word, word + 1) for word in couple.up[1:]]
    spans += [(5, word, word + 1) for word in couple.down[1:]]
    spans += [(6, couple.top, couple.top + 1)] if couple.top >= 0 else []
    on = {*couple.up, *couple.down, couple.top}
    spans += [(7, word, word + 1) for above in on for word in below.get(above, ()) if word not in on]
    bits = bytearray(common)
    _mark(bits, spans)
    return np.frombuffer(bits, dtype=bool).reshape(-1, BITS)


def around(seen: Seen, pair: Pair) -> tuple[Seen, Pair]:
    """Return the part of a sentence around a pair, and the pair with its words numbered in that part."""
    words = np.flatnonzero(pair.bits[:, ON_WAY].any(1))
    first, end = max(0, int(words[0]) - BESIDE), min(len(seen), int(words[-1]) + BESIDE + 1)
    same = (seen.spans[1:] == seen.spans[:-1]).all(1)  # whether a word's span is that of the next: one name
    while first > 0 and same[first - 1]:
        first -= 1
    while end < len(seen) and same[end - 1]:
        end += 1
    start, stop = seen.spans[first, 0], seen.spans[end - 1, 1]
    pieces = np.concatenate([seen.pieces[:1], seen.pieces[start:stop], seen.pieces[-1:]])
    part = slice(first, end)
    less = Seen(pieces, seen.spans[part] - start + 1, seen.tags[part], seen.labels[part], seen.marks[part])
    source, target = ((anchor - first, a - first, b - first) for anchor, a, b in (pair.source, pair.target))
    return less, Pair(pair.couple, source, target, pair.bits[part], pair.features)


def _mark(bits: bytearray, spans: Iterable[tuple[int, int, int]]) -> None:
    """Set one bit of the words start:end for each (bit, start, end), as far as there are such words."""
    for bit, start, end in spans:
        for place in range(BITS * start + bit, min(BITS * end, len(bits)), BITS):
            bits[place] = 1


def _label(token: Token) -> str:
    """Return the label of a word, with the word itself where that is what tells: "prep:against"."""
    tells = token.dep_ in ("prep", "agent") or token.pos_ == "ADP"
    return f"{token.dep_}:{token.lemma_.lower()}" if tells else token.dep_


def features_of(tokens: Sequence[Token], labels: Sequence[str], couple: Couple, entities: int) -> Iterator[str]:
    """Yield the named features of a pair: kinds, ways of standing, and the way between; `labels` are the words'."""
    one, other = couple.source, couple.target
    ka, kb = one.referent.entity.kind, other.referent.entity.kind
    order = "<" if one.anchor < other.anchor else ">"
    long, far = _class(len(couple.up) + len(couple.down)), _class(abs(one.anchor - other.anchor))
    yield from (f"ka={ka}", f"kb={kb}", f"k={ka}>{kb}", f"va={one.via}", f"vb={other.via}")
    yield from (f"v={one.via}>{other.via}{order}", f"fa={one.referent.form}", f"fb={other.referent.form}")
    yield from (f"o={order}", f"pl={long}", f"d={far}", f"ne={_class(entities)}", f"pl={long}{order}d={far}")
    if other.referent.place is not None:
        yield "b.place"
    if other.referent.entity.country == one.name:
        yield "b.of.a"
    if one.referent.entity.country == other.name:
        yield "a.of.b"

    up, down = [labels[i] for i in couple.up], [labels[i] for i in couple.down]
    top = tokens[couple.top].lemma_.lower() if couple.top >= 0 else "-"
    tag = tokens[couple.top].pos_ if couple.top >= 0 else "-"
    if len(up) + len(down) <= WAY:
        yield from (f"way={'^'.join(up)}|{tag}|{'v'.join(down)}", f"wayt={'^'.join(up)}|{top}|{'v'.join(down)}")
    last, first = up[-1] if up else "self", down[-1] if down else "self"
    yield from (f"top={top}", f"topp={tag}", f"ends={last}|{first}", f"et={last}|{top}|{first}")
    yield from (f"ua={up[0] if up else 'self'}", f"db={down[0] if down else 'self'}")
    yield from (f"ua3={'^'.join(up[:3])}", f"db3={'^'.join(down[:3])}", f"dt={top}|{first}", f"ut={last}|{top}")


def _class(number: int) -> int:
    """Return the number of the class that a count falls into."""
    return number if number < 4 else 4 + sum(number >= least for least in CLASSES)
