"""What a picture of the graph needs beside the graph, for the formats that carry one: places and colours."""

from collections.abc import Mapping

import networkx as nx

from graph.kg.own import relations_of

Positions = Mapping[str, tuple[float, float]]
"""Each node's place on a picture whose y points down, as on a screen."""

Colours = Mapping[str, str]
"""Colours as "#rrggbb" for kinds of nodes ("country") and keys of edges ("allied", "not allied")."""

DRAWN = 1_000  # names; a larger graph gets its places in Gephi
KINDS = {
    "country": "#44546a", "territory": "#7f6a4f", "bloc": "#7b4b94", "people": "#a05a2c", "person": "#b8860b",
    "organisation": "#2f7f86", "place": "#7a8a4b",
}  # fmt: skip
"""The colours of names in other programs; on the page their kind shows in their shape."""

DENIED = "#9a9a9a"


def places_of(kg: nx.MultiDiGraph, positions: Positions | None) -> dict[str, tuple[float, float]]:
    """Return the places, with y pointing up as Gephi has it; {} for none.

    None stands for those in the nodes' own `x` and `y`, or where no node has them, for those of the page.
    """
    if positions is None:
        positions = {name: (data["x"], data["y"]) for name, data in kg.nodes(data=True) if {"x", "y"} <= data.keys()}
        if not positions and len(kg) <= DRAWN:
            from graph.exports.layout import positions as drawn

            positions = drawn(kg)
    return {name: (round(float(x), 3), round(-float(y), 3)) for name, (x, y) in positions.items()}


def colours_of(kg: nx.MultiDiGraph, colours: Colours | None) -> Colours:
    """Return the colours; None stands for those of its relations and one for each kind of name, {} for none."""
    if colours is not None:
        return colours
    relations = {name: relation.light for name, relation in relations_of(kg).items()}
    return {**KINDS, **relations, **{f"not {name}": DENIED for name in relations}}


def rgb(colours: Colours, name: object) -> tuple[int, int, int] | None:
    """Return red, green and blue of a kind or key, where a colour is given for it."""
    if not isinstance(name, str) or name not in colours:
        return None
    red, green, blue = bytes.fromhex(colours[name].removeprefix("#"))
    return red, green, blue
