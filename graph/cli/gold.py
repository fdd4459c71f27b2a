"""The command that makes gold of a reader's marks: gold from-corrections."""

import json
import operator
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from graph.cli.loading import OUT, Graph
from graph.cli.screen import Failures, harmless, show
from graph.documents import read_documents
from graph.errors import UsageError
from graph.exports.built import PROJECT, STATEMENTS, project_beside
from graph.kg.corrections import Corrections, gold_of, read_corrections
from graph.project import BUILT_IN, Project
from graph.store import read_readings
from graph.store.files import new_text_file
from graph.store.shards import Store

STORE = "store"


def from_corrections(
    files: Annotated[list[Path], typer.Argument(metavar="CORRECTIONS", help="Files saved from the page, or by hand.")],
    texts: Annotated[
        list[str] | None, typer.Option("--texts", metavar="PATH", help="The texts that were built; may be repeated.")
    ] = None,
    graph: Graph = OUT,
    out: Annotated[Path, typer.Option("--out", "-o", help="The gold file to write.")] = Path("gold.jsonl"),
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="All that is wrong in these documents is marked: the rest is right.")
    ] = False,
    project: Project = BUILT_IN,
) -> None:
    """Turn the marks in corrections files into a gold standard for evaluate.

    [bold]Example[/bold]

      entente gold from-corrections corrections.json --texts articles/ --graph out -o gold.jsonl
      entente evaluate gold.jsonl

    What was marked as right is owed, what was marked as wrong is false when it is found again; what nobody marked
    counts neither way. The texts are those of [bold]out/store[/bold], where there is one, or of --texts.
    """
    path = graph / STATEMENTS if graph.is_dir() else graph
    project = project_beside(path.with_name(PROJECT), project)
    known = tuple(project.schema)
    corrections = reduce(operator.add, (read_corrections(file, known) for file in files), Corrections())
    rows = list(gold_of(read_readings(path), corrections, _texts(texts, graph), reviewed))
    if not rows:
        raise UsageError(
            "No document with a text has a mark, so nothing was written. Are --texts those that were built?"
        )
    with new_text_file(out) as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    owed = sum(not s["optional"] for row in rows for s in row["statements"])
    show(Text(harmless(f"Wrote {out}: {len(rows)} documents, {owed} statements owed. Next: entente evaluate {out}")))


COMMANDS: dict[str, Callable[..., None]] = {"from-corrections": from_corrections}


def _texts(paths: list[str] | None, graph: Path) -> dict[str, str]:
    """Return the texts of documents by their ids. Raises UsageError where there are none."""
    if paths:
        return {document.id: document.text for document in read_documents(paths, Failures().add)}
    if (graph / STORE).is_dir():
        store = Store(str(graph / STORE))
        return {row["id"]: row["text"] for row in store.rows(("id", "text")) if row["text"] is not None}
    raise UsageError("Gold needs the texts: name those that were built with --texts, such as --texts articles/.")
