"""What the net says of the pairs of a sentence, what the rules say, and how pairs stand → named quantities."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from graph.relations.learned.mentions import word_of
from graph.relations.learned.net import Net, Told
from graph.relations.learned.rivals import NOTHING, Claim, Said, again_of, rivals_of
from graph.relations.learned.sights import Sight

POSSIBLE = -2.5  # from here on a pair is read again
LONE = -3.0
LONG = 80  # words of a sentence: a longer one tells no more
WORDS = 40
SUREST = 0.999

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the ordered pairs of a sentence, a row each, and of each relation, a column each.

    `score`: of the net, log odds; `turned`: of the pair turned round; `other`: the best of the other relations.
    `rules`: the probability that the rules give it, NaN where they do not state it; `refused`: they refused it;
    `rules_turned`, `rules_other`: they state it turned round, or another relation. `on_cue`: the net points at a word
    that the lexicon knows for the relation; `cue`: the sentence has one. `sources`, `targets`: ways of standing for
    them, of each pair. `rivals`: how each stands beside pairs of the same cue (graph/relations/learned/rivals);
    `again`: what a second reading says of it, and of those beside it.
    """

    relations: Sequence[str]
    score: Array
    turned: Array
    other: Array
    rules: Array
    refused: Flags
    rules_turned: Flags
    rules_other: Flags
    sources: Sequence[str]
    targets: Sequence[str]
    on_cue: Flags
    cue: Flags
    entities: int
    words: int
    rivals: Mapping[str, Array] = field(default_factory=dict)
    again: Mapping[str, Array] = field(default_factory=dict)

    def quantities(self) -> Iterator[tuple[str, Array | Flags | float]]:
        """Yield each quantity by name; those that are nought may be left out."""
        stated, score = ~np.isnan(self.rules), self.score
        yield from (("net", score), ("net turned", self.turned), ("net other", self.other), ("rules", stated))
        yield "rules sure", np.where(stated, log_odds(self.rules), 0.0)
        yield from (("net and rules", score * stated), ("rules refuse", self.refused))
        yield from (("rules turned", self.rules_turned), ("rules other", self.rules_other))
        for end, ways in (("source", self.sources), ("target", self.targets)):
            yield from ((f"{end} {via}", np.array([[way == via] for way in ways])) for via in sorted(set(ways)))
        yield from (("on cue", self.on_cue), ("cue", self.cue), ("net on cue", score * self.on_cue))
        yield from (("entities", math.log(self.entities)), ("lone", self.other < LONE))
        yield "words", min(self.words, LONG) / WORDS
        for name, values in self.rivals.items():
            yield from ((name, values), (f"{name}, not stated", values * ~stated))
        for place, relation in enumerate(self.relations):
            here = np.arange(len(self.relations)) == place
            yield from ((f"net {relation}", score * here), (f"relation {relation}", here))
            yield f"rules {relation}", stated & here
            if self.again:
                yield f"again {relation}", self.again["again"] * here
        if self.again:
            yield from self.again.items()
            yield "again and rules", self.again["again"] * stated


def read_again(sights: Sequence[Sight], told: Sequence[Sequence[Told]], reads: Net) -> list[Array]:
    """Return what a second reading says of the pairs of each sentence, a row each; NaN where there was none.

    Read again are the pairs of which the rules state something, and those that the first reading holds possible; of a
    pair and the same turned round, both without a direction by the first reading, one is read for both.
    """
    found = [np.full((len(says), len(reads.relations)), np.nan) for says in told]
    wanted, same = list[tuple[int, int]](), list[tuple[int, int, int]]()
    for number, (sight, says) in enumerate(zip(sights, told, strict=True)):
        stated = {(source, target) for source, target, name in sight.rules.found if name in reads.relations}
        read: dict[tuple[str, str], int] = {}
        for row, (pair, one) in enumerate(zip(sight.pairs, says, strict=True)):
            source, target = pair.couple.names
            if (source, target) not in stated and max(one.scores) <= POSSIBLE:
                continue
            turned = read.get((target, source))
            if turned is not None and min(one.symmetric, says[turned].symmetric) > 0:
                same.append((number, row, turned))
            else:
                read[source, target] = row
                wanted.append((number, row))
    if wanted:
        again = reads.again([sights[n].seen for n, _ in wanted], [sights[n].pairs[row] for n, row in wanted])
        for (number, row), scores in zip(wanted, again, strict=True):
            found[number][row] = scores
    for number, row, turned in same:
        found[number][row] = found[number][turned]
    return found


