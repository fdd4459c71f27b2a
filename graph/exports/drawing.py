"""What a picture of the graph needs beside the graph, for the formats that carry one: places and colours."""

from collections.abc import Mapping

import networkx as nx

Positions = Mapping[str, tuple[float, float]]
"""Each node's place on a picture whose y points down, as on a screen."""

Colours = Mapping[str, str]
"""Colours as "#rrggbb" for kinds of nodes ("country") and keys of edges ("allied", "not allied")."""


def places_of(kg: nx.MultiDiGraph, positions: Positions | None) -> dict[str, tuple[float, float]]:
    """Return the places, by default those in the nodes' own `x` and `y`, with y pointing up as Gephi has it."""
    if positions is None:
        positions = {name: (data["x"], data["y"]) for name, data in kg.nodes(data=True) if {"x", "y"} <= data.keys()}
    return {name: (round(float(x), 3), round(-float(y), 3)) for name, (x, y) in positions.items()}


def rgb(colours: Colours | None, name: object) -> tuple[int, int, int] | None:
    """Return red, green and blue of a kind or key, where a colour is given for it."""
    if not colours or not isinstance(name, str) or name not in colours:
        return None
    red, green, blue = bytes.fromhex(colours[name].removeprefix("#"))
    return red, green, blue
