"""The process in which documents are opened apart: orders as lines of JSON in, documents and errors as lines out."""

import json
import os
import sys
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from graph.documents.boundary import each
from graph.documents.finding import File
from graph.documents.limits import MEMORY, limit_memory
from graph.documents.opening import to_document
from graph.documents.options import Intake
from graph.documents.pieces import Piece
from graph.documents.scanning import read_collection
from graph.errors import DocumentError, DocumentWarning, UsageError
from graph.records import Document


def main() -> None:
    """Carry out orders until there are no more, or until nobody listens."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print
    limit_memory(MEMORY)
    _tell_warnings(out)
    try:
        for line in sys.stdin:
            for reply in _replies(json.loads(line)):
                _tell(out, reply)
            _tell(out, {"done": True})
    except BrokenPipeError:
        os._exit(1)


def _replies(order: dict[str, Any]) -> Iterator[dict[str, Any]]:
    try:
        for found in _found(order):
            if isinstance(found, Document):
                yield {"document": asdict(found)}
            else:
                yield {"error": [found.document, str(found)]}
    except UsageError as error:
        yield {"wanting": str(error)}
    except MemoryError:
        shown = order["piece"]["shown"] if "piece" in order else order["file"]["shown"]
        yield {"error": [shown, f"needs more than {MEMORY:g} GB of memory to open; save it as plain text"]}


def _found(order: dict[str, Any]) -> Iterator[Document | DocumentError]:
    if "piece" in order:
        try:
            yield to_document(Piece.from_dict(order["piece"]))
        except DocumentError as error:
            yield error
        return
    about, options = order["file"], order["options"]
    file = File(Path(about["path"]), about["id"], about["shown"])
    intake = Intake(options["dates"], tuple((ours, theirs) for ours, theirs in options["fields"]))
    for found in each(read_collection(file, order["kind"], order["packed"], intake), file.shown):
        if not isinstance(found, Piece):
            yield found


def _tell(out: TextIO, reply: dict[str, Any]) -> None:
    out.write(json.dumps(reply) + "\n")
    out.flush()


def _tell_warnings(out: TextIO) -> None:
    def tell(message: Warning | str, category: type[Warning], *_where: Any, **_more: Any) -> None:
        if issubclass(category, DocumentWarning):
            _tell(out, {"warning": str(message)})

    warnings.simplefilter("always", DocumentWarning)
    warnings.showwarning = tell
