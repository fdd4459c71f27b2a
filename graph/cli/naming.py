"""The command that lists names and suggests which of them are one: names; and what build joins by itself."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from graph.cli.loading import OUT, Graph, Json, print_json
from graph.cli.screen import harmless, say, show
from graph.errors import UsageError
from graph.exports.built import STATEMENTS
from graph.kg.corrections import Corrector, read_corrections
from graph.kg.joining import Known, Suggestion, as_corrections, as_toml, gather, suggestions
from graph.records import Reading
from graph.store import read_readings, writing

CORRECTIONS = "corrections.toml"
FORMS, SHOWN = 6, 40  # forms of one name, names and suggestions that are shown without --all

Apply = Annotated[bool, typer.Option("--apply", help="Write the suggestions into a corrections file.")]
Into = Annotated[
    Path | None, typer.Option("--corrections", help=f"That file; {CORRECTIONS} beside the statements, without it.")
]
Least = Annotated[float, typer.Option("--least", min=0, max=1, help="Minimum score of a suggestion.")]
Every = Annotated[bool, typer.Option("--all", "-a", help="Show every name and every suggestion.")]
MaybeNames = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Only names that contain these words.")]


class Join(StrEnum):
    """Which names build joins across texts."""

    CERTAIN = "certain"
    NONE = "none"


JoinNames = Annotated[
    Join, typer.Option("--join", help="Whether to join names that are certainly the same person across texts.")
]


def names(
    wanted: MaybeNames = None,
    graph: Graph = OUT,
    apply: Apply = False,
    corrections: Into = None,
    least: Least = 0.5,
    every: Every = False,
    as_json: Json = False,
) -> None:
    """List names with their forms and counts, and suggest which of them are the same.

    [bold]Examples[/bold]

      entente names --graph out
      entente names Abbas Mensah
      entente names --apply && entente build articles/ --corrections out/corrections.toml

    A suggestion says what speaks for it: the only person of that surname in all texts, the same country, the same
    office, the same company. Read them before you apply them: what is certain, build has joined already.
    """
    path = graph / STATEMENTS if graph.is_dir() else graph
    if not path.exists() or path.suffix != ".jsonl":
        raise UsageError(f"{path}: is not a list of statements. Name the folder that build wrote: --graph OUT.")
    gathered = gather(read_readings(path))
    found = [one for one in suggestions(gathered) if one.score >= least and _is_wanted((one.name, one.into), wanted)]
    listed = [known for known in gathered.values() if _is_wanted((known.name, *known.forms), wanted)]
    if wanted and not listed:
        raise UsageError(f"No name holds {' or '.join(wanted)}. Without a name, all are listed.")
    if apply:
        _apply(found, corrections or path.parent / CORRECTIONS)
    elif as_json:
        print_json([*({"entity": _values(known)} for known in listed), *({"merge": asdict(one)} for one in found)])
    else:
        _show(listed, found, every or bool(wanted))


def joined(readings: Iterable[Reading], folder: Path) -> Iterator[Reading]:
    """Pass the readings on with the names joined that are one for certain; say which. They wait in `folder`."""
    with tempfile.TemporaryDirectory(prefix="join-", dir=folder) as waiting:
        path = Path(waiting) / STATEMENTS
        found = [one for one in suggestions(gather(writing(readings, path))) if one.certain]
        corrector = Corrector(as_corrections(found))
        for one in found:
            say(f"joined: {_said(one)}")
        yield from map(corrector.correct, read_readings(path))


def _is_wanted(said: Iterable[str], wanted: list[str] | None) -> bool:
    return not wanted or any(w.lower() in name.lower() for w in wanted for name in said)


def _apply(found: list[Suggestion], path: Path) -> None:
    """Add the suggestions to a corrections file that can be read, old and new."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if path.exists():
        read_corrections(path)  # what cannot be read is not added to
    if not found:
        say("There is nothing to suggest, so nothing was written.")
        return
    path.write_text(old + as_toml(found), encoding="utf-8", newline="\n")
    show(Text(harmless(f"{len(found)} suggestions are in {path}; build again with --corrections {path}.")))


def _values(known: Known) -> dict[str, Any]:
    return {
        "name": known.name,
        "kind": known.kind,
        "mentions": known.mentions,
        "documents": len(known.documents),
        "forms": list(known.forms),
    }


def _show(listed: list[Known], found: list[Suggestion], every: bool) -> None:
    table = Table("name", "kind", "mentions", "documents", "forms", box=None, header_style="bold")
    ordered = sorted(listed, key=lambda known: (-known.mentions, known.name))
    for known in ordered if every else ordered[:SHOWN]:
        forms = [form for form in known.forms if form != known.name]
        said = ", ".join(forms[:FORMS]) + (" …" if len(forms) > FORMS else "")
        table.add_row(*map(harmless, (known.name, known.kind)), str(known.mentions), str(len(known.documents)), said)
    show(table, "")
    if len(ordered) > SHOWN and not every:
        show(Text(f"and {len(ordered) - SHOWN:,} names more; --all shows them."), "")
    for one in found if every else found[:SHOWN]:
        show(Text(harmless(f"{one.score:.2f}  {_said(one)}")))
    if len(found) > SHOWN and not every:
        show(Text(f"and {len(found) - SHOWN:,} suggestions more; --all shows them."))
    if found:
        show("", Text("entente names --apply writes the suggestions into a corrections file."))


def _said(one: Suggestion) -> str:
    where = "" if one.documents is None else f" in {len(one.documents):,} document{'s' * (len(one.documents) > 1)}"
    return f'"{one.name}" is {one.into}{where}: {"; ".join(one.evidence)}'
