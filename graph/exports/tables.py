"""The graph `kg` in, three tables out: nodes, edges, statements. CSV and Parquet write these.

Nodes and edges are named as Gephi and most other programs want them: `id`, `label`; `source`, `target`, `type`, `kind`,
`weight`. The ids are the names themselves.
"""

from collections.abc import Iterator
from typing import NamedTuple

import networkx as nx

from graph.exports.rows import (
    EDGE_COLUMNS,
    STATEMENT_FIELDS,
    Columns,
    Row,
    edge_rows,
    node_columns,
    node_rows,
    statement_values,
    statements_of,
)
from graph.kg.own import check_graph

STATEMENT_COLUMNS: Columns = {
    **dict.fromkeys(STATEMENT_FIELDS, "string"),
    **{name: "int" for name in STATEMENT_FIELDS if name.endswith(("start", "end"))},
    "symmetric": "boolean",
    "negated": "boolean",
    "past": "boolean",
    "confidence": "double",
}


class Table(NamedTuple):
    """Rows with the names and types of their columns."""

    name: str
    columns: Columns
    rows: Iterator[Row]


def tables(kg: nx.MultiDiGraph) -> tuple[Table, Table, Table, Table]:
    """Return the tables of nodes, edges, statements and sources."""
    check_graph(kg)
    nodes = {"id": "string", **node_columns(kg)}
    ends = {"id": "string", "source": "string", "target": "string", "type": "string", "kind": "string"}
    sources: Columns = dict.fromkeys(("id", "date", "title", "url"), "string")
    return (
        Table("nodes", nodes, ({"id": name, **row} for name, row in node_rows(kg))),
        Table("edges", {**ends, **EDGE_COLUMNS}, _edges(kg)),
        Table("statements", STATEMENT_COLUMNS, iter(statement_values(statements_of(kg)))),
        Table("sources", sources, ({n: getattr(s, n) for n in sources} for s in kg.graph.get("sources", {}).values())),
    )


def _edges(kg: nx.MultiDiGraph) -> Iterator[Row]:
    for source, target, key, row in edge_rows(kg):
        name = f"{source} {key} {target}"
        yield {"id": name, "source": source, "target": target, "type": "directed", "kind": key, **row}
