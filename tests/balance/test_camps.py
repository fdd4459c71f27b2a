"""Camps, blocs, triads, bridges, polarisation, change: small worlds by hand, random ones against every split."""

import itertools
import random
from collections.abc import Iterable, Iterator

import networkx as nx
import pytest

from graph.balance import blocs, bridges, camps, changes, polarisation, triads, windows, with_camps
from graph.balance.exact import solve
from graph.balance.search import frustrated, lower_bound, search
from graph.balance.signed import Edge, Signed, product, triangles
from graph.errors import UsageError
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


def test_two_camps_with_the_pair_that_does_not_fit() -> None:
    (split,) = camps(world(TWO_CAMPS))
    assert (split.one, split.other, split.pairs) == (("A", "B", "C"), ("D", "E"), 7)
    assert [pair.quotes for pair in split.frustrated] == [("C+D",)]
    assert (split.lower, split.upper, split.proven) == (1, 1, True)


def test_only_facts_that_nobody_denies_and_no_contested_pair_count() -> None:
    kg = world("A+B, B-C, A-C, A-B?, A-B!, C+D, C-D")
    assert [(s.one, s.other, s.upper) for s in camps(kg)] == [(("A", "B"), ("C",), 0)]


def test_unconnected_parts_are_split_each_for_itself() -> None:
    kg = world("A-B, B-C, X+Y")
    assert [(s.one, s.other) for s in camps(kg)] == [(("A", "C"), ("B",)), (("X", "Y"), ())]
    marked = with_camps(kg)
    assert dict(marked.nodes(data="camp")) == {"A": "1A", "B": "1B", "C": "1A", "X": "2A", "Y": "2A"}
    assert [data for _, data in kg.nodes(data=True) if "camp" in data] == []
    assert sorted(marked.edges(keys=True)) == sorted(kg.edges(keys=True))


def test_an_empty_graph_has_no_camps() -> None:
    kg = build_graph([])
    assert (camps(kg), triads(kg), bridges(kg), changes(kg), blocs(kg).blocs) == ((), (), (), (), ())
    figures = polarisation(kg)
    assert (figures.pairs, figures.frustration, figures.balance, figures.ei) == (0, None, None, None)


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


