"""Statements in, what was said in each day, month or year out."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from graph.dates import OPEN
from graph.kg.own import relations_of
from graph.query.names import resolve
from graph.query.statements import check, every_statement
from graph.query.times import Past, in_time
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
    kg: nx.MultiDiGraph,
    name: str | None = None,
    other: str | None = None,
    by: Step = "month",
    past: Past = "without",
) -> tuple[Period, ...]:
    """Return what was said of `name` (and `other`; of all, without a name), period by period, the undated last.

    Of the past only what is asked for (`past`): it stands at the time that its sentence gives, if it gives one.
    """
    check("period", by, LETTERS)
    ends = {resolve(kg, each) for each in (name, other) if each is not None}
    said: dict[str | None, list[Statement]] = defaultdict(list)
    for s in in_time(every_statement(kg), past):
        if ends <= {s.source, s.target}:
            date = _date_of(s)
            said[date[: LETTERS[by]] if date else None].append(s)
    relations = tuple(relations_of(kg))
    periods = sorted(said, key=lambda p: (p is None, p or ""))
    return tuple(Period(period, tuple(said[period]), relations) for period in periods)


def _date_of(s: Statement) -> str | None:
    """Return when it was said; of the past the beginning of its time, or the end where that alone is known."""
    if not (s.past and s.when):
        return s.date
    first, _, last = s.when.partition("/")
    return last if first == OPEN else first
