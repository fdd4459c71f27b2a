"""Learn how probably a statement is right, from articles that are annotated statement by statement.

    python scripts/confidence.py [--write]

Reads articles-train and articles-more of the evaluation data beside this checkout (ENTENTE_EVAL names another folder)
and the annotated articles (tools/annotations) that were read once, and prints how well the confidence foretells: of
articles that it did not learn from (five parts, each foretold by the other four), of outlets that it did not learn
from, of articles-dev, and of the articles that were read twice (of these, what both readings say). With --write
graph/data/confidence.tsv is replaced.
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from annotated import by_article
from known import Known, known
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from graph.evaluate.calibration import calibration_error, roc_area
from graph.evaluate.files import read_gold
from graph.evaluate.matching import matches
from graph.evaluate.values import Owed
from graph.parsing.language import load
from graph.reading.statements import statements_of
from graph.records import Document, Statement
from graph.relations.confidence import features_of
from graph.relations.confidence.features import OF_LONG
from graph.relations.confidence.weights import BASE, FILE
from graph.relations.times import Time

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("ENTENTE_EVAL", ROOT.parent / "shared" / "eval"))
LEARNED, MEASURED = ("articles-train", "articles-more"), "articles-dev"
PARTS = 5
SEEN = 3  # times that a circumstance must have been seen to get a weight
STRENGTH = 10.0  # by which weights are drawn to nought: 5 to 20 foretell equally well
DIGITS = 3
POINTS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
HEAD = """\
# What each circumstance in which a statement is made weighs; graph/relations/confidence/weights.py tells how it counts.
# Written by scripts/confidence.py --write; a change by hand is lost. Learned from {right} right and {false} false
# statements of {texts} articles ({names}).
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A statement that the rules made: of which article, in which circumstances, and whether it is right."""

    article: str
    features: tuple[str, ...]
    right: bool

    @property
    def outlet(self) -> str:
        """Where the article stood."""
        return self.article.partition("-")[0]

    @property
    def alone(self) -> "Case":
        """The case as a short text would show it."""
        return replace(self, features=tuple(name for name in self.features if not name.startswith(OF_LONG)))


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its readings: each gives what it finds stated, once the text is read (`Known`)."""

    document: Document
    readings: Sequence[Callable[[Known], Sequence[Owed]]]


def gold() -> list[Article]:
    """Return the articles of the evaluation data to learn from."""
    return [_gold(name) for names in LEARNED for name in read_gold(EVAL / f"{names}.jsonl")]


def _gold(text: Any) -> Article:
    return Article(Document(text.id, text.text or "", text.date), [lambda _: text.statements])


def annotated() -> list[Article]:
    """Return the annotated articles, each with its one or two readings."""
    return [_annotated(*each) for each in by_article()]


def _annotated(name: str, text: str, readings: Sequence[Sequence[dict[str, Any]]]) -> Article:
    def reading(told: Sequence[dict[str, Any]]) -> Callable[[Known], Sequence[Owed]]:
        return lambda read: [_owed(one, text, read) for one in told]

    return Article(Document(name, text), [reading(told) for told in readings])


def _owed(one: dict[str, Any], text: str, read: Known) -> Owed:
    """Return an annotated statement, whose ends are spans or names, with the names that the program has for them."""
    (source, source_text), (target, target_text) = read.ends(one, text)
    return Owed(
        source, source_text, one["relation"], target, target_text,
        one["symmetric"], one["negated"], optional=one["optional"],
    )  # fmt: skip


def cases_of(texts: Iterable[Article]) -> Iterator[Case]:
    """Read the articles and judge each statement; what is left open, or judged in two ways, is left out."""
    nlp = load()
    for text in texts:
        read = known(text.document, nlp)
        steps = read.steps
        readings = [owed(read) for owed in text.readings]
        circumstances = features_of(steps["qualifiers"], steps["decisions"], steps["referents"])
        for one, features in zip(steps["confidence"], circumstances, strict=True):
            (statement,) = statements_of(read.document, steps["parse"], [one], [Time()])
            judgements = {_judged(statement, owed) for owed in readings}
            if len(judgements) == 1 and (right := judgements.pop()) is not None:
                yield Case(text.document.id, tuple(features), right)


