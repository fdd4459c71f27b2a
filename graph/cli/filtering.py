"""The options by which commands choose statements, and the filters of the library that they mean."""

from typing import Annotated

import typer

from graph.query import Filters, Past
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


def chosen(
    relation: str | None,
    modality: Modality | None,
    speaker: str | None,
    since: str | None,
    until: str | None,
    document: str | None,
    confidence: str,
    past: Past,
    when: str | None,
) -> Filters:
    """Return the filters that the options of a command mean."""
    return {
        "relation": relation,
        "modality": modality,
        "speaker": speaker,
        "since": since,
        "until": until,
        "document": document,
        "confidence": confidence,
        "past": past,
        "when": when,
    }
