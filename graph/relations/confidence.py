"""Rule → confidence: how often the statements of a rule are right at least, as measured on gold statements.

A rule is "opposed.attack.verb subject -> object". Few rules were seen often, so each also leans on its kin: on the
family opposed.attack.verb, that on all verbs of opposition, those on the relation. The precision of the wider kin is
worth WORTH statements; to these come the rule's own, right and false. Confidence is the lower end of the Wilson score
interval of the sum (E. B. Wilson 1927, "Probable inference, the law of succession, and statistical inference",
Journal of the American Statistical Association 22; at 95 %). So a right statement more never lowers it, a false one
never raises it, and a rule that was never seen gets less than one that was always right.

The numbers stand in graph/data/confidence.toml; `scripts/accuracy.py --write` measures them anew.
"""

import functools
import math
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.data_files import DATA

FILE = DATA / "confidence.toml"
Z = 1.96  # 95 %
WORTH = 8.0  # statements; of 1 to 64, from 4 to 16 foretell best which statements of unseen texts are right


@dataclass(frozen=True, slots=True)
class Trust:
    """What was measured of a rule, a family or a relation, and the confidence of the statements it makes.

    The confidence of a family is that of a rule of which only the family is known.
    """

    right: int
    false: int
    confidence: float


def confidence(rule: str) -> float:
    """Return the confidence of statements that this rule makes, in 0..1; 0 where nothing like it was measured."""
    return look_up(rule, _known())


def look_up(rule: str, known: Mapping[str, float]) -> float:
    """Return what is known of a rule, or else of its nearest kin."""
    return next((known[name] for name in (rule, *kin(rule)) if name in known), 0.0)


def kin(rule: str) -> tuple[str, ...]:
    """Return what a rule leans on, the nearest first: its family, its relation's part of speech, its relation."""
    family = rule.partition(" ")[0]
    parts = family.split(".")
    wider = (family, f"{parts[0]}.{parts[-1]}", parts[0]) if len(parts) > 1 else (family,)
    return tuple(name for name in dict.fromkeys(wider) if name != rule)


def wilson(right: float, number: float) -> float:
    """Return the lower end of the Wilson score interval of the share right / number; 0 for nothing."""
    if number <= 0:
        return 0.0
    share, spread = right / number, Z * Z / number
    centre = share + spread / 2
    margin = math.sqrt(spread * (share * (1 - share) + spread / 4))
    return max(0.0, (centre - margin) / (1 + spread))


def measure(rules: Mapping[str, tuple[int, int]]) -> dict[str, Trust]:
    """Return the trust in each rule and in its kin, given how many statements of each rule are right and false."""
    right, false = Counter[str](), Counter[str]()
    for rule, counts in rules.items():
        for name in (rule, *kin(rule)):
            right[name] += counts[0]
            false[name] += counts[1]
    trusts: dict[str, Trust] = {}
    for name in sorted({*right, *false}):
        own, seen = (right[name], right[name] + false[name]) if name in rules else (0, 0)
        share = _share(kin(name)[0] if name in rules else name, right, false)
        bound = wilson(own + WORTH * share, seen + WORTH)
        trusts[name] = Trust(right[name], false[name], round(bound, 3))
    return trusts


def _share(name: str, right: Mapping[str, int], false: Mapping[str, int]) -> float:
    """Return the precision of a rule's kin, drawn towards that of the wider kin."""
    seen = right[name] + false[name]
    wider = kin(name)
    if not wider:
        return right[name] / seen if seen else 0.0
    return (right[name] + WORTH * _share(wider[0], right, false)) / (seen + WORTH)


@functools.cache
def _known() -> dict[str, float]:
    """Return the confidence of every rule and family in the data file."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: float(values[2]) for name, values in table["rules"].items()}
