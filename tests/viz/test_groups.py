"""Groups of names, and which are drawn first: the same in every run, and what they say they are."""

import networkx as nx

from viz.groups import camps_of_names, communities
from viz.payload import lean, usual_edge, usual_name
from viz.select import drawn_first, strongest


def graph(*lines: tuple[str, str, int, int]) -> nx.MultiDiGraph:
    """Return a graph of these lines: two names, a weight, a sign."""
    kg = nx.MultiDiGraph()
    for one, other, weight, sign in lines:
        relation = "allied" if sign > 0 else "opposed"
        kg.add_edge(one, other, relation, relation=relation, sign=sign, weight=weight, evidence=())
    return kg


def test_communities_are_numbered_by_size_then_by_their_earliest_name() -> None:
    kg = graph(
        ("a", "b", 9, 1), ("b", "c", 9, -1), ("c", "a", 9, 1), ("x", "y", 3, 1), ("p", "q", 3, 1), ("c", "x", 1, 1)
    )
    order = {name: i for i, name in enumerate("abcxypq")}
    assert communities(kg, order.__getitem__) == {"a": 0, "b": 0, "c": 0, "x": 1, "y": 1, "p": 2, "q": 2}


def test_without_lines_each_name_is_a_community_of_its_own() -> None:
    kg = nx.MultiDiGraph()
    kg.add_nodes_from("ba")
    assert communities(kg, "ab".index) == {"a": 0, "b": 1}


def test_camps_are_those_of_the_balance() -> None:
    from graph.kg import build_graph
    from tests.page.conftest import island_news

    camps = camps_of_names(build_graph(island_news()))
    assert camps["Arland"] == camps["Mira Dol"] != camps["Cesk"]


def test_the_strongest_bring_somebody_along_where_there_is_room() -> None:
    kg = graph(("hub", "friend", 9, 1), ("hub", "other", 8, 1), ("lone", "pair", 7, 1), ("other", "weak", 1, 1))
    assert strongest(kg, 1) == ["hub"]
    assert strongest(kg, 3) == ["hub", "friend", "other"]
    assert strongest(kg, 4) == ["hub", "friend", "other", "weak"]
    assert strongest(kg, 5) == ["hub", "friend", "other", "lone", "pair"]
    assert strongest(kg, 4, ["weak"]) == ["weak", "other", "hub", "friend"]
    assert drawn_first(kg) == sorted(kg)


def test_what_is_as_usual_is_not_told() -> None:
    name = {"id": "n0", "name": "a", "names": ["a"], "aliases": ["b"], "camp": None, "part": 0}
    assert lean([name], usual_name) == [{"id": "n0", "name": "a", "aliases": ["b"]}]
    edge = {
        "key": "allied",
        "relation": "allied",
        "negated": True,
        "symmetric": False,
        "weight": 3,
        "actual": 2,
        "past": 0,
    }
    assert lean([edge], usual_edge) == [{"key": "allied", "negated": True, "weight": 3, "actual": 2}]
