"""One text's owed and predicted statements → which belong together.

An end matches where the canonical names are equal, or where the words are: one holding all the words of the other,
and at most three more in the predicted one. An owed statement is found by a predicted one of the same relation and
polarity whose two ends match, in the same order unless the owed one is symmetric.
"""

from collections.abc import Callable, Iterable, Sequence

from graph.evaluate.names import folded, words
from graph.evaluate.values import FAULTS, Fault, Owed, Said

MORE = 3  # words that a predicted end may have beside those of the owed one

type Pair = tuple[Owed, Said]
type Ends = tuple[bool, bool]


def end_matches(names: Iterable[str], texts: Iterable[str], name: str, text: str) -> bool:
    """Say whether a predicted end (its canonical name, its words) is one that the gold gives."""
    if folded(name) in {folded(n) for n in names if n}:
        return True
    found = words(text)
    return any(
        bool(want and found) and (found <= want or (want <= found and len(found) <= len(want) + MORE))
        for want in map(words, texts)
    )


def ends(owed: Owed, said: Said) -> Ends:
    """Say which of the two ends match, in order."""
    return (
        end_matches(owed.source, owed.source_text, said.source, said.source_text),
        end_matches(owed.target, owed.target_text, said.target, said.target_text),
    )


def swapped_ends(owed: Owed, said: Said) -> Ends:
    """Say which of the two ends match if the predicted statement is turned round."""
    return (
        end_matches(owed.source, owed.source_text, said.target, said.target_text),
        end_matches(owed.target, owed.target_text, said.source, said.source_text),
    )


def same_ends(owed: Owed, said: Said) -> bool:
    """Say whether both ends match, in the same order unless the owed statement is symmetric."""
    return all(ends(owed, said)) or (owed.symmetric and all(swapped_ends(owed, said)))


def matches(owed: Owed, said: Said, polarity: bool = True) -> bool:
    """Say whether the predicted statement says what is owed; without `polarity` a denial is as good."""
    if owed.relation != said.relation or (polarity and owed.negated != said.negated):
        return False
    return same_ends(owed, said)


def distinct(statements: Iterable[Said]) -> list[Said]:
    """Keep the first of the statements that say the same: source, relation, target, polarity."""
    seen: dict[tuple[str, str, str, bool], Said] = {}
    for said in statements:
        seen.setdefault((folded(said.source), said.relation, folded(said.target), said.negated), said)
    return list(seen.values())


def pair_up(
    owed: Sequence[Owed], said: Iterable[Said], polarity: bool = True
) -> tuple[list[Pair], list[Said], list[Owed]]:
    """Return the found statements with what says them, the false ones, and the missed ones of one text.

    Each owed statement takes at most one predicted one; those that are not optional choose first. A second prediction
    of what is found already is neither right nor false.
    """
    left = distinct(said)
    pairs: list[Pair] = []
    missed: list[Owed] = []
    for wanted in sorted(owed, key=lambda o: o.optional):
        hit = next((i for i, s in enumerate(left) if matches(wanted, s, polarity)), None)
        if hit is not None:
            pairs.append((wanted, left.pop(hit)))
        elif not wanted.optional:
            missed.append(wanted)
    false = [s for s in left if not any(matches(o, s, polarity) for o in owed)]
    return [pair for pair in pairs if not pair[0].optional], false, missed


def faults(missed: Sequence[Owed], false: Sequence[Said]) -> list[tuple[int, int, Fault]]:
    """Return which missed statement comes near to which false one (their places) and the one fault between them.

    Each takes part at most once; faults that leave more right are looked for first.
    """
    found: list[tuple[int, int, Fault]] = []
    for fault in FAULTS:
        for i, owed in enumerate(missed):
            free = [j for j in range(len(false)) if j not in {j for _, j, _ in found}]
            hit = next((j for j in free if NEAR[fault](owed, false[j])), None)
            if hit is not None and i not in {i for i, _, _ in found}:
                found.append((i, hit, fault))
    return found


def _other_polarity(owed: Owed, said: Said) -> bool:
    return owed.negated != said.negated and matches(owed, said, polarity=False)


def _turned_round(owed: Owed, said: Said) -> bool:
    return owed.relation == said.relation and owed.negated == said.negated and all(swapped_ends(owed, said))


def _other_relation(owed: Owed, said: Said) -> bool:
    return owed.relation != said.relation and owed.negated == said.negated and same_ends(owed, said)


def _one_end(owed: Owed, said: Said) -> bool:
    if owed.relation != said.relation or owed.negated != said.negated:
        return False
    return any(ends(owed, said)) or (owed.symmetric and any(swapped_ends(owed, said)))


NEAR: dict[Fault, Callable[[Owed, Said], bool]] = {
    "polarity": _other_polarity,
    "direction": _turned_round,
    "relation": _other_relation,
    "entity": _one_end,
}
