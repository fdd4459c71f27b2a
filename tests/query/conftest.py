"""What tests of questions share: the graph of the tale."""

import json

import networkx as nx
import pytest

from graph.kg import build_graph
from graph.records import Reading
from tests.paths import TALE


@pytest.fixture(scope="module")
def kg() -> nx.MultiDiGraph:
    return build_graph(Reading.from_dict(json.loads(line)) for line in TALE.read_text(encoding="utf-8").splitlines())
