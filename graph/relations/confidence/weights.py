"""graph/data/confidence.tsv: what each circumstance weighs → the probability that a statement is right.

A logistic regression (D. R. Cox 1958, "The regression analysis of binary sequences", Journal of the Royal Statistical
Society B 20): the weights of the circumstances that hold are added up, and the sum is turned into a probability. So
each weight can be read, and `explain` can tell the strongest. Learned by `scripts/confidence.py` from articles that are
annotated statement by statement; what it learned from and how well it foretells stands in docs/accuracy.md.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.data_files import DATA
from graph.errors import DataError

FILE = DATA / "confidence.tsv"
DIGITS = 3
LEAST = 0.2  # what is less probable is not said: F1 is greatest between 0.2 and 0.3
BASE = "always"  # the weight that every statement has
OF = "relation "  # with which the names of those weights begin that a relation has by itself


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each circumstance, by name; of one that was never seen there is none."""

    known: Mapping[str, float]
    relations: tuple[str, ...] = field(init=False)  # those whose statements were learned from

    def __post_init__(self) -> None:
        """Find the relations among the names of the weights."""
        learned = sorted(name.removeprefix(OF) for name in self.known if name.startswith(OF))
        object.__setattr__(self, "relations", tuple(learned))

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability, in 0..1, that a statement made in these circumstances is right."""
        total = sum(self.known.get(name, 0.0) for name in (BASE, *features))
        return round(1 / (1 + math.exp(-total)), DIGITS)

    def of_relation(self, features: Sequence[str], relation: str) -> float:
        """Return the probability of a statement of `relation`; of one never learned, as if it were any that was.

        It is the mean of what it would be if the relation were each of those whose statements were learned from.
        """
        learned = self.relations
        if relation in learned or not learned:
            return self.probability(features)
        own = f" {relation}"
        each = [[f.removesuffix(own) + f" {one}" if f.endswith(own) else f for f in features] for one in learned]
        return round(sum(map(self.probability, each)) / len(each), DIGITS)

    def strongest(self, features: Iterable[str], most: int = 5) -> list[tuple[str, float]]:
        """Return the circumstances that weigh most, either way, each with its weight."""
        found = {name: self.known[name] for name in features if name in self.known}
        return sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@functools.cache
def weights(path: Path = FILE) -> Weights:
    """Return the weights of the data file. Raises DataError for a line that is no name and number."""
    known: dict[str, float] = {}
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror}); install entente again") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        name, _, value = line.partition("\t")
        try:
            known[name] = float(value)
        except ValueError as error:
            what = f"line {number}: {line[:60]!r} is not a name, tab and number"
            raise DataError(f"{path.name}: {what}; make it anew with make confidence") from error
    return Weights(known)
