"""Learn how the net is weighed with the rules (docs/learned.md), from the articles that were read twice.

    python scripts/weigh.py

Reads them with the rules and the net that are there, takes as right what both readers call owed and as false what
neither has, and writes graph/data/weighing.tsv. To be run when the rules, their confidence or the net have changed;
needs the evaluation data beside this checkout (ENTENTE_EVAL names another folder), and the texts of tools/annotations.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from labelled import Example, Label, examples, gold
from scipy.optimize import minimize

from graph.relations.learned import net as nets
from graph.relations.learned.evidence import evidence_of, read_again
from graph.relations.learned.rivals import FAINT
from graph.relations.learned.weighing import FILE

HEAD = """\
# What each quantity weighs in the probability of a statement; graph/relations/learned/weighing.py tells how it counts.
# Written by scripts/train.py; a change by hand is lost.
"""


def weigh(path: Path, net: nets.Net, twice: Iterable[tuple[Example, list[Label]]]) -> None:
    """Fit the weighing on what both readings agree on, and write it: a logistic regression, drawn to nought."""
    rows, right = list[dict[str, float]](), list[bool]()
    for example, second in twice:
        (told,) = net([example.sight.seen], [example.sight.pairs])
        (again,) = read_again([example.sight], [told], net)
        evidence = evidence_of(example.sight, told, again, net)
        shape = evidence.score.shape
        each = {name: np.broadcast_to(values, shape) for name, values in evidence.quantities()}
        for row, place in np.argwhere((evidence.score > FAINT) | ~np.isnan(evidence.rules)).tolist():
            first, other = example.labels[row].owed[place], second[row].owed[place]
            if first == other != -1:
                rows.append({name: float(values[row, place]) for name, values in each.items() if values[row, place]})
                right.append(first == 1)
    names = sorted({name for row in rows for name in row})
    matrix = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    scale, y = np.maximum(matrix.std(0), 1e-6), np.array(right, float)
    scale[0] = 1.0
    x = matrix / scale

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = x @ weights
        chance = 1 / (1 + np.exp(-total))
        value = np.logaddexp(0, total).sum() - total @ y + (weights[1:] ** 2).sum() / 2
        return float(value), x.T @ (chance - y) + np.array([0.0, *weights[1:]])

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 3000}).x / scale
    lines = [f"{name}\t{weight:.4f}" for name, weight in zip(("always", *names), found, strict=True)]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(rows)} pairs and relations, {sum(right)} right")


def main() -> None:
    """Read, learn, write."""
    net = nets.net()
    twice = [row for row in gold() if len(row["readings"]) > 1]
    weigh(FILE, net, (pair for pair in examples(twice, (net.pieces, net.names)) if pair[0].sight.pairs))


if __name__ == "__main__":
    main()
