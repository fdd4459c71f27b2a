"""Evaluations → Markdown tables, for a report: scores, parts, modality, calibration, what is wrong with false ones."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from graph.evaluate.calibration import calibration_error, judged, points, roc_area
from graph.evaluate.evaluation import Evaluation
from graph.evaluate.values import PARTS, Fault, Said, Score
from graph.records import MODALITIES

FAULTY: dict[Fault | None, str] = {
    "polarity": "an owed statement with the contrary polarity",
    "direction": "an owed statement turned round",
    "relation": "another relation of the two is owed",
    "entity": "one end is another than the owed one",
    None: "nothing like it is owed",
}


def table(headings: Iterable[str], rows: Iterable[Iterable[object]], numbers: bool = True) -> str:
    """Return a Markdown table, in which all columns but the first are numbers, or none is."""
    headings = list(headings)
    rule = ["---", *["---:" if numbers else "---"] * (len(headings) - 1)]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (headings, rule, *rows))


def figures(score: Score) -> tuple[str, str, str]:
    """Return precision, recall and F1."""
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def scores_table(results: Mapping[str, Evaluation]) -> str:
    """Return precision, recall and F1 of each data set and relation."""
    rows: list[tuple[object, ...]] = []
    for name, result in results.items():
        for relation in result.relations:
            score = result.relation(relation)
            rows.append((f"{name}, {relation}", *figures(score), score.found, score.false, score.missed))
        score = result.total
        bold = (f"**{value}**" for value in figures(score))
        rows.append((f"**{name}**", *bold, score.found, score.false, score.missed))
    return table(("data", "precision", "recall", "F1", "found", "false", "missed"), rows)


def parts_table(results: Mapping[str, Evaluation]) -> str:
    """Return how often each part of the statements is right."""
    rows = []
    for part in PARTS:
        shares = [result.part(part) for result in results.values()]
        rows.append((part, *(f"{s.share:.3f} ({s.right} of {s.of})" if s.share is not None else "–" for s in shares)))
    denied = [r.denials for r in results.values()]
    rows.append(("denials", *(f"{s.found} found, {s.false} false, {s.missed} missed" for s in denied)))
    return table(("part", *results), rows)


def modality_table(results: Mapping[str, Evaluation]) -> str:
    """Return which modality the found statements should have and have."""
    pairs = Counter((f.owed.modality, f.said.modality) for result in results.values() for f in result.found)
    rows = ((owed, *(pairs[owed, said] for said in MODALITIES)) for owed in MODALITIES)
    return table((f"owed in {', '.join(results)}", *(f"said {m}" for m in MODALITIES)), rows)


def calibration_table(results: Mapping[str, Evaluation]) -> str:
    """Return the measured precision of the statements of each tenth of confidence, and the figures of calibration."""
    pairs = {name: judged(result) for name, result in results.items()}
    rows: list[tuple[object, ...]] = []
    for tenth in range(10):
        held = [[right for chance, right in of if min(int(chance * 10), 9) == tenth] for of in pairs.values()]
        if any(held):
            rows.append((f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}", *map(_judged, held)))
    rows.append(("calibration error", *(_figure(calibration_error(of)) for of in pairs.values())))
    rows.append(("area under ROC", *(_figure(roc_area(of)) for of in pairs.values())))
    return table(("confidence", *(f"right in {name}" for name in results)), rows)


def points_table(result: Evaluation, confidences: Iterable[float]) -> str:
    """Return precision and recall of what is left at each least confidence."""
    rows = (
        (p.confidence, f"{p.precision:.3f}", f"{p.recall:.3f}", p.right, p.false) for p in points(result, confidences)
    )
    return table(("least confidence", "precision", "recall", "right", "false"), rows)


def sources_table(results: Mapping[str, Evaluation]) -> str:
    """Return precision, recall and F1 of each source of texts."""
    rows = [
        (f"{name}, {source}", *figures(score), score.found, score.false, score.missed)
        for name, result in results.items()
        for source, score in result.sources().items()
    ]
    return table(("data", "precision", "recall", "F1", "found", "false", "missed"), rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _judged(right: Sequence[bool]) -> str:
    return f"{sum(right) / len(right):.2f} ({sum(right)} of {len(right)})" if right else "–"


def false_table(results: Mapping[str, Evaluation]) -> str:
    """Return what is wrong with the false statements."""
    rows = (
        (words, *(sum(w.fault == fault for w in r.false) for r in results.values())) for fault, words in FAULTY.items()
    )
    return table(("false", *results), rows)


def families_table(results: Mapping[str, Evaluation]) -> str:
    """Return the families of rules with two false statements or more."""
    right, false = Counter[str](), Counter[str]()
    for result in results.values():
        for name, score in result.families().items():
            right[name] += score.found
            false[name] += score.false
    most = sorted((name for name in false if false[name] > 1), key=lambda name: (-false[name], name))
    rows = ((f"`{name}`", right[name], false[name]) for name in most)
    return table((f"family of rules, in {', '.join(results)}", "right", "false"), rows)


def changes_table(before: Mapping[str, Evaluation], after: Mapping[str, Evaluation]) -> str:
    """Return how many statements were won and lost from one way of reading to another."""
    rows = []
    for name in after:
        had, have = ({(f.id, f.owed) for f in result.found} for result in (before[name], after[name]))
        was, wrong = ({(w.id, _said(w.said)) for w in result.false} for result in (before[name], after[name]))
        rows.append((name, len(have - had), len(had - have), len(wrong - was), len(was - wrong)))
    return table(("data", "right won", "right lost", "false won", "false lost"), rows)


def _said(said: Said) -> tuple[str, str, str, bool]:
    return said.source, said.relation, said.target, said.negated
