"""Programs of other makers that read our files: what edges and quotes they find."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest

from graph.exports.formats import FORMATS, export, read_graph
from graph.exports.xmltext import clean
from tests.paths import TESTS

Edge = tuple[str, str, str]
Found = tuple[list[Edge], list[str]]


def expected(kg: nx.MultiDiGraph, tidy: Callable[[str], str]) -> Found:
    """Return what a reader must find, with the names and quotes as the format can hold them."""
    edges = [(tidy(u), tidy(v), key) for u, v, key in kg.edges(keys=True)]
    return sorted(edges), sorted(tidy(s.sentence) for _, _, e in kg.edges(data="evidence") for s in e)


def quotes(evidence_json: list[str]) -> list[str]:
    return sorted(s["sentence"] for text in evidence_json for s in json.loads(text))


def _gephi(root: ElementTree.Element, space: str, kind: str, told: Callable[[Any], dict[str, str]]) -> Found:
    """Read by Gephi's two rules: an edge id seen before is dropped, parallel edges of one kind are merged."""
    label = {n.get("id"): told(n).get("label") or n.get("label") or "" for n in root.iter(f"{space}node")}
    seen: dict[str | None, ElementTree.Element] = {}
    for edge in root.iter(f"{space}edge"):
        seen.setdefault(edge.get("id"), edge)
    merged: dict[Edge, str] = {}
    for e in seen.values():
        merged[label[e.get("source")], label[e.get("target")], e.get(kind) or ""] = told(e)["evidence_json"]
    return sorted(merged), quotes(list(merged.values()))


def gephi_graphml(path: Path) -> Found:
    root = ElementTree.parse(path).getroot()
    space = "{http://graphml.graphdrawing.org/xmlns}"
    names = {key.get("id"): key.get("attr.name") for key in root.iter(f"{space}key")}
    return _gephi(root, space, "label", lambda e: {names[d.get("key")]: d.text for d in e})  # type: ignore[misc]


def gephi_gexf(path: Path) -> Found:
    space = "{http://gexf.net/1.3}"
    root = ElementTree.parse(path).getroot()
    return _gephi(root, space, "kind", lambda e: {v.get("for"): v.get("value") for v in e.iter(f"{space}attvalue")})


def networkx_graph(read: Any) -> Found:
    label = read.nodes(data="label")
    edges = [(label[u], label[v], data["label"]) for u, v, data in read.edges(data=True)]
    return sorted(edges), quotes([data["evidence_json"] for *_, data in read.edges(data=True)])


def networkx_node_link(path: Path) -> Found:
    read = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    return sorted(read.edges(keys=True)), sorted(s["sentence"] for *_, e in read.edges(data="evidence") for s in e)


def igraph_graphml(path: Path) -> Found:
    read = igraph.Graph.Read_GraphML(str(path))
    label = read.vs["label"]
    return sorted((label[e.source], label[e.target], e["label"]) for e in read.es), quotes(read.es["evidence_json"])


GRAPHOLOGY = """
const {MultiDirectedGraph} = require('graphology'), format = require('graphology-' + process.argv[1]);
const graph = format.parse(MultiDirectedGraph, require('fs').readFileSync(process.argv[2], 'utf8'));
const label = node => graph.getNodeAttribute(node, 'label');
console.log(JSON.stringify(graph.mapEdges((e, a, s, t) => [label(s), label(t), a.label, a.evidence_json])));
"""


def graphology(node: Callable[..., Any], format_: str, path: Path) -> Found:
    read = node(GRAPHOLOGY, format_, path)
    return sorted((s, t, key) for s, t, key, _ in read), quotes([evidence for *_, evidence in read])


def ours(path: Path) -> Found:
    return expected(read_graph(path), str)


def pandas_csv(folder: Path) -> Found:
    import pandas

    edges = pandas.read_csv(folder / "edges.csv", keep_default_na=False, lineterminator="\n")
    statements = pandas.read_csv(folder / "statements.csv", keep_default_na=False, lineterminator="\n")
    return sorted(zip(edges.source, edges.target, edges.kind, strict=True)), sorted(statements.sentence)


def pandas_parquet(folder: Path) -> Found:
    import pandas

    edges = pandas.read_parquet(folder / "edges.parquet")
    statements = pandas.read_parquet(folder / "statements.parquet")
    return sorted(zip(edges.source, edges.target, edges.kind, strict=True)), sorted(statements.sentence)


