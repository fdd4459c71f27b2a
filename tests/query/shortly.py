"""Statements written short, for tests of questions."""

from graph.records import Statement


def short(found: tuple[Statement, ...]) -> list[str]:
    return [f"{s.source} {s.key} {s.target}" for s in found]
