"""Statements that are owed and said, written short, for tests of the evaluation."""

from typing import Any

from graph.evaluate import Claim, Claims, Evaluation, GoldText, Owed, evaluate


def owed(line: str, **more: Any) -> Owed:
    """Write "Peru opposed Chile" as an owed statement."""
    source, relation, target = line.split()
    names = {"source": (source,), "source_text": (source,), "target": (target,), "target_text": (target,)}
    values: dict[str, Any] = {"relation": relation, **names, **more}
    return Owed(**values)


def said(line: str, **more: Any) -> Claim:
    """Write "Peru opposed Chile" as a predicted statement."""
    source, relation, target = line.split()
    names = {"source": source, "source_text": source, "target": target, "target_text": target}
    values: dict[str, Any] = {"relation": relation, "rule": f"{relation}.test.verb a -> b", **names, **more}
    return Claim(**values)


def compare(gold: list[Owed], predicted: list[Claim]) -> Evaluation:
    """Evaluate one text."""
    return evaluate([GoldText("1", None, tuple(gold))], [Claims("1", tuple(predicted))])
