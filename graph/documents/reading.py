"""Files, folders, collections and standard input → Documents, each with an id of its own."""

import os
from collections.abc import Iterable, Iterator

from graph.documents.apart import APART, open_apart
from graph.documents.finding import File, find_files
from graph.documents.opening import to_document
from graph.documents.options import DEFAULT, Intake
from graph.documents.scanning import OnError, scan
from graph.errors import DocumentError
from graph.records import Document


def read_documents(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    on_error: OnError | None = None,
    options: Intake = DEFAULT,
) -> Iterator[Document]:
    """Return the documents of files and folders, in the order given; folders are searched whole, sorted by name.

        documents = read_documents("articles/", on_error=print)

    `paths` is one path or several.
    A document's id is its file's name, or its path from the folder given, or the `id` of its JSON line, row, entry
    or page; an id that is taken already gets the path as given, and then a number ("a.txt#2"). "-" is standard
    input, its id "stdin"; "*" and "?" in a path stand for any characters, or one.
    Hidden files are skipped, files of other kinds in a folder too, with a DocumentWarning that counts them.
    `options` says how dates such as 03/04/2025 are meant and which fields hold what.
    A document that cannot be read goes to `on_error`, and the others are read; without it the error is raised.
    Raises UsageError, before anything is read, for a path that is not there and when nothing is there to read.
    """
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    return _read_all(find_files(several), on_error or _raise, options)


def _raise(error: DocumentError) -> None:
    raise error


def _read_all(files: Iterable[File], on_error: OnError, options: Intake) -> Iterator[Document]:
    for piece in scan(files, on_error, options):
        try:
            yield open_apart(piece) if piece.kind in APART else to_document(piece)
        except DocumentError as error:
            on_error(error)
