"""Statements in, what was said in each day, month or year out."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from graph.kg.own import relations_of
from graph.query.names import resolve
from graph.query.statements import check, every_statement
from graph.records import Statement

Step = Literal["day", "month", "year"]
LETTERS = {"day": 10, "month": 7, "year": 4}
"""So much of an ISO date names the period."""


@dataclass(frozen=True, slots=True)
class Period:
    """What was said in one period: "2025-07"; None stands for what no date is known of."""

    period: str | None
    statements: tuple[Statement, ...]
    relations: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many statements of each relation were made, and how many denied one."""
        counts: dict[str, int] = {r: sum(s.key == r for s in self.statements) for r in self.relations}
        return counts | {"denied": sum(s.negated for s in self.statements)}


def timeline(
    kg: nx.MultiDiGraph, name: str | None = None, other: str | None = None, by: Step = "month"
) -> tuple[Period, ...]:
    """Return what was said of `name` (and `other`; of all, without a name), period by period, the undated last."""
    check("period", by, LETTERS)
    ends = {resolve(kg, each) for each in (name, other) if each is not None}
    said: dict[str | None, list[Statement]] = defaultdict(list)
    for s in every_statement(kg):
        if ends <= {s.source, s.target}:
            said[s.date[: LETTERS[by]] if s.date else None].append(s)
    relations = tuple(relations_of(kg))
    periods = sorted(said, key=lambda p: (p is None, p or ""))
    return tuple(Period(period, tuple(said[period]), relations) for period in periods)
