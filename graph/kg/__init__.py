"""Readings → the graph `kg`: networkx.MultiDiGraph, one edge for each (source, target, key).

build           readings → kg, in memory
fold            many readings → kg, by DuckDB over shards, in bounded memory
joining/        names that mean one person across texts, with the evidence
corrections/    what a reader corrects → readings as corrected
"""

from graph.kg.build import build_graph

__all__ = ["build_graph"]
