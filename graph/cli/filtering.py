"""A command that takes the filters of the library → the same with an option for each of them."""

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_type_hints

import typer

from graph.cli.loading import ALL, Confidence, PastOption, When
from graph.dates import date_of, period_of
from graph.records import Modality
from graph.schema import RELATIONS

RelationOption = Annotated[
    str | None,
    typer.Option(
        "--relation",
        metavar="RELATION",
        autocompletion=lambda: [*RELATIONS],
        help=f"Only this relation: {', '.join(RELATIONS)}, or one of your own.",
    ),
]
ModalityOption = Annotated[
    Modality | None, typer.Option("--modality", help="Only what is stated as this: a fact, planned, or possible.")
]
Denied = Annotated[bool | None, typer.Option("--denied/--stated", help="Only what is denied, or only what is stated.")]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Only what is attributed to this name.")]
Since = Annotated[str | None, typer.Option("--since", help="From this date: 2025, 2025-07 or 2025-07-01.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to and including this date, month or year.")]
Document = Annotated[str | None, typer.Option("--document", help="Only from this document.")]


OPTIONS: Mapping[str, tuple[Any, Any]] = {
    "relation": (RelationOption, None),
    "modality": (ModalityOption, None),
    "negated": (Denied, None),
    "speaker": (Speaker, None),
    "since": (Since, None),
    "until": (Until, None),
    "document": (Document, None),
    "confidence": (Confidence, ALL),
    "past": (PastOption, "with"),
    "when": (When, None),
}
"""For each filter of the library its option and what it is where it is not given, in the order of the help."""


TIMES = {"since": date_of, "until": date_of, "when": period_of}
"""The filters that take a time, and what checks it."""


def filtered(*without: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make of a command that takes `filters` one that takes an option for each in their place, but those `without`."""
    options = {name: option for name, option in OPTIONS.items() if name not in without}

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(**values: Any) -> None:
            filters = {name: values.pop(name) for name in options}
            for name, right in TIMES.items():  # before the graph is read, and by the names of the options
                if filters[name] is not None:
                    right(filters[name], f"--{name}")
            command(**values, filters=filters)

        parameters: list[inspect.Parameter] = []
        for parameter in inspect.signature(command).parameters.values():
            own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
            parameters += _parameters(options) if parameter.name == "filters" else own
        hints = get_type_hints(command, include_extras=True)
        run.__signature__ = inspect.Signature(parameters, return_annotation=None)  # type: ignore[attr-defined]
        run.__annotations__ = {**hints, **{name: hint for name, (hint, _) in options.items()}}
        del run.__annotations__["filters"], run.__wrapped__  # typer would look through it
        return run

    return with_options


def _parameters(options: Mapping[str, tuple[Any, Any]]) -> list[inspect.Parameter]:
    kind = inspect.Parameter.KEYWORD_ONLY
    return [inspect.Parameter(name, kind, default=value, annotation=hint) for name, (hint, value) in options.items()]
