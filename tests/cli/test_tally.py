"""Why an output is without statements."""

import pytest

from graph.cli.tally import Tally
from graph.records import Entity, Reading, Source
from tests.cli.commands import run
from tests.store.test_lines import READING, STATEMENT

NAMING = Reading(Source("a"), (Entity("Oslo", "place"),), ())
SILENT = Reading(Source("b"), (), ())


@pytest.mark.parametrize(
    ("readings", "kept", "least", "why"),
    [
        ([READING], 1, 0.0, None),
        ([], 0, 0.0, None),
        ([SILENT], 0, 0.0, "No statement was found in the text: no country, person or organisation is named in it."),
        ([SILENT, NAMING], 0, 0.0, "No statement was found in the 2 texts: somebody is named in 1 of them"),
        ([NAMING], 0, 0.0, "No statement was found in the text: somebody is named, but no sentence says who is with"),
        ([READING], 0, 0.95, "No statement in the text is as sure as 0.95, of 1; ask for less with --confidence."),
        ([READING, NAMING], 0, 0.0, "No statement is left of the 2 texts: the corrections leave out all 1."),
    ],
)  # fmt: skip
def test_why_nothing_is_left(readings: list[Reading], kept: int, least: float, why: str | None) -> None:
    tally = Tally()
    assert list(tally.counted(readings)) == readings
    found = tally.why_empty(kept, least)
    assert found is None if why is None else (found or "").startswith(why)
    assert STATEMENT in READING.statements


@pytest.mark.slow
def test_extract_says_why_there_are_no_statements() -> None:
    result = run("extract", "-", stdin="It rained.\n")
    assert "No statement was found in the text: no country, person or organisation is named in it." in result.stderr
    assert result.exit_code == 0
    assert "No statement" not in run("extract", "-", stdin="Norway condemned Chile.\n").stderr
