"""Documents read, with the errors as sentences; files put where they are read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.documents import read_documents
from graph.errors import DocumentError
from graph.records import Document

Put = Callable[[str, str | bytes], Path]


def read(*paths: str | Path) -> tuple[list[Document], list[str]]:
    """Return the documents of the paths, and the errors as sentences."""
    errors: list[DocumentError] = []
    documents = list(read_documents(paths, errors.append))
    return documents, [str(error) for error in errors]


def lines(*values: Any) -> str:
    """Return JSON Lines."""
    return "".join(json.dumps(value) + "\n" for value in values)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
