"""RDF: what is asserted."""

from pathlib import Path

from graph.exports.formats import export
from tests.exports.tales import tale


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
