"""What changes from one period to the next, with both quotes."""

from graph.balance import changes, windows
from tests.balance.worlds import world


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
