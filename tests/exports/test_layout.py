"""The layout: the same every time, friends near, opponents far, places of visits outside, labels with room."""

import itertools
import math
from collections.abc import Iterable

import networkx as nx

from graph.exports.layout import LINE, positions

SIGN = {"allied": 1, "opposed": -1, "visited": 0}
WEST, EAST = ("Arland", "Borland", "Cesk", "Dovia"), ("Ulm", "Vesk", "Wold", "Xanth")


def graph(edges: Iterable[tuple[str, str, str]]) -> nx.MultiDiGraph:
    kg = nx.MultiDiGraph()
    for source, relation, target in edges:
        kg.add_edge(source, target, relation, sign=SIGN[relation])
    return kg


def camps() -> list[tuple[str, str, str]]:
    """Two camps, allied within; their leaders, and one more pair, are opposed; three towns were visited."""
    within = [(a, "allied", b) for camp in (WEST, EAST) for a, b in itertools.combinations(camp, 2)]
    against = [("Arland", "opposed", "Ulm"), ("Borland", "opposed", "Vesk"), ("Wold", "opposed", "Cesk")]
    trips = [("Arland", "visited", "Port Ode"), ("Ulm", "visited", "Lake Ivy"), ("Xanth", "visited", "Mount Io")]
    return [*within, *against, *trips]


def test_the_same_graph_gives_the_same_positions_in_whatever_order_it_was_made() -> None:
    assert positions(graph(camps())) == positions(graph(reversed(camps())))


def test_friends_stand_nearer_than_any_opponents() -> None:
    at = positions(graph(camps()))
    friends = [math.dist(at[a], at[b]) for camp in (WEST, EAST) for a, b in itertools.combinations(camp, 2)]
    opponents = [math.dist(at[a], at[b]) for a, b in itertools.product(WEST, EAST)]
    assert max(friends) < min(opponents)


def test_the_camps_stand_side_by_side() -> None:
    at = positions(graph(camps()))
    west, east = ([at[name][0] for name in camp] for camp in (WEST, EAST))
    assert max(west) < min(east) or max(east) < min(west)


def test_the_enemy_of_an_enemy_stands_with_the_friends() -> None:
    at = positions(graph([("A", "opposed", "Z"), ("B", "opposed", "Z"), ("C", "opposed", "Z"), ("Z", "allied", "Y")]))
    between = [math.dist(at[a], at[b]) for a, b in itertools.combinations("ABC", 2)]
    across = [math.dist(at[a], at[b]) for a, b in itertools.product("ABC", "ZY")]
    assert sum(between) / len(between) < sum(across) / len(across)


def test_places_of_visits_stand_outside() -> None:
    at = positions(graph(camps()))
    inner = [at[name] for name in (*WEST, *EAST)]
    left, right = min(x for x, _ in inner), max(x for x, _ in inner)
    top, bottom = min(y for _, y in inner), max(y for _, y in inner)
    for place in ("Port Ode", "Lake Ivy", "Mount Io"):
        x, y = at[place]
        assert x < left or x > right or y < top or y > bottom
    assert math.dist(at["Port Ode"], at["Arland"]) < math.dist(at["Port Ode"], at["Ulm"])


def test_no_two_names_lie_on_each_other() -> None:
    wheel = [("Hub", "allied", f"Spoke {i}") for i in range(60)]
    at = positions(graph(wheel))
    assert len(at) == 61
    for (_, (x1, y1)), (_, (x2, y2)) in itertools.combinations(at.items(), 2):
        assert abs(x1 - x2) > LINE or abs(y1 - y2) > LINE


def test_parts_that_are_not_connected_are_kept_apart() -> None:
    edges = [(f"{part} {a}", "allied", f"{part} {b}") for part in "PQRST" for a, b in itertools.combinations("abc", 2)]
    at = positions(graph(edges))
    boxes = []
    for part in "PQRST":
        points = [at[f"{part} {a}"] for a in "abc"]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    for one, two in itertools.combinations(boxes, 2):
        assert one[2] < two[0] or two[2] < one[0] or one[3] < two[1] or two[3] < one[1]


def test_graphs_of_no_name_one_name_and_a_name_tied_to_itself() -> None:
    alone = nx.MultiDiGraph()
    assert positions(alone) == {}
    alone.add_node("A")
    assert positions(alone) == {"A": (0.0, 0.0)}
    assert positions(graph([("A", "opposed", "A")])) == {"A": (0.0, 0.0)}
