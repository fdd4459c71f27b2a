"""Places that a drawing grows from: the first names fill a frame, the others join and move none of them."""

from typing import Any

import networkx as nx
import numpy as np
import pytest

from graph.exports.joining import FRAME, places


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    """Give a graph of 200 names that hang together, two pairs apart, and one name alone."""
    kg = nx.MultiDiGraph()
    for i, (a, b) in enumerate(nx.barabasi_albert_graph(200, 2, seed=1).edges):
        kg.add_edge(f"n{a:03d}", f"n{b:03d}", sign=(1, -1, 0)[i % 3])
    kg.add_edge("x", "y", sign=1)
    kg.add_edge("p", "q", sign=-1)
    kg.add_node("alone")
    return kg


def test_the_same_graph_gives_the_same_places_in_any_order(kg: nx.MultiDiGraph) -> None:
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(kg)))
    other.add_edges_from(reversed(list(kg.edges(data=True))))
    first = [f"n{i:03d}" for i in range(40)]
    assert places(kg, first) == places(other, first[::-1])


def test_the_first_fill_a_frame_and_nobody_stands_on_another(kg: nx.MultiDiGraph) -> None:
    first = [f"n{i:03d}" for i in range(40)]
    found = places(kg, first)
    core: Any = np.array([found.at[name] for name in first])
    wide, high = core.max(axis=0) - core.min(axis=0)
    assert 0.6 < (wide / high) / (FRAME[0] / FRAME[1]) < 1.7
    main: Any = np.array([found.at[name] for name in kg if found.part[name] == 0])
    step = main[:, None] - main[None, :]
    far = np.hypot(step[..., 0], step[..., 1]) + np.eye(len(main)) * 1e9
    assert far.min() > 20


def test_parts_apart_are_numbered_and_drawn_around_their_own_middle(kg: nx.MultiDiGraph) -> None:
    found = places(kg, ["n000", "n001"])
    assert {name: found.part[name] for name in ("n000", "n199", "p", "q", "x", "y", "alone")} == {
        "n000": 0, "n199": 0, "p": 1, "q": 1, "x": 2, "y": 2, "alone": 3,
    }  # fmt: skip
    assert list(found.at["alone"]) == [0, 0]
    assert np.allclose(np.add(found.at["x"], found.at["y"]), 0)


def test_many_small_parts_without_a_large_one_are_drawn_together() -> None:
    kg = nx.MultiDiGraph([(f"a{i}", f"b{i}") for i in range(6)])
    found = places(kg, ["a0", "b0"])
    assert set(found.part.values()) == {0}
    assert len(set(found.at.values())) == 12
    assert places(nx.MultiDiGraph(), []).at == {}
