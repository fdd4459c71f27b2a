"""What a graph knows of the project that it was made with: `kg.graph["project"]`, where there is one.

So a graph can be asked, drawn and written with its own relations, also where the files of the project are not at hand.
"""

import networkx as nx

from graph.errors import UsageError
from graph.project import BUILT_IN, Project
from graph.schema import Schema, undeclared

KEY = "project"


def check_graph(kg: object) -> None:
    """Raise UsageError if this is no graph."""
    if not isinstance(kg, nx.Graph):
        raise UsageError(f"this takes a graph, not {type(kg).__name__}; build_graph(…) or read_graph(path) gives one")


def project_of(kg: nx.MultiDiGraph) -> Project:
    """Return the project that a graph was made with. Raises UsageError for what is no graph."""
    check_graph(kg)
    found: Project = kg.graph.get(KEY, BUILT_IN)
    return found


def put_project(kg: nx.MultiDiGraph, project: Project) -> nx.MultiDiGraph:
    """Note in a graph with which project it was made, and return it; the built-in one is not noted."""
    if project:
        kg.graph[KEY] = project
    return kg


def relations_of(kg: nx.MultiDiGraph) -> Schema:
    """Return the relations of a graph: those of its project, and stand-ins for others that its edges have."""
    known = project_of(kg).schema
    others = {relation for *_, relation in kg.edges(data="relation") if relation} - known.keys()
    return {**known, **{name: undeclared(name) for name in sorted(others)}} if others else known
