"""The commands that analyse and export, run on the tale."""

from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from graph.cli import analysing, exporting
from tests.paths import TALE


def run(*arguments: str, graph: Path = TALE) -> Result:
    app = typer.Typer()
    for command in (*analysing.COMMANDS, *exporting.COMMANDS):
        app.command()(command)
    where = () if arguments[0] == "export" else ("--graph", str(graph))
    return CliRunner().invoke(app, [*arguments, *where])
