"""The words of graph/data/cues.toml under their former address: see graph/syntax/operators.py."""

from graph.syntax.operators import EFFECTS, KEYS, PATH, Effect, Operators, operators

__all__ = ["EFFECTS", "KEYS", "PATH", "Effect", "Operators", "operators"]
