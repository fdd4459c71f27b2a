"""What `entente build` wrote in (its folder, or its file of statements), the graph `kg` out, with its own project."""

import json
from pathlib import Path

import networkx as nx

from graph.errors import UsageError
from graph.kg.build import build_graph
from graph.project import BUILT_IN, Project
from graph.store import read_readings

STATEMENTS = "statements.jsonl"
PROJECT = "project.json"  # beside the statements: the user's own relations, words and names that they were read with


def read_built(path: Path) -> nx.MultiDiGraph:
    """Return the graph of a folder that `entente build` wrote, or of a .jsonl of readings. Raises UsageError."""
    path = path / STATEMENTS if path.is_dir() else path
    if not path.exists():
        raise UsageError(
            f"{path}: no such file. Build a graph first (entente build PATH -o OUT), then name its folder: --graph OUT."
        )
    return build_graph(read_readings(path), project=project_of_file(path))


def project_of_file(statements: Path) -> Project:
    """Return the project that the statements in a file were read with: what lies beside them, if it is of a build."""
    return project_beside(statements.with_name(PROJECT)) if statements.name == STATEMENTS else BUILT_IN


def project_beside(path: Path, otherwise: Project = BUILT_IN) -> Project:
    """Return the project that was written to a file, or another where there is none. Raises UsageError."""
    if not path.exists():
        return otherwise
    try:
        return Project.from_dict(json.loads(path.read_text(encoding="utf-8"))).checked()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: is not a file that entente wrote; build the graph again.") from error
