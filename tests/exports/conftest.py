"""What tests of formats share: a graph of the tale with the names that break files."""

import networkx as nx
import pytest

from graph.kg import build_graph
from tests.exports.tales import readings


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    kg = build_graph(readings())
    for number, name in enumerate(kg):
        kg.nodes[name]["camp"] = number % 2
    return kg