def duckdb_tables(folder: Path, suffix: str) -> Found:
    import duckdb

    read = f"read_csv('{folder}/%s.csv', all_varchar=true, header=true, parallel=false, strict_mode=true, quote='\"')"
    table = read if suffix == "csv" else f"read_parquet('{folder}/%s.parquet')"
    with duckdb.connect() as base:
        edges = base.execute(f"SELECT source, target, kind FROM {table % 'edges'}").fetchall()
        sentences = base.execute(f"SELECT sentence FROM {table % 'statements'}").fetchall()
    return sorted(edges), sorted(sentence for (sentence,) in sentences)


def neo4j_csv(folder: Path) -> Found:
    """Read the files as neo4j-admin does: quotes are doubled, a backslash is a backslash."""
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name:ID"] for row in csv.DictReader(file)}
    with (folder / "relationships.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if {row[":START_ID"], row[":END_ID"]} <= names]
    edges = [(r[":START_ID"], r[":END_ID"], r[":TYPE"].lower().replace("_", " ")) for r in rows]
    return sorted(edges), quotes([row["evidence_json"] for row in rows])


def rdflib_turtle(path: Path) -> Found:
    import rdflib

    read = rdflib.Graph().parse(path, format="turtle")
    rows = read.query("""
        PREFIX entente: <urn:entente:>
        SELECT ?source ?relation ?target ?negated ?symmetric ?quote WHERE {
            ?statement rdf:subject/rdfs:label ?source; rdf:predicate ?relation; rdf:object/rdfs:label ?target;
                       entente:negated ?negated; entente:symmetric ?symmetric; entente:quote ?quote }""")
    edges: set[Edge] = set()
    sentences = []
    for row in rows:
        assert isinstance(row, rdflib.query.ResultRow)
        source, relation, target, negated, symmetric, quote = map(str, row)
        ends = sorted((source, target)) if symmetric == "true" else (source, target)
        key = ("not " if negated == "true" else "") + relation.removeprefix("urn:entente:")
        edges.add((ends[0], ends[1], key))
        sentences.append(quote)
    return sorted(edges), sorted(sentences)


def half(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def one_line_end(text: str) -> str:
    return clean(text).replace("\r\n", "\n")


def as_cell(text: str) -> str:
    text = clean(text)
    return f"'{text}" if re.match(r"[=+\-@\t\r\n]", text) else text


def before_quotes(text: str) -> str:
    return re.sub(r'\\(?="|$)', r"\\ ", clean(text))


# program, format, reader, how a name may differ from ours, how a quote may
READERS: list[tuple[str, str, Callable[..., Found], Callable[[str], str], Callable[[str], str]]] = [
    ("Gephi's two rules", "graphml", gephi_graphml, one_line_end, str),
    ("graphology-graphml", "graphml", lambda path, node: graphology(node, "graphml", path), one_line_end, str),
    ("igraph", "graphml", igraph_graphml, one_line_end, str),
    ("networkx", "graphml", lambda p: networkx_graph(nx.read_graphml(p, force_multigraph=True)), one_line_end, str),
    ("entente", "graphml", ours, str, str),
    ("Gephi's two rules", "gexf", gephi_gexf, clean, str),
    ("graphology-gexf", "gexf", lambda path, node: graphology(node, "gexf", path), clean, str),
    ("networkx", "gexf", lambda path: networkx_graph(nx.read_gexf(path, version="1.3")), clean, str),
    ("networkx", "json", networkx_node_link, str, str),
    ("entente", "json", ours, str, str),
    ("pandas", "csv", pandas_csv, as_cell, as_cell),
    ("pandas", "csv-raw", pandas_csv, clean, clean),
    ("DuckDB", "csv-raw", lambda path: duckdb_tables(path, "csv"), clean, clean),
    ("pandas", "parquet", pandas_parquet, half, half),
    ("DuckDB", "parquet", lambda path: duckdb_tables(path, "parquet"), half, half),
    ("neo4j-admin's rules", "neo4j", neo4j_csv, before_quotes, str),
    ("rdflib", "rdf", rdflib_turtle, clean, clean),
]


def found_by(reader: Any, kg: nx.MultiDiGraph, folder: Path, request: pytest.FixtureRequest) -> Found:
    """Return what the reader finds of `kg` in a file of its format."""
    program, format_, read, _, _ = reader
    path = folder / f"{format_}{FORMATS[format_].suffix}"
    export(kg, path, format_)
    if not program.startswith("graphology"):
        found: Found = read(path)
        return found
    node = request.getfixturevalue("node")
    if not (TESTS / "node_modules" / program).is_dir():
        pytest.skip(f"{program} is not in tests/node_modules")
    found = read(path, node)
    return found
