"""The command as a whole: its version, its help, and how it ends when it is stopped."""

import json
import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from graph.cli.app import REPORT
from graph.cli.listed import LISTED, functions
from graph.errors import DEBUGGING
from tests.cli.commands import COMMAND, VISIT, run
from tests.paths import TESTS


def test_version() -> None:
    result = run("--version")
    assert re.fullmatch(r"entente \d+\.\d+\.\d+ \(spaCy [\d.]+, model [\d.]+\)\n", result.stdout)


@pytest.mark.parametrize("command", [name for name, listed in LISTED.items() if listed.group is None])
def test_help_leads_with_an_example(command: str) -> None:
    result = run(command, "--help")
    before_options = re.split("─ (?:Arguments|Options) ", result.stdout)[0]
    assert "Example" in before_options
    assert f"entente {command} " in before_options.replace("Usage: entente", "")
    assert result.exit_code == 0


def test_a_paragraph_of_the_help_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    lines = [line.strip() for line in run("names", "--help").stdout.splitlines()]
    [said] = [line for line in lines if line.startswith("A suggestion says")]
    assert (said.endswith("build has joined already."), "entente names Abbas Mensah" in lines) == (True, True)


@pytest.mark.parametrize("command", [name for name, listed in LISTED.items() if listed.group is None])
def test_the_list_says_of_a_command_what_the_command_says(command: str) -> None:
    assert " ".join(str(functions(command)[command].__doc__).split("\n\n")[0].split()) == LISTED[command].summary


@pytest.mark.usefixtures("here")
def test_a_reader_who_stops_reading_is_no_failure() -> None:
    text = "".join(json.dumps(VISIT | {"id": f"n{number}"}) + "\n" for number in range(300))
    Path("feed.jsonl").write_text(text, encoding="utf-8")
    with subprocess.Popen([*COMMAND, "extract", "feed.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None and done.stderr is not None
        assert json.loads(done.stdout.readline())["id"] == "n0"
        done.stdout.close()
        assert (done.stderr.read(), done.wait()) == (b"", 0)


@pytest.mark.skipif(os.name != "posix", reason="Windows sends Ctrl-C otherwise")
@pytest.mark.usefixtures("here")
def test_ctrl_c_ends_the_command_quietly() -> None:
    Path("feed.jsonl").write_text((json.dumps(VISIT) + "\n") * 3000, encoding="utf-8")
    with subprocess.Popen([*COMMAND, "extract", "feed.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None and done.stderr is not None
        done.stdout.readline()  # it is at work
        done.send_signal(signal.SIGINT)
        done.stdout.read()
        assert (done.stderr.read(), done.wait()) == (b"", 130)


def test_what_was_printed_is_utf_8_whatever_the_terminal_speaks() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*COMMAND, "explain", "Türkiye condemned Chile."], capture_output=True, env=environment, check=False
    )
    assert (done.stderr, done.returncode) == (b"", 0)
    assert "Türkiye" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["extract -", "extract pact.txt", "sql 'select 1'", "--help", "no-such-command"])
@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.usefixtures("here")
def test_closed_streams_are_no_traceback(closed: str, arguments: str) -> None:
    command = f"{' '.join(COMMAND)} {arguments} {closed}"
    done = subprocess.run(command, shell=True, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert b"Traceback" not in done.stdout + done.stderr
    assert done.returncode in (0, 1, 2)


ODD = [
    ["extract", "\udcff.txt"],
    ["extract", "a" * 5000],
    ["extract", "a/" * 3000],
    ["extract", "~", "-", "pact.txt/x"],
    ["extract", "pact.txt", "--confidence", "nan"],
    ["extract", "pact.txt", "--dates", "ymd"],
    ["extract", "pact.txt", "--field", "=,="],
    ["build", "pact.txt", "-o", "pact.txt"],
    ["build", "pact.txt", "-o", "a" * 500],
    ["build", "pact.txt", "--seconds", "nan", "--workers", "1"],
    ["build", "pact.txt", "--memory", "-1", "--workers", "1"],
    ["build", "pact.txt", "--workers", "0"],
    ["build", "pact.txt", "--corrections", "/"],
    ["build", "pact.txt", "--store", "nosuch://y"],
    ["build", "pact.txt", "--model", "/"],
    ["shard", "٣/٤", "missing"],
    ["shard", "1/" + "9" * 5000, "missing"],
    ["allies", "\udcff", "--graph", "."],
    ["allies", "Norway", "--graph", "\udcff"],
    ["export", "pact.txt", "--to", "\udcff"],
    ["sql", "", "--graph", "tale.jsonl"],
    ["sql", "\udcff", "--graph", "tale.jsonl"],
    ["sql", "select * from enable_logging()", "--graph", "tale.jsonl"],
    ["sql", "select * from arrow_scan(1, 2, 3)", "--graph", "tale.jsonl"],
    ["sql", "(" * 9_999, "--graph", "tale.jsonl"],
    ["score", "pact.txt", "pact.txt"],
]


@pytest.mark.parametrize("arguments", ODD, ids=lambda arguments: ascii(" ".join(arguments))[:60])
@pytest.mark.usefixtures("here")
def test_odd_arguments_are_told_and_no_traceback(arguments: list[str]) -> None:
    Path("tale.jsonl").write_bytes((TESTS / "data" / "tale.jsonl").read_bytes())
    result = run(*arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code in (1, 2)
    assert "This is a bug in entente" not in result.stderr
    assert result.stderr


def test_what_nobody_foresaw_is_told_with_how_to_report_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("graph.cli.asking.read_graph", lambda _graph: dict[str, str]()["odd"])
    monkeypatch.setenv(DEBUGGING, "")  # so that what the option sets is undone
    result = run("allies", "Norway", "--graph", tmp_path)
    assert (result.exit_code, result.stderr) == (2, f"entente: KeyError: 'odd'. {REPORT}\n")
    result = run("--debug", "allies", "Norway", "--graph", tmp_path)
    assert "Traceback" in result.stderr


SINCE = "allies, opponents, visits, ties, between, about and others have it"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("build x --reader rule",
         "Invalid value for '--reader': 'rule' is none of rules, learned, both. Did you mean rules?"),
        ("timeline --by decade", "Invalid value for '--by': 'decade' is none of day, month, year."),
        ("build x --nodes 0", "Invalid value for '--nodes': it is at least 1."),
        ("build x --nodes some", "Invalid value for '--nodes': it takes a whole number."),
        ("build x --memory much", "Invalid value for '--memory': it takes a number."),
        ("names --least 2", "Invalid value for '--least': it is at most 1."),
        ("build x --since 2024", f"build has no option --since; {SINCE}."),
        ("allies x --hops 2", "allies has no option --hops; build has it."),
        ("allies x --confidance all", "No such option: --confidance. Did you mean --confidence?"),
        ("allies x --conf all", "No such option: --conf. Did you mean --confidence?"),
        ("allies x --qqq", "No such option: --qqq."),
        ("words find --nodes 3", "words find has no option --nodes; build has it."),
        ("--since 2024 allies x", f"entente has no option --since; {SINCE}."),
    ],
)  # fmt: skip
def test_a_wrong_option_is_told_with_what_to_write(arguments: str, told: str) -> None:
    result = run(*arguments.split())
    box = " ".join(line.strip("│ ") for line in result.stderr.splitlines() if line.startswith("│"))
    assert (result.exit_code, " ".join(box.split())) == (2, told)
