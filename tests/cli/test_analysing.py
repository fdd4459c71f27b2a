"""The commands that analyse a graph, run as a user runs them, on the tale."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.records import Reading, Source, Statement
from graph.store import write_readings
from tests.cli.tale import run
from tests.paths import TALE


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        (
            "statements Cand --since 2024-06 --relation allied",
            [
                "  Dole —allied→ Cand",
                "    “Dole may *help* Cand, Arland said.” (tale/2, 2024-06-02, possible, says Arland)",
                "  Borland —allied— Cand",
                "    “Borland and Cand signed a “*treaty*”.” (tale/2, 2024-06-02)",
            ],
        ),
        (
            "statements --denied",
            [
                "  Borland —not allied→ Cand",
                "    “Ola Berg flew to Port Mira, and Borland did not *back* Cand.” (tale/1, 2024-05-01)",
            ],
        ),
        (
            "path Dole Arland --relation opposed",
            [
                "Dole · Borland · Cand · Arland",
                "  Dole —opposed— Borland",
                "    “Dole is at *war* with Borland.” (tale/3)",
                "  Borland —opposed→ Cand",
                "    “Borland *denounced* Cand.” (tale/2, 2024-06-02)",
                "  Arland —opposed→ Cand",
                "    “The Arlanders *condemned* Cand & < its friends over the raid.” (tale/1, 2024-05-01)",
                "  Cand —opposed→ Arland",
                "    “Cand *accused* Arland of lies.” (tale/2, 2024-06-02)",
            ],
        ),
        (
            "enemies Borland Arland",
            [
                "Cand",
                "  Borland —opposed→ Cand",
                "    “Borland *denounced* Cand.” (tale/2, 2024-06-02)",
                "  Arland —opposed→ Cand",
                "    “The Arlanders *condemned* Cand & < its friends over the raid.” (tale/1, 2024-05-01)",
                "  Cand —opposed→ Arland",
                "    “Cand *accused* Arland of lies.” (tale/2, 2024-06-02)",
            ],
        ),
        (
            "contested",
            [
                "  Borland —allied— Cand",
                "    “Borland and Cand signed a “*treaty*”.” (tale/2, 2024-06-02)",
                "  Borland —opposed→ Cand",
                "    “Borland *denounced* Cand.” (tale/2, 2024-06-02)",
            ],
        ),
        ("timeline Dole --by year", ["2024       1 allied", "no date    1 opposed"]),
        (
            "camps",
            [
                "Arland, Borland  |  Cand, Dole",
                "  0 of 3 pairs do not fit; no split is better",
            ],
        ),
        (
            "camps --blocs 1",
            [
                "Arland, Borland, Cand, Dole",
                "  2 of 3 pairs do not fit; no blocs can have fewer than 0",
                "  Arland —opposed→ Cand",
                "    “The Arlanders *condemned* Cand & < its friends over the raid.” (tale/1, 2024-05-01)",
                "  Cand —opposed→ Arland",
                "    “Cand *accused* Arland of lies.” (tale/2, 2024-06-02)",
                "  Dole —opposed— Borland",
                "    “Dole is at *war* with Borland.” (tale/3)",
            ],
        ),
        (
            "balance",
            [
                "Pairs that do not fit two camps: 0 of 3",
                "Balanced triads: 0 of 0",
                "Alliances across the camps: 0 of 1",
            ],
        ),
        (
            "changes --by month",
            [],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_answers(command: str, lines: list[str]) -> None:
    result = run(*command.split())
    assert (result.exit_code, result.stdout.splitlines()) == (0, lines)
    assert result.stderr == ("" if lines else "No pair changed from one month to another.\n")


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("statements Dole", ["Dole", "Dole"]),
        ("path Dole Cand", [["Dole", "Cand"]]),
        ("enemies Arland Borland", ["Cand"]),
        ("contested", ["Borland"]),
        ("timeline", ["2024-05", "2024-06", None]),
        ("camps", [["Arland", "Borland"]]),
        ("camps --blocs 2", [[["Arland", "Borland"], ["Cand", "Dole"]]]),
        ("balance", [3]),
        ("changes", []),
    ],
)
def test_json(command: str, keys: list[object]) -> None:
    found = [json.loads(line) for line in run(*command.split(), "--json").stdout.splitlines()]
    assert [next(iter(each.values())) for each in found] == keys


def test_a_graph_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = run("contested", graph=tmp_path / "none")
    assert told.exit_code == 2
    assert "Build a graph first" in " ".join(told.stderr.split())


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Give the tale, in which Borland's treaty with Cand is of 1772."""
    text = TALE.read_text(encoding="utf-8")
    readings = [Reading.from_dict(json.loads(line)) for line in text.splitlines()]
    told = [
        replace(
            r, statements=tuple(replace(s, past=True, when="1772") if s.cue == "treaty" else s for s in r.statements)
        )
        for r in readings
    ]
    write_readings(told, tmp_path / "statements.jsonl")
    return tmp_path


