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

from graph.errors import UsageError
from graph.exports.formats import read_graph
from graph.kg import build_graph
from graph.store import read_readings

STATEMENTS = "statements.jsonl"
OUT = Path("out")
ALL = "all"

Graph = Annotated[
    Path,
    typer.Option(
        "--graph", "-g", help="The folder that build wrote, or a .jsonl, .graphml or .json that entente wrote."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one line for each thing found.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As the texts write it; in quotes if it has spaces.")]
Confidence = Annotated[
    str, typer.Option("--confidence", metavar="[certain|likely|all]", help="Only what is so sure; or a number, 0 to 1.")
]
MaybeName = Annotated[str | None, typer.Argument(metavar="NAME", help="As the texts write it; all, without it.")]


def load(graph: Path) -> nx.MultiDiGraph:
    """Return the graph in a folder or file. Raises UsageError."""
    path = graph / STATEMENTS if graph.is_dir() else graph
    if not path.exists():
        raise UsageError(
            f"{path}: is not there. Build a graph first (entente build PATH -o OUT), then ask --graph OUT."
        )
    return build_graph(read_readings(path)) if path.suffix == ".jsonl" else read_graph(path)


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