def _judged(statement: Statement, owed: Sequence[Owed]) -> bool | None:
    """Say whether a statement is right by one reading; None where it leaves that open."""
    hits = [one for one in owed if matches(one, statement)]
    return None if hits and all(one.optional for one in hits) else bool(hits)


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weight of each circumstance: logistic regression with weights drawn to nought, by L-BFGS.

    Each case is learned from twice, as it is and as a short text would show it, so that both are foretold.
    """
    cases = [*cases, *(case.alone for case in cases)]
    counts = Counter(name for case in cases for name in set(case.features))
    names = [BASE, *sorted(name for name, count in counts.items() if count >= SEEN)]
    matrix, right = _matrix(cases, names), np.array([case.right for case in cases], dtype=float)
    draw = np.full(len(names), STRENGTH)
    draw[0] = 0.01

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = matrix @ weights
        chance = 1 / (1 + np.exp(-total))
        value = np.logaddexp(0, total).sum() - total @ right + (draw * weights**2).sum() / 2
        return float(value), matrix.T @ (chance - right) + draw * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(weight), DIGITS) for name, weight in zip(names, found.x, strict=True)}


def _matrix(cases: Sequence[Case], names: Sequence[str]) -> csr_matrix:
    place = {name: number for number, name in enumerate(names)}
    rows = [sorted({0, *(place[name] for name in case.features if name in place)}) for case in cases]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row])
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(cases), len(names)))


def foretold(cases: Sequence[Case], known: dict[str, float]) -> list[tuple[float, bool]]:
    """Return the probability of each statement, and whether it is right."""
    totals = (sum(known.get(name, 0.0) for name in (BASE, *set(case.features))) for case in cases)
    return [(1 / (1 + float(np.exp(-total))), case.right) for total, case in zip(totals, cases, strict=True)]


def apart(cases: Sequence[Case], groups: dict[str, str]) -> list[tuple[float, bool]]:
    """Foretell each group of articles by what is learned from the others."""
    found = []
    for group in sorted(set(groups.values())):
        held = [case for case in cases if groups[case.article] == group]
        found += foretold(held, learn([case for case in cases if groups[case.article] != group]))
    return found


def report(name: str, pairs: Sequence[tuple[float, bool]]) -> None:
    """Print how well the confidence foretells."""
    area, error = roc_area(pairs) or 0.0, calibration_error(pairs) or 0.0
    print(f"{name}: area under ROC {area:.3f}, calibration error {error:.3f}, {len(pairs)} statements")
    every = sum(right for _, right in pairs)
    for least in POINTS:
        kept = [right for chance, right in pairs if chance >= least]
        if kept:
            print(f"    at {least}: {sum(kept) / len(kept):.3f} right, {sum(kept) / every:.3f} of the right ones kept")


def main() -> None:
    """Learn, measure, print, and write what is asked for."""
    if not (EVAL / f"{LEARNED[0]}.jsonl").is_file():
        sys.exit(f"{EVAL}: the evaluation data is not there; name its folder in ENTENTE_EVAL")
    read = annotated()
    once, twice = ([text for text in read if (len(text.readings) > 1) == two] for two in (False, True))
    texts = [*gold(), *once]
    measured = [_gold(text) for text in read_gold(EVAL / f"{MEASURED}.jsonl")]
    cases = list(cases_of(texts))
    chance = random.Random(1)
    parts = {article: str(chance.randrange(PARTS)) for article in sorted({case.article for case in cases})}
    report("articles it did not learn from", apart(cases, parts))
    report("outlets it did not learn from", apart(cases, {case.article: case.outlet for case in cases}))
    known = learn(cases)
    report(MEASURED, foretold(list(cases_of(measured)), known))
    report("articles read twice", foretold(list(cases_of(twice)), known))
    if "--write" in sys.argv:
        right = sum(case.right for case in cases)
        names = ", ".join((*LEARNED, "tools/annotations"))
        head = HEAD.format(right=right, false=len(cases) - right, texts=len(texts), names=names)
        lines = (f"{name}\t{weight}" for name, weight in sorted(known.items()) if weight)
        FILE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        print(json.dumps({"circumstances": len(known), "bytes": FILE.stat().st_size}))


if __name__ == "__main__":
    main()
