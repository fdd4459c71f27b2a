"""The fold over shards against the fold in memory: the same graph, with less evidence where that is asked for."""

import random
from dataclasses import replace
from itertools import batched, pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.kg.build import EVIDENCE, build_graph, order, strongest
from graph.kg.fold import fold_readings, fold_shards
from graph.records import KINDS, MODALITIES, Entity, Reading, Source, Statement
from graph.schema import RELATIONS
from graph.store.outcomes import Outcome
from graph.store.shards import Store

NAMES = [f"Näme {number}" for number in range(6)]


def statement(document: str, chance: random.Random, start: int) -> Statement:
    source, target = chance.sample(NAMES, 2)
    return Statement(
        source, source, start, start + 6, chance.choice(RELATIONS), target, target, start + 9, start + 15, "cue",
        start + 7, start + 8, 'He said "so".\n', start, start + 20, chance.random() < 0.3, chance.random() < 0.3,
        chance.choice(MODALITIES), chance.choice([None, *NAMES]), chance.choice([None, "2024-05-01", "2024-06-01"]),
        document, "a rule", chance.choice([0.5, 0.75, 1.0]), chance.random() < 0.3,
        chance.choice([None, "1772", "1980/1989", "2014/.."]),
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


@pytest.mark.parametrize("evidence", [None, 1, 3, 1000])
@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_same_graph(seed: int, evidence: int | None) -> None:
    found = readings(seed)
    assert content(fold_readings(found, evidence)) == content(build_graph(found, evidence))


def test_the_attributes_are_in_the_same_order() -> None:
    found = readings(6)
    ways = fold_readings(found), build_graph(found)
    one, other = ([[*values] for *_, values in [*kg.nodes(data=True), *kg.edges(data=True)]] for kg in ways)
    assert one == other


def test_order_does_not_matter() -> None:
    found = readings(7)
    mixed = random.Random(1).sample(found, len(found))
    assert content(fold_readings(mixed, 2)) == content(fold_readings(found, 2))


def test_statements_of_equal_rank_and_the_same_twice() -> None:
    [found] = readings(4, 1)
    [one, *_] = [s for r in readings(4) for s in r.statements if s.document != found.id]
    one = replace(one, document=found.id)
    said = [one, one, *(replace(one, cue_end=end, rule=rule) for end in (99, 100) for rule in "ab")]
    same = [replace(found, statements=tuple(random.Random(n).sample(said, len(said)))) for n in range(4)]
    graphs = [content(fold([reading], 3)) for reading in same for fold in (fold_readings, build_graph)]
    assert graphs[0][2][0][3]["weight"] == len(said) - 1
    assert graphs == [graphs[0]] * len(graphs)


def test_less_evidence_changes_nothing_else() -> None:
    found = readings(3)
    whole, part = build_graph(found), build_graph(found, 1)
    for source, target, key, values in whole.edges(keys=True, data=True):
        kept = part.edges[source, target, key]
        assert {**kept, "evidence": ()} == {**values, "evidence": ()}
        assert kept["evidence"] == strongest(values["evidence"], 1, values["weight"])
    assert list(part.nodes(data=True)) == list(whole.nodes(data=True))


def test_the_strongest_come_first_then_the_latest() -> None:
    said = sorted((s for r in readings(2) for s in r.statements), key=order)
    kept = strongest(said, 10, len(said))
    ranks = [(-s.confidence, s.date or "") for s in kept]
    assert [rank[0] for rank in ranks] == sorted(rank[0] for rank in ranks)
    assert all(a[1] >= b[1] for a, b in pairwise(ranks) if a[0] == b[0])
    assert min(s.confidence for s in kept) >= max(s.confidence for s in said if s not in kept)
    assert strongest(said, len(said), len(said)) == strongest(said, None, len(said)) == tuple(said)


def test_nothing_is_left(tmp_path: Path) -> None:
    def failing() -> Any:
        yield from readings(1, 3)
        raise RuntimeError("boom")

    fold_readings(readings(1), folder=tmp_path)
    with pytest.raises(RuntimeError, match="boom"):
        fold_readings(failing(), folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_folded_wherever_it_lies(tmp_path: Path) -> None:
    found = readings(8)
    store = tmp_path / "it's [here]* ?"
    for part in batched(found, 7):
        Store(str(store)).write([Outcome(r.id, r.id, r.id, r) for r in part])
    Store(str(store)).write([Outcome("bad", "bad", "bad.txt", failure="is empty")])
    assert content(fold_shards(store)) == content(build_graph(found, EVIDENCE))


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot be made a graph: IO Error: No files found .* Is there room"):
        fold_shards(tmp_path)


def test_of_nothing_there_is_an_empty_graph() -> None:
    assert content(fold_readings([])) == content(build_graph([]))
