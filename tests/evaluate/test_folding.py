"""Gold that repeats itself → each statement once for a text, with all its wordings."""

from graph.evaluate import GoldText, Owed, fold


def owed(source: str, text: str, target: str, **more: object) -> Owed:
    """Make an owed statement against somebody."""
    return Owed((source,), (text,), "opposed", (target,), (target,), **more)  # type: ignore[arg-type]


def test_the_same_statement_is_one_and_owed_if_it_is_owed_anywhere() -> None:
    first = owed("Chad", "Chad", "Mali", optional=True, modality="possible")
    again = owed("the Chad", "Chadians", "Mali", modality="planned")
    denied = owed("Chad", "Chad", "Mali", negated=True)
    (folded,) = fold([GoldText("1", "…", (first, denied, again))])
    one, other = folded.statements
    assert (one.source, one.source_text, one.target_text) == (("Chad", "the Chad"), ("Chad", "Chadians"), ("Mali",))
    assert (one.optional, one.modality, other) == (False, "planned", denied)


def test_what_has_no_direction_is_the_same_turned_round() -> None:
    one, other = (owed(*ends, symmetric=True) for ends in (("Chad", "Chad", "Mali"), ("Mali", "Mali", "Chad")))
    (folded,) = fold([GoldText("1", None, (one, other))])
    assert len(folded.statements) == 1


def test_what_differs_stays() -> None:
    statements = (owed("Chad", "Chad", "Mali"), owed("Mali", "Mali", "Chad"), owed("Togo", "Togo", "Mali"))
    assert fold([GoldText("1", None, statements)]) == [GoldText("1", None, statements)]
