"""The commands that analyse and export, run on the tale."""

from pathlib import Path

from typer.testing import CliRunner, Result

from graph.cli import app
from tests.paths import TALE


def run(*arguments: str, graph: Path = TALE) -> Result:
    where = () if arguments[:2] == ("export", str(TALE)) else ("--graph", str(graph))
    return CliRunner().invoke(app, [*arguments, *where], prog_name="entente")
