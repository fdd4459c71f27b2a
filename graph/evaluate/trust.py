"""An evaluation on a gold file → the text of graph/data/confidence.toml: how far each rule is to be trusted."""

import hashlib
from pathlib import Path

from graph.evaluate.evaluation import Evaluation
from graph.relations.confidence import measure

HEAD = """\
# How often the statements of a rule are right at least; graph/relations/confidence.py tells how it is counted.
# Written by scripts/accuracy.py --write; a change by hand is lost.
"""


def trust_text(result: Evaluation, gold: Path, date: str) -> str:
    """Return the text of the data file. `result` was measured on the gold file, whose digest is noted."""
    score = result.total
    counts = {rule: (s.found, s.false) for rule, s in result.rules().items()}
    lines = [
        "[measured]",
        f'gold = "{gold.name}"',
        f'sha256 = "{hashlib.sha256(gold.read_bytes()).hexdigest()}"',
        f"date = {date}",
        f"texts = {result.texts}",
        f"found = {score.found}",
        f"false = {score.false}",
        f"missed = {score.missed}",
        "",
        "[rules]  # name = [right, false, confidence]",
        *(f'"{name}" = [{t.right}, {t.false}, {t.confidence}]' for name, t in measure(counts).items()),
    ]
    return "\n".join((HEAD, *lines, ""))
