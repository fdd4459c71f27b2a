"""The command that looks after a store: store check."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli.loading import OUT, Json, print_json
from graph.cli.many import STORE
from graph.cli.screen import complain, harmless, say, show
from graph.errors import UsageError
from graph.store.shards import Store
from graph.store.views import is_store

What = Annotated[Literal["check"], typer.Argument(metavar="check", help="What to do: check that the store is intact.")]
Folder = Annotated[str, typer.Argument(metavar="STORE", help="The store, or the folder that build wrote.")]


def store(what: What, folder: Folder = str(OUT), as_json: Json = False) -> None:
    """Report what a store of documents holds, and whether it is intact; nothing is changed.

    [bold]Examples[/bold]

      entente store check
      entente store check out/store --json

    The next build sets damaged files aside and reads those documents again. Exit code 1 if there are any.
    """
    where = folder if "://" in folder or is_store(Path(folder)) else str(Path(folder, STORE))
    if "://" not in where and not is_store(Path(where)):
        raise UsageError(f"{where}: there is no store of documents. Name the folder that build wrote.")
    found = Store(where).state()
    if as_json:
        print_json([asdict(found)])
    else:
        show(
            harmless(f"{where}: {found.documents:,} documents in {found.shards:,} shards are as they were written."),
            f"{found.failed:,} of them could not be read; build tells why.",
        )
        for name, fault in found.faults:
            show(harmless(f"{name}: {fault}"))
        if found.aside:
            say(f"{found.aside:,} files were set aside before, in {where}/aside; remove them if you do not need them.")
    if found.faults:
        complain(f"{found.told()}; build again: what they held is read anew.")
        raise typer.Exit(1)
