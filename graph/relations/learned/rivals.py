"""Pairs that the net reads the same cue for → how each stands beside the others, as named quantities.

The net judges each pair by itself. But of two parties that are not named side by side only one is behind a deed: in
"Chad, a friend of Mali, condemned Niger" who condemns is Chad or Mali, not both. Of what the net says beside the rules
and what is false, the greater part is a relation that the sentence does state, of the wrong party.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NOTHING = -7.0  # the score of a pair that there is not
FAINT = -4.5  # what the net says less of is as nothing
LIKELY = -1.0  # from here on a pair counts as one that the cue may be for
MOST = 3.0  # a greater distance tells no more
UNREAD = -6.0  # the score of a pair that was not read a second time; others are held within it and its opposite

Array = NDArray[np.float64]
Ends = tuple[str, str]  # names of source and target
ENDS = ("source", "target")


@dataclass(frozen=True, slots=True)
class Claim:
    """A pair of a sentence: the names of its ends, the first party of the list each stands in, and the cue by the net.

    Parties and cue are numbers of words: in "Chad and Mali" the first party of Mali is Chad.
    """

    ends: Ends
    firsts: tuple[int, int]
    cue: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the rules: the names of its ends, the number of its relation, the numbers of the cue's words."""

    ends: Ends
    relation: int
    words: frozenset[int]


def rivals_of(claims: Sequence[Claim], score: Array, said: Sequence[Said]) -> dict[str, Array]:
    """Return the quantities of each claim (row) and relation (column) by name; `score` is what the net says of each."""
    held = np.where(score < FAINT, NOTHING, score)
    found: dict[str, Array] = {}
    for end, name in enumerate(ENDS):
        rival, fellow = np.full_like(score, NOTHING), np.full_like(score, NOTHING)
        for rows in _together((claim.cue, claim.ends[1 - end]) for claim in claims):
            firsts = np.array([claims[row].firsts[end] for row in rows])
            alike = firsts[:, None] == firsts
            rival[rows] = _best(held[rows], ~alike)
            fellow[rows] = _best(held[rows], alike & ~np.eye(len(rows), dtype=bool))
        found |= {f"rival {name}": rival, f"fellow {name}": fellow}
        found[f"behind {name}"] = np.where(rival > score, 1.0, 0.0)
        found[f"before {name}"] = np.clip(score - rival, -MOST, MOST)
    likely = np.where(score > LIKELY, 1.0, 0.0)
    found["same cue"] = np.zeros_like(score)
    for rows in _together(claim.cue for claim in claims):
        found["same cue"][rows] = likely[rows].sum(0) - likely[rows]
    return found | _beside_rules(claims, score, said)


def again_of(ends: Sequence[Ends], score: Array) -> dict[str, Array]:
    """Return the quantities of a second reading by name; `score` is what it says, NaN where there was none.

    Each pair stands beside the others of the same target, and those of the same source.
    """
    held = np.where(np.isnan(score), UNREAD, np.clip(score, UNREAD, -UNREAD))
    padded = np.vstack([held, np.full(held.shape[1], UNREAD)])  # the last row is that of no pair
    row_of = {pair: row for row, pair in enumerate(ends)}
    found = {"again": held, "read again": np.where(np.isnan(score), 0.0, 1.0)}
    found["again turned"] = padded[[row_of.get((other, one), -1) for one, other in ends]]
    found["again other"] = np.stack([np.delete(held, column, 1).max(1) for column in range(held.shape[1])], 1)
    for end, name in enumerate(ENDS):
        rival = np.full_like(held, UNREAD)
        for rows in _together(pair[1 - end] for pair in ends):
            rival[rows] = _best(held[rows], ~np.eye(len(rows), dtype=bool), UNREAD)
        found[f"again before {name}"] = np.clip(held - rival, -MOST, MOST)
    return found


def _together(keys: Iterable[object]) -> Iterator[list[int]]:
    """Yield the numbers of those that have the same key."""
    groups: dict[object, list[int]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(key, []).append(number)
    yield from groups.values()


def _best(score: Array, whom: NDArray[np.bool_], nothing: float = NOTHING) -> Array:
    """Return for each row the greatest score, by column, of the rows that `whom` names."""
    return np.asarray(np.where(whom[:, :, None], score[None], nothing).max(1))


def _beside_rules(claims: Sequence[Claim], score: Array, said: Sequence[Said]) -> dict[str, Array]:
    """Return where the rules state something of other ends: by the same cue, with one end the same, or at all."""
    names = ("rules elsewhere", "cue of rules", "cue of rules source", "cue of rules target", "cue of rules neither")
    found = {name: np.zeros_like(score) for name in names}
    for one in said:
        for row, claim in enumerate(claims):
            if set(one.ends) == set(claim.ends):
                continue
            told = {"rules elsewhere"}
            if claim.cue in one.words:
                told |= {"cue of rules"}
                told |= {f"cue of rules {end}" for n, end in enumerate(ENDS) if one.ends[n] == claim.ends[n]}
                told |= set() if set(one.ends) & set(claim.ends) else {"cue of rules neither"}
            for name in told:
                found[name][row, one.relation] = 1.0
    return found
