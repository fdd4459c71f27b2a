r"""The graph `kg` in, a folder for Neo4j out: nodes.csv, relationships.csv and load.cypher.

The CSV files have the headers of `neo4j-admin database import` (with --multiline-fields); load.cypher reads the same
files with LOAD CSV into a running database. Names and quotes are data in the CSV, never part of a query. LOAD CSV
takes \" for a quote by default, so no cell has a backslash before a quote or at its end.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from graph.exports.csv_tables import make_folder
from graph.exports.rows import EDGE_COLUMNS, Columns, edge_rows, node_columns, node_rows, statement_values
from graph.exports.xmltext import clean, json_text
from graph.kg.own import relations_of
from graph.store.files import new_text_file

BACKSLASH = re.compile(r'\\(?="|$)')
FUNCTIONS = {"int": "toInteger", "double": "toFloat", "boolean": "toBoolean"}

NODES = """\
// Copy this folder's files into the import folder of the database, then: cypher-shell -f load.cypher
CREATE CONSTRAINT entente_name IF NOT EXISTS FOR (n:Entity) REQUIRE n.name IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (n:Entity {{name: row.`name:ID`}})
SET {values};
"""
RELATIONSHIPS = """
LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row
WITH row WHERE row.`:TYPE` = '{type}'
MATCH (a:Entity {{name: row.`:START_ID`}}), (b:Entity {{name: row.`:END_ID`}})
MERGE (a)-[r:{type}]->(b)
SET {values};
"""


def write_neo4j(kg: nx.MultiDiGraph, folder: str | Path) -> None:
    """Write the import files of `kg` into `folder`, each in one step."""
    folder = Path(folder)
    make_folder(folder)
    nodes = {name: type_ for name, type_ in node_columns(kg).items() if name not in ("label", "size")}
    edges = {**EDGE_COLUMNS, "evidence_json": "string"}
    del edges["label"]
    _write_table(folder / "nodes.csv", ("name:ID", *map(_header, nodes.items()), ":LABEL"), _nodes(kg, nodes))
    heads = (":START_ID", *map(_header, edges.items()), ":END_ID", ":TYPE")
    _write_table(folder / "relationships.csv", heads, _relationships(kg))
    with new_text_file(folder / "load.cypher") as file:
        file.write(NODES.format(values=_assignments("n", nodes)))
        for key in (key for relation in relations_of(kg) for key in (relation, f"not {relation}")):
            file.write(RELATIONSHIPS.format(type=_type(key), values=_assignments("r", edges)))


def _nodes(kg: nx.MultiDiGraph, columns: Columns) -> Iterator[list[object]]:
    for name, row in node_rows(kg):
        yield [name, *(row[column] for column in columns), "Entity"]


def _relationships(kg: nx.MultiDiGraph) -> Iterator[list[object]]:
    for source, target, key, row in edge_rows(kg):
        row.pop("label")
        json = json_text(statement_values(kg.edges[source, target, key]["evidence"])).replace("\\\\", "\\u005c")
        yield [source, *row.values(), json.replace('\\"', "\\u0022"), target, _type(key)]


def _write_table(path: Path, heads: tuple[str, ...], rows: Iterator[list[object]]) -> None:
    with new_text_file(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return BACKSLASH.sub("\\\\ ", clean(value)) if isinstance(value, str) else value


def _header(column: tuple[str, str]) -> str:
    return _property(column[0]) + ("" if column[1] == "string" else f":{column[1]}")


def _assignments(variable: str, columns: Columns) -> str:
    """Return the part of a query that sets each property; all names in it are ours, none is from a text."""
    parts = []
    for column in columns.items():
        value, function = f"row.`{_header(column)}`", FUNCTIONS.get(column[1])
        parts.append(f"{variable}.`{_property(column[0])}` = {f'{function}({value})' if function else value}")
    return ", ".join(parts)


def _property(name: str) -> str:
    """Return the name of a property as Cypher can quote it."""
    return re.sub(r"[`:\\]", "_", name)


def _type(key: str) -> str:
    return key.upper().replace(" ", "_")
