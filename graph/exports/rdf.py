"""The graph `kg` in, RDF out (Turtle): each statement as a resource with its words, date, modality and document.

Only what a text states as a fact of its own time, and none denies, is asserted as a triple of its own as well
(`entity:Arland entente:allied entity:Borland`), both ways where it is symmetric. Needs rdflib (`entente-kg[rdf]`).
"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx

from graph.exports.rows import statements_of
from graph.exports.xmltext import clean
from graph.extras import need
from graph.kg.build import WORLD
from graph.records import Source, Statement
from graph.store.files import new_text_file

VOCABULARY, ENTITY, DOCUMENT = "urn:entente:", "urn:entente:entity:", "urn:entente:document:"
WIKIDATA = "http://www.wikidata.org/entity/"
PLAIN = (
    "cue", "source_text", "target_text", "modality", "symmetric", "negated", "past", "rule", "confidence", "start",
    "end",
)  # fmt: skip


def write_rdf(kg: nx.MultiDiGraph, path: str | Path) -> None:
    """Write `kg` to `path` as Turtle, in one step."""
    rdf = need("rdflib", "rdf")
    graph = rdf.Graph()
    for prefix, base in (("entente", VOCABULARY), ("entity", ENTITY), ("document", DOCUMENT)):
        graph.bind(prefix, base)
    for name, data in kg.nodes(data=True):
        _add_node(rdf, graph, name, data)
    for source in kg.graph.get("sources", {}).values():
        _add_source(rdf, graph, source)
    said = statements_of(kg)
    for number, statement in enumerate(said, start=1):
        _add_statement(rdf, graph, number, statement)
    denied = {triple for s in said if s.negated for triple in _triples(s)}
    for statement in said:
        if statement.modality == "actual" and not statement.negated and not statement.past:
            for source, relation, target in set(_triples(statement)) - denied:
                ends = (_iri(rdf, ENTITY, source), _iri(rdf, ENTITY, target))
                graph.add((ends[0], _predicate(rdf, relation), ends[1]))
    with new_text_file(path) as file:
        file.write(graph.serialize(format="turtle"))


def _triples(statement: Statement) -> list[tuple[str, str, str]]:
    s = statement
    ways = [(s.source, s.target), (s.target, s.source)] if s.symmetric else [(s.source, s.target)]
    return [(source, s.relation, target) for source, target in ways]


def _add_node(rdf: Any, graph: Any, name: str, data: dict[str, Any]) -> None:
    node = _iri(rdf, ENTITY, name)
    graph.add((node, rdf.RDFS.label, rdf.Literal(clean(name))))
    for form in data["names"]:
        graph.add((node, rdf.SKOS.altLabel, rdf.Literal(clean(form))))
    for key in ("kind", *WORLD):
        if key == "wikidata" and data.get(key):
            graph.add((node, rdf.OWL.sameAs, rdf.URIRef(WIKIDATA + quote(data[key]))))
        elif data.get(key) is not None:
            graph.add((node, rdf.URIRef(VOCABULARY + key), rdf.Literal(data[key])))


def _add_source(rdf: Any, graph: Any, source: Source) -> None:
    node = _iri(rdf, DOCUMENT, source.id)
    graph.add((node, rdf.DCTERMS.identifier, rdf.Literal(clean(source.id))))
    for term, value in (("date", source.date), ("title", source.title), ("source", source.url)):
        if value:
            graph.add((node, rdf.DCTERMS[term], rdf.Literal(clean(value))))


def _add_statement(rdf: Any, graph: Any, number: int, statement: Statement) -> None:
    s, node = statement, rdf.URIRef(f"{VOCABULARY}statement:{number}")
    graph.add((node, rdf.RDF.type, rdf.RDF.Statement))
    graph.add((node, rdf.RDF.subject, _iri(rdf, ENTITY, s.source)))
    graph.add((node, rdf.RDF.predicate, _predicate(rdf, s.relation)))
    graph.add((node, rdf.RDF.object, _iri(rdf, ENTITY, s.target)))
    graph.add((node, rdf.PROV.wasDerivedFrom, _iri(rdf, DOCUMENT, s.document)))
    values = {"quote": s.sentence, **{name: getattr(s, name) for name in PLAIN}}
    for name, value in values.items():
        literal = rdf.Literal(clean(value) if isinstance(value, str) else value)
        graph.add((node, rdf.URIRef(VOCABULARY + name), literal))
    if s.date:
        graph.add((node, rdf.DCTERMS.date, rdf.Literal(clean(s.date))))
    if s.when:
        graph.add((node, rdf.URIRef(f"{VOCABULARY}when"), rdf.Literal(clean(s.when))))
    if s.attributed_to:
        graph.add((node, rdf.URIRef(f"{VOCABULARY}attributed_to"), _iri(rdf, ENTITY, s.attributed_to)))


def _predicate(rdf: Any, relation: str) -> Any:
    return _iri(rdf, VOCABULARY, relation.replace(" ", "_"))


def _iri(rdf: Any, base: str, name: str) -> Any:
    return rdf.URIRef(base + quote(name, safe="", errors="replace"))
