"""Chains and common enemies, with the quotes of each step."""

import json

import networkx as nx

from graph.kg import build_graph
from graph.query import common_enemies, path
from graph.records import Reading
from tests.paths import TALE


def test_a_chain_carries_the_quotes_of_each_step(kg: nx.MultiDiGraph) -> None:
    chains = path(kg, "Port Mira", "Dole")
    assert [(c.names, [[(t.key, t.direction) for t in step] for step in c.steps]) for c in chains] == [
        (("Port Mira", "Ola Berg", "Cand", "Dole"),
         [[("visited", "in")], [("visited", "out")], [("allied", "in")]]),
    ]  # fmt: skip
    assert chains[0].steps[0][0].quotes == ("Ola Berg flew to Port Mira, and Borland did not back Cand.",)


def test_chains_of_one_relation(kg: nx.MultiDiGraph) -> None:
    assert [c.names for c in path(kg, "Arland", "Dole", relation="allied")] == [("Arland", "Borland", "Cand", "Dole")]
    assert [c.names for c in path(kg, "Arland", "Dole")] == [("Arland", "Borland", "Dole"), ("Arland", "Cand", "Dole")]
    assert [c.names for c in path(kg, "Arland", "Dole", limit=1)] == [("Arland", "Borland", "Dole")]
    assert path(kg, "Arland", "Port Mira", relation="opposed") == ()
    assert [c.names for c in path(kg, "Arland", "Arland")] == [("Arland",)]


def test_a_denied_relation_is_no_step() -> None:
    reading = Reading.from_dict(json.loads(TALE.read_text(encoding="utf-8").splitlines()[0]))
    denied = Reading(reading.source, reading.entities, (reading.statements[3], reading.statements[0]))
    kg = build_graph([denied])
    assert kg.has_edge("Borland", "Cand", "not allied")
    assert path(kg, "Arland", "Cand") == ()


def test_common_enemies_carry_both_quotes(kg: nx.MultiDiGraph) -> None:
    found = common_enemies(kg, "Arland", "Borland")
    assert [(e.name, e.one.quotes, e.other.quotes) for e in found] == [
        (
            "Cand",
            ("The Arlanders condemned Cand & < its friends over the raid.", "Cand accused Arland of lies."),
            ("Borland denounced Cand.",),
        )
    ]
    assert common_enemies(kg, "Arland", "Cand") == ()
    assert common_enemies(kg, "Arland", "Borland", modality="possible") == ()