def evidence_of(sight: Sight, says: Sequence[Told], again: Array, reads: Net) -> Evidence:
    """Return what is known of each pair and each relation that the net knows; `again`: by a second reading."""
    rows = {pair.couple.names: row for row, pair in enumerate(sight.pairs)}
    columns = {name: column for column, name in enumerate(reads.relations)}
    score = np.array([told.scores for told in says], dtype=float)
    padded = np.vstack([score, np.full(len(columns), NOTHING)])  # the last row is that of no pair
    rules = np.full_like(score, np.nan)
    refused, rules_turned, rules_other = (np.zeros(score.shape, dtype=bool) for _ in range(3))
    for (one, other, name), found in sight.rules.found.items():
        if (one, other) in rows:
            rules_other[rows[one, other], [column for known, column in columns.items() if known != name]] = True
        if name in columns and (one, other) in rows:
            rules[rows[one, other], columns[name]] = found[2]
        if name in columns and (other, one) in rows:
            rules_turned[rows[other, one], columns[name]] = True
    for one, other, name in sight.rules.refused:
        if name in columns and (one, other) in rows:
            refused[rows[one, other], columns[name]] = True
    marked = np.stack([sight.seen.marks[:, marks].any(1) for marks in reads.marks_of], 1)
    return Evidence(
        relations=reads.relations,
        score=score,
        turned=padded[[rows.get((other, one), -1) for one, other in rows]],
        other=np.stack([np.delete(score, column, 1).max(1) for column in columns.values()], 1),
        rules=rules,
        refused=refused,
        rules_turned=rules_turned,
        rules_other=rules_other,
        sources=[pair.couple.source.via for pair in sight.pairs],
        targets=[pair.couple.target.via for pair in sight.pairs],
        on_cue=marked[[told.cue for told in says]],
        cue=marked.any(0),
        entities=len({pair.couple.source.name for pair in sight.pairs}),
        words=len(sight.seen),
        rivals=rivals_of(_claims(sight, says), score, _said(sight, columns)),
        again=again_of([pair.couple.names for pair in sight.pairs], again),
    )


def _claims(sight: Sight, says: Sequence[Told]) -> list[Claim]:
    """Return what each pair claims: which ends, and which cue."""

    def first(anchor: int) -> int:
        word = word_of(sight.sentence, anchor)
        while word.dep_ == "conj" and word.head is not word:
            word = word.head
        return word.i

    couples = [pair.couple for pair in sight.pairs]
    firsts = [(first(one.source.anchor), first(one.target.anchor)) for one in couples]
    return [Claim(one.names, two, told.cue) for one, two, told in zip(couples, firsts, says, strict=True)]


def _said(sight: Sight, columns: Mapping[str, int]) -> list[Said]:
    """Return what the rules state, with the numbers of the cue's words in the sentence."""
    return [
        Said((one, other), columns[name], frozenset(i - sight.sentence.start for i in found[0].proposal.match.words))
        for (one, other, name), found in sight.rules.found.items()
        if name in columns
    ]


def log_odds(chances: Array) -> Array:
    """Return the log odds of probabilities, none of them surer than SUREST."""
    held = np.clip(chances, 1 - SUREST, SUREST)
    return np.asarray(np.log(held / (1 - held)))
