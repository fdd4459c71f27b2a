"""What lies between the camps: bridges and polarisation; and nothing in an empty graph."""

from graph.balance import blocs, bridges, camps, changes, polarisation, triads
from graph.kg import build_graph
from tests.balance.worlds import TWO_CAMPS, world


def test_an_empty_graph_has_no_camps() -> None:
    kg = build_graph([])
    assert (camps(kg), triads(kg), bridges(kg), changes(kg), blocs(kg).blocs) == ((), (), (), (), ())
    figures = polarisation(kg)
    assert (figures.pairs, figures.frustration, figures.balance, figures.ei) == (0, None, None, None)


def test_bridges_are_allied_across_the_camps() -> None:
    assert [(b.name, [p.quotes for p in b.across]) for b in bridges(world(TWO_CAMPS))] == [
        ("C", [("C+D",)]), ("D", [("C+D",)]),
    ]  # fmt: skip
    assert bridges(world("A+B, A-C")) == ()


def test_polarisation_says_of_how_many() -> None:
    p = polarisation(world(TWO_CAMPS))
    assert (p.pairs, p.unfit, p.proven, p.triads, p.balanced, p.positive, p.across) == (7, 1, True, 2, 1, 5, 1)
    assert (p.frustration, p.balance, p.ei) == (1 / 7, 0.5, -0.6)
