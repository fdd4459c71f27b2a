"""Owed and predicted statements of many texts → an Evaluation: what was found, what is false, what was missed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.evaluate.matching import faults, pair_up
from graph.evaluate.names import same_bearer
from graph.evaluate.values import (
    FAULTS,
    PARTS,
    Fault,
    Found,
    GoldText,
    Missed,
    Owed,
    PartName,
    Said,
    Score,
    Share,
    Told,
    Wrong,
)
from graph.schema import RELATIONS

SPEAKING = ("attribution", "speaker", "no speaker")
"""Parts that are measured only where the gold names a speaker somewhere."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How predicted statements compare with gold ones; everything else is counted from `found`, `false`, `missed`.

    `without_polarity` is the score where a denial is as good as its contrary. `absent` are the ids of gold texts that
    were not read: their statements count as missed. `unknown` are the ids of predicted texts that the gold lacks.
    """

    texts: int
    found: tuple[Found, ...]
    false: tuple[Wrong, ...]
    missed: tuple[Missed, ...]
    without_polarity: Score
    absent: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    relations: tuple[str, ...] = RELATIONS

    @property
    def total(self) -> Score:
        """The score of all statements."""
        return Score(len(self.found), len(self.false), len(self.missed))

    def relation(self, relation: str) -> Score:
        """Return the score of the statements of one relation."""
        return Score(
            sum(f.owed.relation == relation for f in self.found),
            sum(w.said.relation == relation for w in self.false),
            sum(m.owed.relation == relation for m in self.missed),
        )

    @property
    def denials(self) -> Score:
        """The score of the negated statements."""
        return Score(
            sum(f.owed.negated for f in self.found),
            sum(w.said.negated for w in self.false),
            sum(m.owed.negated for m in self.missed),
        )

    def part(self, part: PartName) -> Share:
        """Return how often one part of the statements is right (see graph/evaluate/__init__.py)."""
        if part in FAULTS:
            found = [f for f in self.found if part != "direction" or not f.owed.symmetric]
            near = sum(m.fault == part for m in self.missed)
            return Share(len(found), len(found) + near)
        named = [*(f.owed for f in self.found), *(m.owed for m in self.missed)]
        if part in SPEAKING and not any(owed.attributed_to for owed in named):
            return Share(0, 0)
        if part in ("speaker", "no speaker"):
            told = [f for f in self.found if bool(f.owed.attributed_to) == (part == "speaker")]
            return Share(sum(_right(f, part) for f in told), len(told))
        return Share(sum(_right(f, part) for f in self.found), len(self.found))

    def rules(self) -> dict[str, Score]:
        """Return found and false statements for each rule, by name; what is missed has no rule."""
        found = Counter(f.said.rule for f in self.found)
        false = Counter(w.said.rule for w in self.false)
        return {rule: Score(found[rule], false[rule], 0) for rule in sorted({*found, *false})}

    def families(self) -> dict[str, Score]:
        """Return found and false statements for each family of rules: relation, group and part of speech."""
        found, false = Counter[str](), Counter[str]()
        for rule, score in self.rules().items():
            found[family(rule)] += score.found
            false[family(rule)] += score.false
        return {name: Score(found[name], false[name], 0) for name in sorted({*found, *false})}

    def sources(self) -> dict[str, Score]:
        """Return the score of each source of texts: what stands in their ids before the first hyphen."""
        found, false, missed = (
            Counter(one.id.partition("-")[0] for one in ones if "-" in one.id)
            for ones in (self.found, self.false, self.missed)
        )
        return {name: Score(found[name], false[name], missed[name]) for name in sorted({*found, *false, *missed})}

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: scores, parts, families; not the statements themselves."""
        parts = {part: self.part(part) for part in PARTS}
        return {
            "texts": self.texts,
            "absent": list(self.absent),
            "unknown": list(self.unknown),
            "all": score_dict(self.total),
            **{relation: score_dict(self.relation(relation)) for relation in self.relations},
            "denials": score_dict(self.denials),
            "without_polarity": score_dict(self.without_polarity),
            "parts": {p: {"right": s.right, "of": s.of, "share": _rounded(s.share)} for p, s in parts.items()},
            "sources": {name: score_dict(score) for name, score in self.sources().items()},
            "families": {
                name: {"right": s.found, "false": s.false, "precision": round(s.precision, 4)}
                for name, s in self.families().items()
            },
        }


def evaluate(gold: Iterable[GoldText], predicted: Iterable[Told], relations: Iterable[str] = RELATIONS) -> Evaluation:
    """Compare predicted statements with gold ones. Texts are matched by their ids; the order does not matter.

    `relations` are those that are told one by one; all count.
    """
    told = {text.id: text.statements for text in predicted}
    found: list[Found] = []
    false: list[Wrong] = []
    missed: list[Missed] = []
    loose = Score(0, 0, 0)
    ids: list[str] = []
    for text in gold:
        ids.append(text.id)
        said = told.get(text.id, ())
        _judge(text, said, found, false, missed)
        pairs, extra, lost = pair_up(text.statements, said, polarity=False)
        loose = Score(loose.found + len(pairs), loose.false + len(extra), loose.missed + len(lost))
    known = set(ids)
    absent = tuple(i for i in ids if i not in told)
    unknown = tuple(i for i in told if i not in known)
    return Evaluation(len(ids), tuple(found), tuple(false), tuple(missed), loose, absent, unknown, tuple(relations))


def family(rule: str) -> str:
    """Return the family of a rule: relation, group and part of speech, without its frame."""
    return rule.partition(" ")[0]


def score_dict(score: Score) -> dict[str, float]:
    """Return a score's JSON form."""
    counts = {"found": score.found, "false": score.false, "missed": score.missed}
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        **counts,
    }


def _judge(text: GoldText, said: Sequence[Said], found: list[Found], false: list[Wrong], missed: list[Missed]) -> None:
    pairs, extra, lost = pair_up(text.statements, said)
    near = faults(lost, extra)
    of_lost: dict[int, Fault] = {i: fault for i, _, fault in near}
    of_extra: dict[int, Fault] = {j: fault for _, j, fault in near}
    found.extend(Found(text.id, owed, hit) for owed, hit in pairs)
    false.extend(Wrong(text.id, s, of_extra.get(j)) for j, s in enumerate(extra))
    missed.extend(Missed(text.id, owed, of_lost.get(i)) for i, owed in enumerate(lost))


def _right(found: Found, part: PartName) -> bool:
    owed, said = found.owed, found.said
    if part == "names":
        return same_names(owed, said)
    if part == "symmetric":
        return owed.symmetric == said.symmetric
    if part == "modality":
        return owed.modality == said.modality
    return same_speaker(owed, said)


def same_names(owed: Owed, said: Said) -> bool:
    """Say whether both canonical names are right, whatever words stand in the text."""
    one, other = said.source, said.target
    right = _is_one_of(one, owed.source) and _is_one_of(other, owed.target)
    return right or (owed.symmetric and _is_one_of(one, owed.target) and _is_one_of(other, owed.source))


def same_speaker(owed: Owed, said: Said) -> bool:
    """Say whether the speaker is right, or none is said where none is owed."""
    return _is_one_of(said.attributed_to, owed.attributed_to) if said.attributed_to else not owed.attributed_to


def _is_one_of(name: str, owed: Iterable[str]) -> bool:
    return any(same_bearer(one, name) for one in owed)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
