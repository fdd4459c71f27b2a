"""The graph `kg` in, a GraphML file out that Gephi, Gephi Lite, igraph and networkx read without loss.

Not networkx' writer: it repeats edge ids, which makes Gephi drop edges, and it cannot write the attribute `label`
of `<edge>`, without which Gephi merges A —allied→ B and A —opposed→ B. Names that Gephi knows (label, size, x, y,
r, g, b, weight) are used as Gephi means them. Two columns are for our own reader: `entity_json` and
`evidence_json` hold all that is known of a node and every statement of an edge, and a processing instruction
before the graph holds each source, and one a project of the user's own; no other program minds them.
"""

from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import IO

import networkx as nx

from graph.exports.drawing import Colours, Positions, colours_of, places_of, rgb
from graph.exports.rows import EDGE_COLUMNS, Columns, Row, edge_rows, node_columns, node_rows, statement_values
from graph.exports.xmltext import attribute, column_token, edge_token, element_text, json_text, name_token
from graph.kg.own import check_graph, project_of
from graph.store.files import new_text_file

PLACE: Columns = {"x": "double", "y": "double"}
SHORT = 40  # characters
COLOUR: Columns = {"r": "int", "g": "int", "b": "int"}


def write_graphml(
    kg: nx.MultiDiGraph,
    path: str | Path,
    strict: bool = False,
    *,
    positions: Positions | None = None,
    colours: Colours | None = None,
) -> None:
    """Write `kg` to `path`, in one step: a failure leaves an earlier file as it was.

    `positions` gives the nodes' places on a picture whose y points down (Gephi's points up, so y is turned);
    without it the attributes `x` and `y` of the nodes are taken where they are, else the places of the page. `colours`
    gives those of kinds and keys (else: those of the page); {} leaves either out. `strict` leaves out the attribute
    `label`, as the schema of GraphML demands.
    """
    check_graph(kg)
    places, colours = places_of(kg, positions), colours_of(kg, colours)
    with new_text_file(path) as file:
        _write_head(file, kg, bool(places), bool(colours))
        for name, row in node_rows(kg):
            file.write(f" <node id={attribute(name_token(name))}>\n")
            file.write(_data("node", row | _place(places.get(name)) | _colour(colours, row["kind"])))
            file.write(_datum("node_entity_json", json_text(kg.nodes[name])) + " </node>\n")
        for source, target, key, row in edge_rows(kg):
            statements = statement_values(kg.edges[source, target, key]["evidence"])
            file.write(f" <edge{_edge_attributes(source, target, key, strict)}>\n")
            file.write(_data("edge", row | _colour(colours, key) if colours else row))
            file.write(_datum("edge_evidence_json", json_text(statements)) + " </edge>\n")
        file.write("</graph>\n</graphml>\n")


def _write_head(file: IO[str], kg: nx.MultiDiGraph, placed: bool, coloured: bool) -> None:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for source in kg.graph.get("sources", {}).values():
        file.write(f"<?entente-source {json_text(asdict(source))}?>\n")
    if project := project_of(kg):
        file.write(f"<?entente-project {json_text(project.to_dict())}?>\n")
    look = COLOUR if coloured else {}
    nodes = node_columns(kg) | (PLACE if placed else {}) | look | {"entity_json": "string"}
    edges = EDGE_COLUMNS | look | {"evidence_json": "string"}
    for kind, columns in (("node", nodes), ("edge", edges)):
        for name, type_ in columns.items():
            token = column_token(name)
            file.write(f'<key id="{kind}_{token}" for="{kind}" attr.name="{token}" attr.type="{type_}"/>\n')
    file.write('<graph id="G" edgedefault="directed">\n')


def _data(kind: str, row: Row) -> str:
    """Return the elements of a row, those of what is not known left out."""
    known = [(name, value) for name, value in row.items() if value is not None]
    return "".join([(_element if _is_long(v) else _frequent)(kind, name, v) for name, v in known])


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > SHORT


def _element(kind: str, column: str, value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'  <data key="{kind}_{column_token(column)}">{element_text(text)}</data>\n'


_frequent = lru_cache(maxsize=65_536, typed=True)(_element)  # relations, days, cues and counts come again and again


def _datum(key: str, text: str) -> str:
    return f'  <data key="{key}">{text}</data>\n'


def _edge_attributes(source: str, target: str, key: str, strict: bool) -> str:
    ends = f"source={attribute(name_token(source))} target={attribute(name_token(target))}"
    label = "" if strict else f" label={attribute(key)}"
    return f" id={attribute(edge_token(source, key, target))} {ends}{label}"


def _place(place: tuple[float, float] | None) -> Row:
    return {} if place is None else dict(zip(PLACE, place, strict=True))


def _colour(colours: Colours, name: object) -> Row:
    """Return red, green and blue as whole numbers; Gephi takes 200.0 for an error."""
    colour = rgb(colours, name)
    return {} if colour is None else dict(zip(COLOUR, colour, strict=True))
