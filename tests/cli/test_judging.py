"""The command `entente evaluate`, run as a user runs it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from graph import cli

TEXTS = {
    "n1": "Norway condemned Chile.",
    "n2": "Canada did not condemn Egypt.",
    "n3": "Kenya and Ghana share a border.",
}
STATEMENTS: dict[str, list[dict[str, Any]]] = {
    "n1": [{"source": "Norway", "relation": "opposed", "target": "Chile", "cue": "condemned"}],
    "n2": [{"source": "Canada", "relation": "opposed", "target": "Egypt", "cue": "condemn"}],
    "n3": [],
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)), prog_name="entente")


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a gold file in which one polarity differs from what is read."""
    monkeypatch.chdir(tmp_path)
    rows = [{"id": i, "text": text, "statements": STATEMENTS[i]} for i, text in TEXTS.items()]
    Path("gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Path("gold.jsonl")


def cells(result: Result) -> list[list[str]]:
    """Return the words of each line of the answer."""
    return [line.split() for line in result.stdout.splitlines()]


def test_the_texts_of_the_gold_are_read_and_scored(gold: Path) -> None:
    result = run("evaluate", gold)
    assert (result.stderr, result.exit_code) == ("", 0)
    rows = cells(result)
    start = rows.index(["confidence", "at", "least", "precision", "recall", "right", "false"])
    assert rows[start + 1] == ["0.0", "0.500", "0.500", "1", "1"]
    assert rows[start + 5][:2] == ["calibration", "error"]
    assert [*rows[:start], *rows[start + 7 :]] == [
        ["relation", "precision", "recall", "F1", "found", "false", "missed"],
        ["allied", "0.000", "0.000", "0.000", "0", "0", "0"],
        ["opposed", "0.500", "0.500", "0.500", "1", "1", "1"],
        ["visited", "0.000", "0.000", "0.000", "0", "0", "0"],
        ["all", "0.500", "0.500", "0.500", "1", "1", "1"],
        ["all,", "polarity", "ignored", "1.000", "1.000", "1.000", "2", "0", "0"],
        [],
        ["part", "right", "of", "share"],
        ["entity", "1", "1", "1.000"],
        ["direction", "1", "1", "1.000"],
        ["relation", "1", "1", "1.000"],
        ["polarity", "1", "2", "0.500"],
        ["names", "1", "1", "1.000"],
        ["symmetric", "1", "1", "1.000"],
        ["modality", "1", "1", "1.000"],
        ["attribution", "0", "0", "–"],
        ["speaker", "0", "0", "–"],
        ["no", "speaker", "0", "0", "–"],
        [],
        ["family", "of", "rules", "right", "false", "precision"],
        ["opposed.criticism.verb", "1", "1", "0.500"],
    ]


def test_errors_are_shown_with_their_text(gold: Path) -> None:
    assert run("evaluate", gold, "--errors").stdout.splitlines()[:4] == [
        "n2: Canada did not condemn Egypt.",
        "    false  Canada —not opposed→ Egypt (actual; “condemn”; opposed.criticism.verb subject -> object; "
        "another polarity is owed)",
        "    missed Canada —opposed→ Egypt (actual; “condemn”; found, but denied where it is stated, or stated "
        "where it is denied)",
        "",
    ]


def test_the_json_holds_the_figures_and_the_errors(gold: Path) -> None:
    values = json.loads(run("evaluate", gold, "--errors", "--json").stdout)
    assert values["all"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "found": 1, "false": 1, "missed": 1}
    common = {"id": "n2", "text": TEXTS["n2"], "relation": "opposed", "symmetric": False, "modality": "actual"}
    common |= {"cue": "condemn", "source": "Canada", "target": "Egypt", "fault": "polarity"}
    assert values["errors"] == [
        common | {"error": "false", "negated": True, "rule": "opposed.criticism.verb subject -> object"},
        common | {"error": "missed", "negated": False, "cause": "polarity"},
    ]


def test_what_extract_printed_gives_the_same(gold: Path) -> None:
    Path("said.jsonl").write_text(run("extract", gold).stdout, encoding="utf-8")
    assert run("evaluate", gold, "said.jsonl").stdout == run("evaluate", gold).stdout


def test_why_a_statement_was_missed_is_told_only_of_texts_that_are_read_now(gold: Path) -> None:
    Path("said.jsonl").write_text(run("extract", gold).stdout, encoding="utf-8")
    assert json.loads(run("evaluate", gold, "said.jsonl", "--errors", "--json").stdout)["errors"][1]["cause"] is None
    assert "“condemn”)" in run("evaluate", gold, "said.jsonl", "--errors").stdout


def test_texts_that_one_file_lacks_are_told(gold: Path) -> None:
    Path("said.jsonl").write_text('{"id": "n1", "statements": []}\n{"id": "n9", "statements": []}\n', encoding="utf-8")
    result = run("evaluate", gold, "said.jsonl", "--json")
    assert result.stderr.splitlines() == [
        "2 of 3 texts are not in said.jsonl: they count as without statements",
        "1 texts of said.jsonl are not in the gold: they do not count",
    ]
    assert json.loads(result.stdout)["all"]["missed"] == 2


@pytest.mark.usefixtures("gold")
def test_gold_without_text_needs_predictions() -> None:
    Path("bare.jsonl").write_text('{"id": "n1", "statements": []}\n', encoding="utf-8")
    result = run("evaluate", "bare.jsonl")
    assert (result.exit_code, result.stderr) == (
        2,
        "entente: bare.jsonl: 'n1' has no \"text\", so it cannot be read; add it, or name the file that extract "
        "printed.\n",
    )


@pytest.mark.usefixtures("gold")
def test_bad_gold_ends_with_advice() -> None:
    Path("bad.jsonl").write_text('{"id": "n1"}\n', encoding="utf-8")
    result = run("evaluate", "bad.jsonl")
    assert (result.exit_code, result.stderr) == (
        2,
        "entente: bad.jsonl:1: is not an object with a list of statements; write "
        '{"id": "1", "text": "…", "statements": []}\n',
    )
