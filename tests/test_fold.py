"""The fold by file against the fold in memory: the same graph, with less evidence where that is asked for."""

import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.build import build_graph, order
from graph.fold import fold_readings, strongest
from graph.records import KINDS, MODALITIES, RELATIONS, Entity, Reading, Source, Statement

NAMES = [f"Näme {number}" for number in range(6)]


def statement(document: str, chance: random.Random, start: int) -> Statement:
    source, target = chance.sample(NAMES, 2)
    return Statement(
        source, source, start, start + 6, chance.choice(RELATIONS), target, target, start + 9, start + 15, "cue",
        start + 7, start + 8, 'He said "so".\n', start, start + 20, chance.random() < 0.3, chance.random() < 0.3,
        chance.choice(MODALITIES), chance.choice([None, *NAMES]), chance.choice([None, "2024-05-01", "2024-06-01"]),
        document, "a rule", chance.choice([0.5, 0.75, 1.0]),
    )  # fmt: skip


def reading(number: int, chance: random.Random) -> Reading:
    id = f"d{number:03}"
    entities = tuple(
        Entity(
            name,
            chance.choice(KINDS),
            (name, f"the {name}"),
            chance.randint(0, 3),
            wikidata=chance.choice([None, "Q1"]),
        )
        for name in chance.sample([*NAMES, "Nobody's"], 4)
    )
    said = tuple(statement(id, chance, 30 * place) for place in range(chance.randint(0, 4)))
    return Reading(Source(id, chance.choice([None, "2024-07-01"]), f"Title {number}"), entities, said)


def readings(seed: int, count: int = 40) -> list[Reading]:
    chance = random.Random(seed)
    return [reading(number, chance) for number in range(count)]


def content(kg: nx.MultiDiGraph) -> tuple[Any, ...]:
    return dict(kg.graph), list(kg.nodes(data=True)), list(kg.edges(keys=True, data=True))


@pytest.mark.parametrize("seed", range(5))
def test_with_all_evidence_it_is_the_same_graph(seed: int) -> None:
    found = readings(seed)
    assert content(fold_readings(found, None)) == content(build_graph(found))


def test_order_and_repetition_do_not_matter() -> None:
    found = readings(7)
    mixed = [*found, *found[:9]]
    random.Random(1).shuffle(mixed)
    assert content(fold_readings(mixed, 2)) == content(fold_readings(found, 2))


def test_less_evidence_changes_nothing_else() -> None:
    found = readings(3)
    whole, part = build_graph(found), fold_readings(found, 1)
    for source, target, key, values in whole.edges(keys=True, data=True):
        kept = part.edges[source, target, key]
        assert {**kept, "evidence": ()} == {**values, "evidence": ()}
        assert kept["evidence"] == strongest(values["evidence"], 1)
    assert list(part.nodes(data=True)) == list(whole.nodes(data=True))


def test_the_strongest_come_first_then_the_latest() -> None:
    said = [s for r in readings(2) for s in r.statements]
    kept = strongest(said, 10)
    ranks = [(-s.confidence, s.date or "") for s in kept]
    assert [rank[0] for rank in ranks] == sorted(rank[0] for rank in ranks)
    assert all(a[1] >= b[1] for a, b in pairwise(ranks) if a[0] == b[0])
    assert strongest(reversed(said), 10) == kept
    assert strongest(said, None) == tuple(sorted(said, key=order))


def test_the_temporary_file_is_gone(tmp_path: Path) -> None:
    def failing() -> Any:
        yield from readings(1, 3)
        raise RuntimeError("boom")

    fold_readings(readings(1), folder=tmp_path)
    with pytest.raises(RuntimeError, match="boom"):
        fold_readings(failing(), folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_of_nothing_there_is_an_empty_graph() -> None:
    assert content(fold_readings([])) == content(build_graph([]))
