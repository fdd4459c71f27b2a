"""The name of a format in, the writer of the graph `kg` out: what `entente export --to` offers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from graph.errors import UsageError
from graph.exports.built import read_built
from graph.exports.csv_tables import write_csv
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.graphml_reader import read_graphml
from graph.exports.neo4j import write_neo4j
from graph.exports.node_link import read_node_link, write_node_link
from graph.exports.parquet import write_parquet
from graph.exports.rdf import write_rdf


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a graph: `write(kg, path)`; `suffix` is "" where `path` is a folder of several files."""

    name: str
    suffix: str
    write: Callable[[nx.MultiDiGraph, Path], None]
    purpose: str


FORMATS = {
    each.name: each
    for each in (
        Format("graphml", ".graphml", write_graphml, "Gephi, Gephi Lite, igraph, networkx; entente reads it back"),
        Format("gexf", ".gexf", write_gexf, "Gephi with its timeline, Gephi Lite, networkx"),
        Format("json", ".json", write_node_link, "networkx (node-link), D3; entente reads it back"),
        Format("csv", "", write_csv, "spreadsheets: four tables, formulas neutralised"),
        Format("csv-raw", "", lambda kg, path: write_csv(kg, path, raw=True), "programs: the same tables as they are"),
        Format("parquet", "", write_parquet, "DuckDB, Polars, pandas: the same tables with types"),
        Format("neo4j", "", write_neo4j, "Neo4j: files for neo4j-admin import or LOAD CSV"),
        Format("rdf", ".ttl", write_rdf, "triple stores: Turtle, each statement with its words"),
    )
}


def export(kg: nx.MultiDiGraph, path: str | Path, to: str | None = None) -> None:
    """Write `kg` to `path`, a file or for some formats a folder. Raises UsageError.

        export(kg, "kg.gexf")
        export(kg, "tables", "csv")

    `to` names the format (graphml, gexf, json, csv, csv-raw, parquet, neo4j, rdf); without it `path`'s ending does.
    """
    to = format_of(path) if to is None else to
    if to not in FORMATS:
        raise UsageError(f'no format "{to}"; there are {", ".join(FORMATS)}')
    FORMATS[to].write(kg, Path(path))


def format_of(path: str | Path) -> str:
    """Return the format that the ending of a file names. Raises UsageError where it names none."""
    suffix = Path(path).suffix.lower()
    found = [each.name for each in FORMATS.values() if each.suffix and each.suffix == suffix]
    named = FORMATS.get(suffix.removeprefix("."))
    if named and not named.suffix:
        error = UsageError(f"{path}: {named.name} is a folder of several files; name the folder, and the format")
        error.on_the_command_line = f": --to {named.name} -o tables"
        raise error
    if not found:
        raise UsageError(f"{path}: the ending names no format; say which is meant: {', '.join(FORMATS)}")
    return found[0]


def read_graph(path: str | Path) -> nx.MultiDiGraph:
    """Read a graph that entente wrote: the folder of a build, its statements, GraphML, or node-link JSON.

        kg = read_graph("out")

    Raises UsageError where there is none, or where it cannot be read.
    """
    path = Path(path)
    if path.is_dir() or path.suffix == ".jsonl" or not path.exists():
        return read_built(path)
    if path.suffix == ".json":
        return read_node_link(path)
    try:
        return read_graphml(path)
    except UsageError as error:
        if path.suffix == ".graphml":
            raise
        named = "name the folder that build wrote, or a .jsonl, .graphml or .json that entente wrote"
        raise UsageError(f"{path}: is no graph; {named}") from error
