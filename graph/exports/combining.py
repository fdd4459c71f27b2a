"""Runs of `entente build` among the paths that a user gives: found, and read once together with what is read anew."""

import hashlib
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from graph.documents.finding import find_files
from graph.documents.ours import is_ours
from graph.errors import DocumentWarning, UsageError
from graph.exports.built import PROJECT, STATEMENTS, project_of_file
from graph.project import PARTS, Project
from graph.records import Reading
from graph.store import read_readings, reading_to_line

BESIDE = (PROJECT, "refused.jsonl")  # what else we write into such a folder, and might take for texts


def built_among(paths: Iterable[str]) -> tuple[list[Path], list[str]]:
    """Return the statements of former runs among some paths, and the other paths.

    Such a path is the folder that build wrote, if it holds no texts of a user's own, or a file of statements.
    """
    built: list[Path] = []
    others: list[str] = []
    for given in paths:
        file = _statements(Path(given))
        if file is None:
            others.append(given)
        else:
            built.append(file)
    return built, others


def combined(built: Sequence[Path], anew: Iterable[Reading] = ()) -> Iterator[Reading]:
    """Yield the readings of former runs, then those read anew; one that comes twice once.

    Another document of an id that is taken gets a number, as `read_documents` gives it: "a.txt#2".
    """
    seen: dict[str, list[bytes]] = {}
    for part in (*map(read_readings, built), anew):
        for reading in part:
            known = seen.setdefault(reading.id, [])
            digest = hashlib.sha256(reading_to_line(reading).encode("utf-8", "surrogatepass")).digest()
            if digest not in known:
                known.append(digest)
                yield reading if len(known) == 1 else _renamed(reading, f"{reading.id}#{len(known)}")


def project_with(built: Iterable[Path], own: Project) -> Project:
    """Return the project of the former runs and of this one together, each file of it once. Raises DataError."""
    every = [*map(project_of_file, built), own]
    parts = {part: tuple(dict.fromkeys(file for one in every for file in getattr(one, part))) for part in PARTS}
    return Project(parts["relations"], parts["words"], parts["names"], own.reader).checked()


def _statements(given: Path) -> Path | None:
    if given.is_file() and given.suffix == ".jsonl" and is_ours(given, "json"):
        return given
    file = given / STATEMENTS
    return file if file.is_file() and (is_ours(file, "json") or not file.stat().st_size) and _no_texts(given) else None


def _no_texts(folder: Path) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)
        try:
            return all(file.id in (*BESIDE, STATEMENTS) for file in find_files([folder]))
        except UsageError:
            return True  # there is nothing else in it


def _renamed(reading: Reading, id: str) -> Reading:
    said = tuple(replace(s, document=id) for s in reading.statements)
    return replace(reading, source=replace(reading.source, id=id), statements=said)
