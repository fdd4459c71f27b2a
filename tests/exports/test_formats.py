"""Every format read by programs of other makers: each edge and each quote comes out as it went in.

The graph has the names that break files: formulas, markup, control characters, half characters, line ends, long ones.
`docs/formats.md` shows the table that these tests make.
"""

import csv
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest

from graph.errors import UsageError
from graph.exports.formats import FORMATS, export, read_graph
from graph.exports.gexf import write_gexf
from graph.exports.xmltext import clean
from graph.kg import build_graph
from graph.records import Reading
from tests.paths import ROOT, TESTS

HOSTILE = [
    "NUL \x00 BS \x08", "\ufffe and \uffff", "lone \ud800 half", "]]> and & \t < \n &", "\"'<script>alert(1)</script>",
    "?> <?php", "Ə𝔸 Łódź\u2028", "a_b:c.d-e f", " | ¶ ", "x" * 10_000, "a\r\nb", "__proto__", "=HYPERLINK(A1)", "+1",
    "-1", "@sum", "ends in \\", 'a \\" b', "`n`}) DETACH DELETE n //", "Arland ",
]  # fmt: skip

Edge = tuple[str, str, str]
Found = tuple[list[Edge], list[str]]


def readings() -> list[Reading]:
    """Return the tale, once as it is and once for each hostile name in the place of Cand."""
    lines = (TESTS / "data" / "tale.jsonl").read_text(encoding="utf-8").splitlines()
    tale = [Reading.from_dict(json.loads(line)) for line in lines]
    return [*tale, *(_spoilt(reading, name) for name in HOSTILE for reading in tale)]


