"""The command as a whole: its version, its help, and how it ends when it is stopped."""

import json
import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from graph.cli.app import PANELS
from tests.cli.commands import COMMAND, VISIT, run


def test_version() -> None:
    result = run("--version")
    assert re.fullmatch(r"entente \d+\.\d+\.\d+ \(spaCy [\d.]+, model [\d.]+\)\n", result.stdout)


@pytest.mark.parametrize("command", [command.__name__ for commands in PANELS.values() for command in commands])
def test_help_leads_with_an_example(command: str) -> None:
    result = run(command, "--help")
    before_options = re.split("─ (?:Arguments|Options) ", result.stdout)[0]
    assert "Example" in before_options
    assert f"entente {command} " in before_options.replace("Usage: entente", "")
    assert result.exit_code == 0


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
