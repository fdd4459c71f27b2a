"""Small worlds for tests of balance: signs written by hand or drawn at random → graphs."""

import itertools
import random

import networkx as nx

from graph.balance.search import frustrated
from graph.balance.signed import Edge
from graph.kg import build_graph
from graph.records import Modality, Reading, Source, Statement


def said(text: str) -> Statement:
    """Make a statement of "A+B", "A-B", "2024 A+B", with ? for possible and ! for denied at the end."""
    date, _, pair = text.rpartition(" ")
    modality: Modality = "possible" if pair.endswith("?") else "actual"
    negated = pair.endswith("!")
    sign = "+" if "+" in pair else "-"
    source, target = pair.rstrip("?!").split(sign)
    relation: str = "allied" if sign == "+" else "opposed"
    return Statement(
        source, source, 0, 1, relation, target, target, 2, 3, sign, 1, 2, text, 0, len(text), True, negated,
        modality, None, date or None, f"d{date}", "test", 1.0,
    )  # fmt: skip


def world(text: str) -> nx.MultiDiGraph:
    found = [said(part.strip()) for part in text.split(",")]
    return build_graph(Reading(Source(s.document, s.date), (), (s,)) for s in found)


TWO_CAMPS = "A+B, B+C, A+C, D+E, A-D, B-E, C+D"


def random_signs(size: int, edges: int, noise: float, seed: int) -> dict[Edge, int]:
    """Return signs of two hidden camps, each turned with the probability `noise`."""
    draw = random.Random(seed)
    side = [draw.choice((1, -1)) for _ in range(size)]
    chosen = draw.sample(list(itertools.combinations(range(size), 2)), edges)
    return {(i, j): side[i] * side[j] * (-1 if draw.random() < noise else 1) for i, j in sorted(chosen)}


def letters(signs: dict[Edge, int]) -> nx.MultiDiGraph:
    return world(", ".join(f"n{i:02}{'+' if sign > 0 else '-'}n{j:02}" for (i, j), sign in signs.items()))


def least(signs: dict[Edge, int], size: int) -> int:
    """Return the frustration index by looking at every split."""
    every = ([1, *rest] for rest in itertools.product((1, -1), repeat=size - 1))
    return min(len(frustrated(signs, sides)) for sides in every)
