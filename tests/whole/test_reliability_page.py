"""docs/reliability.md is of this suite: each row is there, and each of its tests exists and can fail."""

import ast
import tomllib

import pytest

from tests.paths import ROOT, TESTS

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS = tomllib.loads((TESTS / "reliability.toml").read_text(encoding="utf-8"))["row"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["fault"][:40])
def test_a_row_stands_on_the_page_and_its_tests_exist(row: dict[str, str]) -> None:
    [line] = [line for line in PAGE.splitlines() if line.startswith(f"| {row['fault']} | {row['promise']} | ")]
    assert ", 0 failed" in line
    for test in row["tests"]:
        file, _, name = test.partition("::")
        functions = ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
        assert name in {function.name for function in functions if isinstance(function, ast.FunctionDef)}


def test_no_row_stands_on_the_page_that_is_none() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and " tried, " in line]
    assert len(rows) == len(ROWS)