@pytest.mark.parametrize("command", ["contested", "timeline", "camps", "camps --blocs 2", "balance", "changes"])
def test_the_past_is_left_out_and_that_is_said(history: Path, command: str) -> None:
    said = "1 statement about the past is left out; --past with counts them, --past only shows them.\n"
    assert said in run(*command.split(), graph=history).stderr
    assert "left out" not in run(*command.split(), "--past", "with", graph=history).stderr
    assert "left out" not in run(*command.split()).stderr


def test_the_past_can_be_asked_for(history: Path) -> None:
    assert run("contested", graph=history).stdout == ""
    assert "Borland —allied— Cand" in run("contested", "--past", "with", graph=history).stdout
    assert run("timeline", "--past", "only", "--by", "year", graph=history).stdout == "1772       1 allied\n"
    assert run("statements", "--when", "1700/1800", graph=history).stdout.splitlines() == [
        "  Borland —allied— Cand",
        "    “Borland and Cand signed a “*treaty*”.” (tale/2, 2024-06-02, past, 1772)",
    ]
    chain = run("path", "Borland", "Cand", "--past", "without", "--relation", "allied", graph=history)
    assert (chain.exit_code, "treaty" in chain.stdout) == (0, False)


@pytest.mark.parametrize(
    ("option", "value", "advice"),
    [
        ("--since", "01/05/2009", "--since 01/05/2009: is not a date; write the year first: 2009-05-01 or 2009-01-05"),
        ("--until", "tomorrow", "--until tomorrow: is not a date; write a year, a month or a day"),
        ("--when", "the war", "--when the war: is not a time; write a year, a month or a day"),
    ],
)
def test_a_date_that_is_none_is_refused_with_advice(option: str, value: str, advice: str) -> None:
    result = run("statements", option, value)
    assert result.exit_code == 2
    assert advice in " ".join(result.stderr.split())


def test_what_has_no_time_is_told_where_nothing_is_found() -> None:
    result = run("statements", "--since", "2030")
    assert "2 of 11 statements are of texts without a date, which --since and --until leave out." in result.stderr
    timeless = "11 of 11 statements are of sentences that give no time, which --when leaves out."
    assert timeless in run("statements", "--when", "1772").stderr
    assert "without a date" not in run("statements", "--since", "2024").stderr


def test_large_camps_are_told_by_number_and_by_their_strongest_names(tmp_path: Path, said: Callable[..., Any]) -> None:
    friends = [said(f"Land {i:02}", "allied", "Hub") for i in range(15)]
    apart = [said(f"Isle {i:02}", "opposed", f"Rock {i:02}") for i in range(12)]
    many = [replace(friends[14], document="2"), said("Foe", "opposed", "Hub")]
    statements = (*friends, *many, *apart)
    path = tmp_path / "kg.jsonl"
    write_readings([Reading(Source("1"), (), statements)], path)
    shown = [f"Land {i:02}" for i in (14, *range(10))]
    few = run("camps", graph=path).stdout.splitlines()
    assert few[:2] == [f"16 names: Hub, {', '.join(shown)} and 4 more (use --all to see them)", "1 name: Foe"]
    assert few[-1] == "and 3 smaller parts that nothing ties to these (use --all to see them)"
    assert sum("Rock" in line for line in few) == 9
    every = run("camps", "--all", graph=path).stdout.splitlines()
    assert every[0] == f"16 names: Hub, {', '.join(f'Land {i:02}' for i in range(15))}"
    assert (sum("Rock" in line for line in every), "--all" in "".join(every)) == (12, False)
    blocs = run("camps", "--blocs", "2", graph=path).stdout.splitlines()
    assert blocs[0].endswith(" more (use --all to see them)")


@pytest.fixture
def said() -> Callable[..., Statement]:
    """Give the maker of statements of which nothing counts but who, what and whom."""

    def make(source: str, relation: str, target: str) -> Statement:
        sentence = f"{source} x {target}"
        end = len(source)
        return Statement(source, source, 0, end, relation, target, target, end + 3, len(sentence),
                         "x", end + 1, end + 2, sentence, 0, len(sentence), False, False, "actual", None, None,
                         "1", "r", 1.0)  # fmt: skip

    return make
