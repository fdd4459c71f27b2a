"""The commands that ask a graph, run as a user runs them, on the tale."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.cli import app
from tests.paths import TALE


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--graph", str(TALE)], prog_name="entente")


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            ("allies", "Cand"),
            [
                "Allies of Cand",
                "  Cand —allied— Borland",
                "    “Borland and Cand signed a “*treaty*”.” (tale/2, 2024-06-02)",
                "Possible",
                "  Dole —allied→ Cand",
                "    “Dole may *help* Cand, Arland said.” (tale/2, 2024-06-02, possible, says Arland)",
                "Denied",
                "  Borland —not allied→ Cand",
                "    “Ola Berg flew to Port Mira, and Borland did not *back* Cand.” (tale/1, 2024-05-01)",
            ],
        ),
        (
            ("opponents", "borland"),
            [
                "Opponents of Borland",
                "  Borland —opposed→ Cand",
                "    “Borland *denounced* Cand.” (tale/2, 2024-06-02)",
                "  Borland —opposed— Dole",
                "    “Dole is at *war* with Borland.” (tale/3)",
            ],
        ),
        (
            ("visits", "Ola Berg", "Port Mira"),
            [
                "Visits of Ola Berg",
                "  Ola Berg —visited→ Port Mira",
                "    “Ola Berg *flew* to Port Mira, and Borland did not back Cand.” (tale/1, 2024-05-01)",
                "Planned",
                "  Ola Berg —visited→ Cand",
                "    “Ola Berg is to *visit* Cand.” (tale/3, planned)",
                "Visitors of Port Mira",
                "  Ola Berg —visited→ Port Mira",
                "    “Ola Berg *flew* to Port Mira, and Borland did not back Cand.” (tale/1, 2024-05-01)",
            ],
        ),
        (
            ("between", "Dole", "Cand"),
            [
                "Between Dole and Cand",
                "  none stated as a fact",
                "Possible",
                "  Dole —allied→ Cand",
                "    “Dole may *help* Cand, Arland said.” (tale/2, 2024-06-02, possible, says Arland)",
            ],
        ),
        (
            ("about", "Dole"),
            [
                "  Dole —allied→ Cand",
                "    “Dole may *help* Cand, Arland said.” (tale/2, 2024-06-02, possible, says Arland)",
                "  Dole —opposed— Borland",
                "    “Dole is at *war* with Borland.” (tale/3)",
            ],
        ),
    ],
)
def test_answers_with_their_quotes(arguments: tuple[str, ...], lines: list[str]) -> None:
    result = ask(*arguments)
    assert (result.stdout.splitlines(), result.stderr, result.exit_code) == (lines, "", 0)


@pytest.mark.parametrize("command", ["allies", "opponents", "visits", "between", "ties"])
def test_questions_take_the_filters_of_statements(command: str) -> None:
    names = {"between": ("Cand", "Borland"), "ties": ("allied", "Cand")}.get(command, ("Cand",))
    every = len(ask(command, *names, "--json").stdout.splitlines())
    assert len(ask(command, *names, "--json", "--until", "2024-05-01").stdout.splitlines()) < every
    assert ask(command, *names, "--json", "--confidence", "0.99").stdout == ""
    wrong = ask(command, *names, "--since", "soon")
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith("entente: --since soon: is not a date")


def test_answers_as_json() -> None:
    result = ask("allies", "Cand", "--json")
    told = [
        (tie["name"], tie["other"], tie["relation"], tie["negated"], tie["direction"], tie["evidence"][0]["cue"])
        for tie in map(json.loads, result.stdout.splitlines())
    ]
    assert told == [
        ("Cand", "Borland", "allied", False, "both", "treaty"),
        ("Cand", "Dole", "allied", False, "in", "help"),
        ("Cand", "Borland", "allied", True, "in", "back"),
    ]


def test_statements_as_json() -> None:
    result = ask("about", "Dole", "--json")
    assert [json.loads(line)["cue"] for line in result.stdout.splitlines()] == ["help", "war"]


def test_many_quotes_are_cut_and_all_shows_them(tmp_path: Path) -> None:
    line = TALE.read_text(encoding="utf-8").splitlines()[0]
    values = json.loads(line)
    for number in range(5):
        values["id"] = f"copy/{number}"
        for statement in values["statements"]:
            statement["document"] = values["id"]
        with (tmp_path / "statements.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(values) + "\n")
    few = CliRunner().invoke(app, ["visits", "Ola Berg", "-g", str(tmp_path)])
    every = CliRunner().invoke(app, ["visits", "Ola Berg", "-g", str(tmp_path), "--all"])
    assert few.stdout.splitlines()[-1] == "    and 2 more (use --all to see them)"
    assert few.stdout.count("“") == 3
    assert every.stdout.count("“") == 5


def test_no_answer_is_said_and_no_failure() -> None:
    result = ask("visits", "Arland")
    expected = "Visits of Arland: no matching statements.\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 0)


def test_an_unknown_name_is_told_with_those_that_come_near() -> None:
    result = ask("allies", "Borlend")
    expected = 'entente: no "Borlend" in this graph; did you mean "Borland"?\n'
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)


def test_an_unknown_name_to_which_none_comes_near_is_told_with_how_to_see_all() -> None:
    result = ask("allies", "Qqqq")
    expected = 'entente: no "Qqqq" in this graph: no statement is about it. “entente names” lists all names\n'
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)


def test_about_takes_filters_and_says_when_nothing_passes_them() -> None:
    result = ask("about", "Dole", "--relation", "opposed")
    assert result.stdout.splitlines()[::2] == ["  Dole —opposed— Borland"]
    assert ask("about", "Dole", "--relation", "visited").stderr == "About Dole: no matching statements.\n"


def test_a_graph_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["allies", "Cand", "--graph", str(tmp_path)])
    assert result.stderr.startswith(f"entente: {tmp_path}/statements.jsonl: no such file. Build a graph first")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_graph_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text("[]\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["allies", "Cand", "--graph", str(path)])
    expected = f"entente: {path}:1: is not a line that entente wrote; build the graph again.\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)


def test_what_would_steer_the_terminal_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text(
        TALE.read_text(encoding="utf-8").replace("Port Mira", r"Port\u001b[31m\u202eMira"), encoding="utf-8"
    )
    result = CliRunner().invoke(app, ["about", "Ola Berg", "--graph", str(path)])
    assert "Port [31mMira" in result.stdout
    assert not set("\x1b\u202e") & set(result.stdout)


def test_find_tells_whom_a_name_means_and_how_the_texts_call_it() -> None:
    result = ask("find", "the arlanders")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert result.stdout.splitlines() == ["Arland (country): Arland, The Arlanders"]
    unknown = ask("find", "Arlnd")
    assert unknown.exit_code == 2
    assert "Arland" in unknown.stderr


def test_sql_prints_each_row_as_a_line_of_json() -> None:
    pytest.importorskip("duckdb")
    result = ask("sql", "select count(*) as visits from statements where relation = 'visited'")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert json.loads(result.stdout)["visits"] > 0
    assert ask("sql", "select nonsense from nowhere").exit_code == 2
