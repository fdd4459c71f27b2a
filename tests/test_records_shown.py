"""How records show themselves where somebody looks at them: short."""

from graph.records import Document, Explanation, Reading, Source, Statement

SAID = Statement("A", "A", 0, 1, "allied", "B", "B", 4, 5, "x", 2, 3, "A x B", 0, 5, True, True, "possible", None,
                 None, "d", "r", 1.0)  # fmt: skip


def test_each_says_shortly_what_it_is() -> None:
    assert [repr(one) for one in (Document("a.txt", "Good."), SAID, Reading(Source("d"), (), (SAID,)))] == [
        "<Document a.txt: 5 characters>",
        "<Statement A —not allied— B: “x”, possible>",
        "<Reading d: 0 names, 1 statement>",
    ]
    assert repr(Explanation("A x B", (), (), (), (SAID,), ())) == "<Explanation: 1 statement, 0 dropped>"