@pytest.mark.parametrize("seed", range(50))
def test_no_split_is_better(seed: int) -> None:
    draw = random.Random(seed)
    size = draw.randint(3, 9)
    signs = random_signs(size, draw.randint(2, size * (size - 1) // 2), draw.random() / 2, seed)
    splits, wanted = camps(letters(signs), seed=seed), least(signs, size)
    assert sum(split.upper for split in splits) == wanted
    assert sum(split.lower for split in splits) <= wanted
    assert [split.proven for split in camps(letters(signs), exact=True)] == [True] * len(splits)
    assert sum(split.lower for split in camps(letters(signs), exact=True)) == wanted


@pytest.mark.parametrize(("size", "edges", "noise"), [(20, 48, 0.15), (30, 90, 0.3), (50, 249, 0.2), (100, 200, 0.1)])
def test_the_search_finds_what_the_integer_programme_proves(size: int, edges: int, noise: float) -> None:
    signs = random_signs(size, edges, noise, size)
    near = Signed(tuple(map(str, range(size))), signs, {}).neighbours()
    lower = lower_bound(signs, near, 0)
    upper = len(frustrated(signs, search(near, lower, 0, 100 * size)))
    solution = solve(signs, size, 0, edges, 60)
    assert solution.sides is not None
    assert (solution.lower, len(frustrated(signs, solution.sides))) == (upper, upper)
    assert 0 < lower <= upper


def test_without_time_a_bound_is_all_that_is_known() -> None:
    signs = random_signs(80, 700, 0.4, 1)
    (split,) = camps(letters(signs), exact=True, seconds=0)
    assert not split.proven
    assert 0 < split.lower < split.upper
    assert split == camps(letters(signs))[0]


def test_the_same_graph_and_seed_give_the_same_camps() -> None:
    signs = random_signs(40, 150, 0.3, 7)
    assert camps(letters(signs), seed=3) == camps(letters(dict(reversed(signs.items()))), seed=3)


def test_triads_and_their_balance() -> None:
    kg = world("A+B, B+C, A-C, B-D, C-D, B-E, C-E, D-E")
    assert [("".join(t.names), t.signs, t.balanced) for t in triads(kg)] == [
        ("ABC", "++-", False), ("BCD", "+--", True), ("BCE", "+--", True), ("BDE", "---", False), ("CDE", "---", False),
    ]  # fmt: skip
    assert [t.balanced for t in triads(kg, weak=True)] == [False, True, True, True, True]
    assert [pair.quotes for pair in triads(kg)[0].pairs] == [("A+B",), ("B+C",), ("A-C",)]


@pytest.mark.parametrize("seed", range(10))
def test_all_triangles_are_found(seed: int) -> None:
    signs = random_signs(12, 40, 0.3, seed)
    every = [t for t in itertools.combinations(range(12), 3) if all(e in signs for e in itertools.combinations(t, 2))]
    assert triangles(signs) == every
    assert [product(signs, t) for t in every] == [
        signs[i, j] * signs[j, k] * signs[i, k] for i, j, k in every
    ]  # fmt: skip


def test_bridges_are_allied_across_the_camps() -> None:
    assert [(b.name, [p.quotes for p in b.across]) for b in bridges(world(TWO_CAMPS))] == [
        ("C", [("C+D",)]), ("D", [("C+D",)]),
    ]  # fmt: skip
    assert bridges(world("A+B, A-C")) == ()


def test_polarisation_says_of_how_many() -> None:
    p = polarisation(world(TWO_CAMPS))
    assert (p.pairs, p.unfit, p.proven, p.triads, p.balanced, p.positive, p.across) == (7, 1, True, 2, 1, 5, 1)
    assert (p.frustration, p.balance, p.ei) == (1 / 7, 0.5, -0.6)


def partitions(items: list[int]) -> Iterator[list[list[int]]]:
    if not items:
        yield []
        return
    first, *rest = items
    for part in partitions(rest):
        yield [[first], *part]
        for n, group in enumerate(part):
            yield [*part[:n], [first, *group], *part[n + 1 :]]


def fewest_misfits(signs: dict[Edge, int], parts: Iterable[list[list[int]]]) -> int:
    def misfits(part: list[list[int]]) -> int:
        place = {i: n for n, group in enumerate(part) for i in group}
        return sum((place[i] == place[j]) != (sign > 0) for (i, j), sign in signs.items())

    return min(map(misfits, parts))


@pytest.mark.parametrize("seed", range(20))
def test_no_blocs_are_better(seed: int) -> None:
    signs = random_signs(7, 15, 0.4, seed)
    kg = letters(signs)
    every = list(partitions(list(range(7))))
    found = blocs(kg)
    assert len(found.misfits) == fewest_misfits(signs, every)
    assert found.lower <= len(found.misfits)
    assert len(blocs(kg, k=2).misfits) == least(signs, 7)
    assert len(blocs(kg, k=3).misfits) == fewest_misfits(signs, (part for part in every if len(part) <= 3))


def test_three_enemies_are_three_blocs() -> None:
    found = blocs(world("A-B, B-C, A-C, A+D, X+Y"))
    assert (found.blocs, found.misfits, found.pairs, found.proven) == (
        (("A", "D"), ("X", "Y"), ("B",), ("C",)),
        (),
        5,
        True,
    )
    assert len(blocs(world("A-B, B-C, A-C"), k=2).misfits) == 1
    with pytest.raises(UsageError, match="at least one bloc"):
        blocs(world("A+B"), k=0)


def test_changes_carry_both_quotes() -> None:
    kg = world("2020 A+B, 2021 A-B, 2021 B+C, 2023 A+B, 2023 B+C, 2023 B-C, A-C")
    assert [(c.since, c.period, c.before.sign, c.after.sign, c.before.quotes, c.after.quotes) for c in changes(kg)] == [
        ("2020", "2021", 1, -1, ("2020 A+B",), ("2021 A-B",)),
        ("2021", "2023", -1, 1, ("2021 A-B",), ("2023 A+B",)),
        ("2021", "2023", 1, 0, ("2021 B+C",), ("2023 B+C", "2023 B-C")),
    ]
    assert [(w.period, w.polarisation.pairs, len(w.changes)) for w in windows(kg)] == [
        ("2020", 1, 0), ("2021", 2, 1), ("2023", 1, 2),
    ]  # fmt: skip