def _spoilt(reading: Reading, name: str) -> Reading:
    def put(text: str) -> str:
        return text.replace("Cand", name)

    return Reading(
        replace(reading.source, id=f"{reading.id}/{name}", title=name),
        tuple(replace(e, name=put(e.name), names=tuple(map(put, e.names))) for e in reading.entities),
        tuple(
            replace(
                s, source=put(s.source), target=put(s.target), sentence=put(s.sentence), document=f"{s.document}/{name}"
            )
            for s in reading.statements
        ),
    )


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    kg = build_graph(readings())
    for number, name in enumerate(kg):
        kg.nodes[name]["camp"] = number % 2
    return kg


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


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader[1]}-{reader[0].replace(' ', '_')}")
def test_another_program_reads_every_edge_and_quote(
    reader: Any, kg: nx.MultiDiGraph, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    *_, tidy_name, tidy_quote = reader
    found = found_by(reader, kg, tmp_path, request)
    assert found[0] == expected(kg, tidy_name)[0]
    assert found[1] == expected(kg, tidy_quote)[1]


TABLE = ROOT / "docs" / "formats.md"
HEAD = "| format | read by | edges in | edges found | quotes in | quotes found |\n| --- | --- | --: | --: | --: | --: |"


def test_the_manual_shows_what_is_measured_here(
    kg: nx.MultiDiGraph, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rows = [HEAD]
    for reader in READERS:
        program, format_, *_ = reader
        found = found_by(reader, kg, tmp_path, request)
        given = expected(kg, str)
        rows.append(
            f"| {format_} | {program} | {len(given[0])} | {len(found[0])} | {len(given[1])} | {len(found[1])} |"
        )
    assert "\n".join(rows) in TABLE.read_text(encoding="utf-8")


def test_every_format_is_in_the_manual() -> None:
    manual = TABLE.read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"--to {name}" not in manual] == []


def tale() -> nx.MultiDiGraph:
    return build_graph(readings()[:3])


def test_the_csv_files_of_a_small_graph(tmp_path: Path) -> None:
    one = readings()[0]
    statement = replace(one.statements[2], source="=2+2", cue="-", target='Port, "Mira"', date=None, confidence=0.5)
    entity = replace(one.entities[0], name="=2+2", names=("@a", "b"), longitude=-3.25)
    kg = build_graph([replace(one, statements=(statement,), entities=(entity,))])
    export(kg, tmp_path / "safe", "csv")
    export(kg, tmp_path / "raw", "csv-raw")
    safe, raw = (
        {path.name: path.read_bytes().decode() for path in sorted((tmp_path / name).iterdir())}
        for name in ("safe", "raw")
    )
    assert safe["nodes.csv"] == (
        "\ufeffid,label,kind,names,mentions,documents,first_seen,last_seen,iso2,iso3,wikidata,latitude,longitude,"
        "country,size\n"
        "'=2+2,'=2+2,country,'@a | b,2,1,2024-05-01,2024-05-01,AL,ALD,Q1,40.5,-3.25,,15.0\n"
        '"Port, ""Mira""","Port, ""Mira""",,,0,0,,,,,,,,,10.0\n'
    )
    assert safe["edges.csv"] == (
        "\ufeffid,source,target,type,kind,label,relation,negated,symmetric,sign,weight,documents,actual,planned,possible,"
        "cues,attributed_to,first_seen,last_seen,confidence,evidence,sources\n"
        '\'=2+2 visited Port, "Mira",'.replace('\'=2+2 visited Port, "Mira"', '"\'=2+2 visited Port, ""Mira"""')
        + '\'=2+2,"Port, ""Mira""",directed,visited,visited,visited,false,false,0,1.0,1,1,0,0,\'-,,,,0.5,'
        '"Ola Berg flew to Port Mira, and Borland did not back Cand.",'
        '"Two allies & a <rival>, 2024-05-01, https://example.org/1?a=1&b=2"\n'
    )
    assert safe["statements.csv"].splitlines()[1].startswith("'=2+2,Ola Berg,91,99,visited,")
    assert raw == {name: text.removeprefix("\ufeff").replace("'", "") for name, text in safe.items()}


def test_the_gexf_file_of_a_small_graph(tmp_path: Path) -> None:
    one = readings()[0]
    statement = replace(one.statements[1], sentence="A & < B\n<b>", attributed_to="Zed")
    kg = build_graph([replace(one, statements=(statement,))])
    kg.nodes["Arland"].update({"x": 1, "y": 2.5})
    write_gexf(kg, tmp_path / "one.gexf", colours={"country": "#0102ff", "opposed": "#d55e00"})
    wanted = (TESTS / "data" / "one.gexf").read_text(encoding="utf-8")
    assert (tmp_path / "one.gexf").read_text(encoding="utf-8") == wanted


def test_gexf_has_the_days_of_each_node_and_edge(tmp_path: Path) -> None:
    write_gexf(tale(), tmp_path / "kg.gexf")
    root = ElementTree.parse(tmp_path / "kg.gexf").getroot()
    graph = next(root.iter("{http://gexf.net/1.3}graph"))
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    span = {e.get("id"): (e.get("start"), e.get("end")) for e in root.iter() if e.tag.endswith(("}node", "}edge"))}
    assert span["Arland"] == ("2024-05-01", "2024-06-02")
    assert span["Cand:opposed:Arland"] == ("2024-06-02", "2024-06-02")
    assert span["Borland:opposed:Dole"] == (None, None)


def test_the_neo4j_script_names_nothing_from_a_text(tmp_path: Path) -> None:
    kg = build_graph(readings())
    export(kg, tmp_path / "all", "neo4j")
    export(build_graph([]), tmp_path / "none", "neo4j")
    script = (tmp_path / "all" / "load.cypher").read_text(encoding="utf-8")
    assert script == (tmp_path / "none" / "load.cypher").read_text(encoding="utf-8")
    assert re.findall(r"MERGE \(a\)-\[r:(\w+)\]", script) == [
        "ALLIED", "NOT_ALLIED", "OPPOSED", "NOT_OPPOSED", "VISITED", "NOT_VISITED",
    ]  # fmt: skip
    assert script.startswith((TESTS / "data" / "load.cypher").read_text(encoding="utf-8"))


def test_no_cell_for_neo4j_has_a_backslash_before_a_quote(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    export(kg, tmp_path, "neo4j")
    cells = (tmp_path / "relationships.csv").read_text(encoding="utf-8")
    assert "\\u005c" in cells
    assert "\\u0022" in cells
    assert re.findall(r'\\"', cells + (tmp_path / "nodes.csv").read_text(encoding="utf-8")) == []


def test_rdf_asserts_only_what_is_said_as_a_fact_and_not_denied(tmp_path: Path) -> None:
    import rdflib

    export(tale(), tmp_path / "kg.ttl", "rdf")
    read = rdflib.Graph().parse(tmp_path / "kg.ttl", format="turtle")
    said = {
        tuple(str(term).rpartition(":")[2] for term in triple)
        for triple in read
        if str(triple[1]).removeprefix("urn:entente:") in ("allied", "opposed", "visited")
    }
    assert said == {
        ("Arland", "allied", "Borland"), ("Borland", "allied", "Arland"), ("Cand", "allied", "Borland"),
        ("Arland", "opposed", "Cand"), ("Cand", "opposed", "Arland"), ("Borland", "opposed", "Cand"),
        ("Borland", "opposed", "Dole"), ("Dole", "opposed", "Borland"), ("Ola%20Berg", "visited", "Port%20Mira"),
    }  # fmt: skip


@pytest.mark.parametrize("format_", FORMATS)
def test_a_failure_leaves_the_earlier_files(format_: str, tmp_path: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    path = tmp_path / f"kg{FORMATS[format_].suffix}"
    kg = tale()
    export(kg, path, format_)
    before = files()
    export(kg, path, format_)
    assert files() == before
    kg.edges["Ola Berg", "Port Mira", "visited"]["evidence"] = (object(),)
    with pytest.raises(AttributeError):
        export(kg, path, format_)
    kept = {path: text for path, text in files().items() if path.stem != "nodes"}  # nodes were whole by then
    assert kept == {path: text for path, text in before.items() if path.stem != "nodes"}


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_graph_can_be_written(format_: str, tmp_path: Path) -> None:
    export(build_graph([]), tmp_path / f"kg{FORMATS[format_].suffix}", format_)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] != []


def test_what_cannot_be_done_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = tale()
    (tmp_path / "file").write_text("")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "rdflib", None)
    told = []
    for to, name in (("xls", "kg"), ("csv", "file"), ("parquet", "kg"), ("rdf", "kg.ttl")):
        with pytest.raises(UsageError) as raised:
            export(kg, tmp_path / name, to)
        told.append(str(raised.value))
    assert told == [
        'no format "xls"; there are graphml, gexf, json, csv, csv-raw, parquet, neo4j, rdf',
        f"cannot make the folder {tmp_path / 'file'}: File exists; name another one",
        "this needs pyarrow: pip install 'entente[parquet]'",
        "this needs rdflib: pip install 'entente[rdf]'",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("[]", "list indices must be integers"), ("{", "Expecting property name"), ('{"nodes":[]}', "'edges'"),
     ("[" * 100_000, "recursion"), ('{"nodes":[1]}', "'int' object has no attribute")],
)  # fmt: skip
def test_json_that_is_not_ours_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="is no node-link JSON that entente wrote") as raised:
        read_graph(path)
    assert reason in str(raised.value)
