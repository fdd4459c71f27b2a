"""Signed pairs, and those that are contested."""

import networkx as nx

from graph.query import contested, statements
from graph.query.pairs import pairs_of, signed_pairs
from tests.query.shortly import short


def test_a_contested_pair_is_not_netted(kg: nx.MultiDiGraph) -> None:
    assert [(p.one, p.other, short(p.positive), short(p.negative), p.sign, p.contested) for p in contested(kg)] == [
        ("Borland", "Cand", ["Borland allied Cand"], ["Borland opposed Cand"], 0, True),
    ]
    assert contested(kg)[0].quotes == ("Borland and Cand signed a “treaty”.", "Borland denounced Cand.")


def test_a_sign_needs_a_fact_that_is_not_denied(kg: nx.MultiDiGraph) -> None:
    assert [(p.one, p.other, p.sign) for p in signed_pairs(kg)] == [
        ("Arland", "Borland", 1), ("Arland", "Cand", -1), ("Borland", "Cand", 0), ("Borland", "Dole", -1),
    ]  # fmt: skip
    assert pairs_of(s for s in statements(kg) if s.negated or s.modality != "actual" or s.relation == "visited") == ()
