"""The room `graph.exports` by its public name: the graph in other programs' formats, and back."""

from graph.exports.csv_tables import write_csv
from graph.exports.formats import export, read_graph
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.graphml_reader import read_graphml
from graph.exports.neo4j import write_neo4j
from graph.exports.node_link import read_node_link, write_node_link
from graph.exports.parquet import write_parquet
from graph.exports.rdf import write_rdf

__all__ = [
    "export",
    "read_graph",
    "read_graphml",
    "read_node_link",
    "write_csv",
    "write_gexf",
    "write_graphml",
    "write_neo4j",
    "write_node_link",
    "write_parquet",
    "write_rdf",
]
