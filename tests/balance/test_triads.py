"""Triads: which are balanced, and that none is overlooked."""

from graph.balance import triads
from tests.balance.worlds import world


def test_triads_and_their_balance() -> None:
    kg = world("A+B, B+C, A-C, B-D, C-D, B-E, C-E, D-E")
    assert [("".join(t.names), t.signs, t.balanced) for t in triads(kg)] == [
        ("ABC", "++-", False), ("BCD", "+--", True), ("BCE", "+--", True), ("BDE", "---", False), ("CDE", "---", False),
    ]  # fmt: skip
    assert [t.balanced for t in triads(kg, weak=True)] == [False, True, True, True, True]
    assert [pair.quotes for pair in triads(kg)[0].pairs] == [("A+B",), ("B+C",), ("A-C",)]
