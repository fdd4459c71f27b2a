"""Commands as they are written → commands that the project file sets the options of.

Each gets `--config`. One that takes a `project` gets `--relations`, `--words` and `--names` in its place. The other
commands are imported only where there is a project file, which may hold their options too.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from graph.cli.listed import LISTED, functions
from graph.cli.options import Options, options_of
from graph.cli.project_file import NAME, ProjectFile, check, project, read_project_file, settings
from graph.project import PARTS
from graph.records import Reader

KEPT = "entente.project_file"
Files = list[Path] | None

HELP = {
    "relations": "A file of your own relations; can be repeated.",
    "words": "A file of your own words; can be repeated.",
    "names": "A file of your own names, .toml or .csv; can be repeated.",
}


@functools.cache
def every_option() -> dict[str, Options]:
    """Return the options of all commands by name, those of a group's commands as "words check"."""
    every = {name: command for listed in LISTED for name, command in functions(listed).items()}
    return {name: {**options_of(command), **_reader_of(command)} for name, command in every.items()}


def _reader_of(command: Callable[..., None]) -> Options:
    """Return the option that says who reads, for a command that gets it."""

    def reading(reader: READER = None) -> None: ...

    return options_of(reading) if _reads(command) else {}


def _reads(command: Callable[..., None]) -> bool:
    """Say whether a command reads texts, as the project and a language model have it."""
    return {"project", "model"} <= inspect.signature(command).parameters.keys()


def configured(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command as one that takes its options from the project file, where they are not given."""
    hints = get_type_hints(command, include_extras=True)
    takes_project = "project" in hints
    reads = _reads(command)

    @functools.wraps(command)
    def run(**values: Any) -> None:
        context = values["context"] if "context" in hints else values.pop("context")
        values.pop("config")
        if takes_project:
            given = {part: values.pop(f"own_{part}") for part in PARTS}
            values["project"] = project(context.meta.get(KEPT), given)
        if reads and (reader := values.pop("reader")) is not None:
            values["project"] = replace(values["project"], reader=reader)
        command(**values)

    parameters = [p for p in inspect.signature(command).parameters.values() if p.name not in ("project", "context")]
    added: dict[str, Any] = {f"own_{part}": _files(part) for part in PARTS} if takes_project else {}
    if reads:
        added["reader"] = READER
    added["config"] = CONFIG
    kinds = {name: hint for name, hint in hints.items() if name != "project"} | {"context": typer.Context} | added
    own = [inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    own += [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in parameters]
    own += [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kinds[n]) for n in added]
    run.__signature__ = inspect.Signature(own, return_annotation=None)  # type: ignore[attr-defined]
    run.__annotations__ = kinds
    del run.__wrapped__  # typer would look through it
    return run


READER = Annotated[
    Reader | None,
    typer.Option(
        "--reader", help="Who reads: the rules, the learned reader, or both (the default); see docs/learned.md."
    ),
]


def _files(part: str) -> Any:
    return Annotated[Files, typer.Option(f"--{part}", metavar="FILE", help=HELP[part])]


def _read(context: typer.Context, config: Path | None) -> Path | None:
    """Read the project file before any other option is looked at, and let it set those that are not given."""
    if context.resilient_parsing:
        return config
    found = read_project_file(config)
    if found is not None:
        check(found, every_option())
        context.meta[KEPT] = found
        options = every_option()[_called(context)]
        told = settings(found, _called(context), options)
        context.default_map = {options[name].name: value for name, value, _ in told}
    return config


CONFIG = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        is_eager=True,
        callback=_read,
        help=f"The project file; by default {NAME} in this folder.",
        rich_help_panel="Project",
    ),
]


def _called(context: typer.Context) -> str:
    """Return how a command is called: "build", "words check"."""
    return context.command_path.partition(" ")[2]


def origins(found: ProjectFile | None, command: str) -> list[tuple[str, object, str]]:
    """Return the options of a command with their values and where these come from, in the order of its help."""
    options = every_option()[command]
    told = (
        {name: (value, str(where).partition(": ")[0]) for name, value, where in settings(found, command, options)}
        if found
        else {}
    )
    return [(name, *told.get(name, (option.default, "built in"))) for name, option in options.items()]
