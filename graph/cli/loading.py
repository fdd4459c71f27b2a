"""What the commands that analyse a graph have in common: where the graph is, how it is loaded, JSON on stdout."""

import json
import math
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import networkx as nx
import typer

from graph.cli.screen import say
from graph.dates import period_of
from graph.exports.built import PROJECT
from graph.exports.formats import read_graph
from graph.project import Project
from graph.query.times import Past, of_the_past, timed

OUT = Path("out")
ALL = "all"

Graph = Annotated[
    Path,
    typer.Option(
        "--graph", "-g", help="The folder that build wrote, or a .jsonl, .graphml or .json that entente wrote."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one line per result.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As the texts write it; quote it if it contains spaces.")]
Confidence = Annotated[
    str,
    typer.Option(
        "--confidence", metavar="[certain|likely|all]", help="Minimum confidence: a word, or a number from 0 to 1."
    ),
]
MaybeName = Annotated[str | None, typer.Argument(metavar="NAME", help="As the texts write it; by default all names.")]
PastOption = Annotated[
    Past,
    typer.Option(
        "--past", help="Statements about a past that is over: include them (with), leave them out, or show only them."
    ),
]
When = Annotated[
    str | None,
    typer.Option("--when", help="Only what the sentence itself dates to this time: 1989, 2008-08, 1980/1989."),
]


def write_project(project: Project, folder: Path) -> None:
    """Write the project that texts were read with beside what is read; nothing where all is built in."""
    if project:
        text = json.dumps(project.to_dict(), ensure_ascii=False, indent=1)
        (folder / PROJECT).write_text(text + "\n", encoding="utf-8", newline="\n")


def load_timed(graph: Path, past: Past, when: str | None) -> nx.MultiDiGraph:
    """Return the graph in a folder or file, of it only what the options on time leave. Raises UsageError."""
    if when is not None:
        period_of(when, "--when")  # before the graph is read
    return timed(read_graph(graph), past, when)


def say_left_out(kg: nx.MultiDiGraph, past: Past) -> None:
    """Say how many statements about the past are left out, if any are."""
    number = of_the_past(kg) if past == "without" else 0
    if number:
        one, more = "1 statement about the past is", f"{number:,} statements about the past are"
        say(f"{one if number == 1 else more} left out; --past with counts them, --past only shows them.")


def print_json(values: Iterable[Any]) -> None:
    """Print each record on a line of its own."""
    for value in values:
        found = value if isinstance(value, dict) else asdict(value)
        sys.stdout.write(json.dumps(_plain(found), ensure_ascii=False, allow_nan=False) + "\n")


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it: null for a number that is none, words for what only SQL knows."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(_plain(key)): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, str | int) else str(value)
