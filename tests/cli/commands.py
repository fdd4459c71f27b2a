"""The command `entente`, run as a user runs it, with a text and a line of a feed to read."""

import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from graph import cli
from graph.store import read_readings

COMMAND = [sys.executable, "-m", "graph"]
PACT = "Norway condemned Chile.\n"
VISIT = {"id": "n1", "text": "Canada did not condemn Egypt.", "date": "2024-05-06"}
FILES = ["graph.graphml", "graph.html", "statements.jsonl"]


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)), prog_name="entente", input=stdin)


def relations(path: Path) -> list[tuple[str, str, str, bool, str | None]]:
    return [(s.source, s.relation, s.target, s.negated, s.date) for r in read_readings(path) for s in r.statements]
