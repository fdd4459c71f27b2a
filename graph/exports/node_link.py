"""The graph `kg` in, node-link JSON out, and back: for `nx.node_link_graph(data, edges="edges")` and for D3.

Every statement is there, as in `entente extract`; `graph.sources` lists the documents. One node or edge a line.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import networkx as nx

from graph.errors import UsageError
from graph.exports.rows import statement_values, with_tuples
from graph.exports.xmltext import json_text
from graph.kg.build import assemble
from graph.kg.own import project_of
from graph.project import Project
from graph.records import Source, Statement
from graph.store.files import new_text_file


def write_node_link(kg: nx.MultiDiGraph, path: str | Path) -> None:
    """Write `kg` to `path`, in one step."""
    told: dict[str, Any] = {"sources": [asdict(source) for source in kg.graph.get("sources", {}).values()]}
    if project := project_of(kg):
        told["project"] = project.to_dict()
    with new_text_file(path) as file:
        file.write(f'{{"directed":true,"multigraph":true,"graph":{json_text(told)},\n"nodes":[\n')
        _write_lines(file, ({"id": name, **data} for name, data in kg.nodes(data=True)))
        file.write('],"edges":[\n')
        _write_lines(
            file,
            (
                {"source": source, "target": target, "key": key, **data, "evidence": statement_values(data["evidence"])}
                for source, target, key, data in kg.edges(keys=True, data=True)
            ),
        )
        file.write("]}\n")


def read_node_link(path: str | Path) -> nx.MultiDiGraph:
    """Read the graph that `write_node_link` wrote to `path`. Raises UsageError where it cannot be read."""
    try:
        with Path(path).open(encoding="utf-8") as file:
            values = json.load(file)
        nodes = {node.pop("id"): with_tuples(node) for node in values["nodes"]}
        statements = [Statement.from_dict(s) for edge in values["edges"] for s in edge["evidence"]]
        sources = [Source.from_dict(source) for source in values["graph"]["sources"]]
        project = Project.from_dict(values["graph"].get("project", {})).checked()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{path} is not node-link JSON that entente wrote: {error}") from error
    return assemble(nodes, statements, {source.id: source for source in sources}, project=project)


def _write_lines(file: IO[str], items: Iterable[dict[str, Any]]) -> None:
    between = ""
    for item in items:
        file.write(between + json_text(item))
        between = ",\n"
    file.write("\n")
