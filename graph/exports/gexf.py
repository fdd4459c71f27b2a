"""The graph `kg` in, a GEXF 1.3 file out, for Gephi's timeline: what GraphML cannot say, time and kind of an edge.

Each node and each edge has the days of its first and last statement as `start` and `end`; what no date is known of has
none. Where sentences say when it was, there are spells instead: those times, and the days of the other statements.
`kind` keeps A —allied→ B and A —opposed→ B apart in Gephi.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import networkx as nx

from graph.dates import Days
from graph.exports.drawing import Colours, Positions, colours_of, places_of, rgb
from graph.exports.rows import EDGE_COLUMNS, Columns, Row, edge_rows, node_columns, node_rows, statement_values
from graph.exports.spells import node_spells, spells_of
from graph.exports.xmltext import attribute, column_token, edge_token, json_text, name_token
from graph.store.files import new_text_file

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
"""
TYPES = {"string": "string", "int": "integer", "double": "double", "boolean": "boolean"}
ELSEWHERE = {"label", "size", "weight"}
"""Columns that GEXF has an own place for."""


def write_gexf(
    kg: nx.MultiDiGraph, path: str | Path, *, positions: Positions | None = None, colours: Colours | None = None
) -> None:
    """Write `kg` to `path`, in one step; `positions` and `colours` are those of `write_graphml`."""
    places, colours = places_of(kg, positions), colours_of(kg, colours)
    spells = node_spells(kg)
    with new_text_file(path) as file:
        _write_head(file, kg)
        file.write("<nodes>\n")
        for name, row in node_rows(kg):
            when = spells.get(name, [])
            time = "" if when else _time(row)
            file.write(f" <node id={attribute(name_token(name))} label={attribute(name)}{time}>\n")
            _write_values(file, row)
            file.writelines(_spells(when))
            file.writelines(_look(places.get(name), row["size"], rgb(colours, row["kind"])))
            file.write(" </node>\n")
        file.write("</nodes>\n<edges>\n")
        for source, target, key, row in edge_rows(kg):
            ends = f"source={attribute(name_token(source))} target={attribute(name_token(target))}"
            kind = f'kind={attribute(key)} label={attribute(key)} weight="{row["weight"]}"'
            when = spells_of(kg.edges[source, target, key])
            time = "" if when else _time(row)
            file.write(f" <edge id={attribute(edge_token(source, key, target))} {ends} {kind}{time}>\n")
            statements = statement_values(kg.edges[source, target, key]["evidence"])
            _write_values(file, row | {"evidence_json": json_text(statements)})
            file.writelines(_spells(when))
            file.writelines(_look(None, None, rgb(colours, key)))
            file.write(" </edge>\n")
        file.write("</edges>\n</graph>\n</gexf>\n")


def _write_head(file: IO[str], kg: nx.MultiDiGraph) -> None:
    dated = any(time for *_, time in [*kg.nodes(data="first"), *kg.edges(data="first"), *kg.edges(data="when")])
    time = 'mode="dynamic" timeformat="date" timerepresentation="interval"' if dated else 'mode="static"'
    file.write(f'{HEAD}<graph defaultedgetype="directed" {time}>\n')
    columns: dict[str, Columns] = {"node": node_columns(kg), "edge": EDGE_COLUMNS | {"evidence_json": "string"}}
    for kind, own in columns.items():
        file.write(f'<attributes class="{kind}" mode="static">\n')
        for name, type_ in own.items():
            if name not in ELSEWHERE:
                file.write(f' <attribute id="{column_token(name)}" title={attribute(name)} type="{TYPES[type_]}"/>\n')
        file.write("</attributes>\n")


def _write_values(file: IO[str], row: Row) -> None:
    file.write("  <attvalues>\n")
    for name, value in row.items():
        if value is not None and name not in ELSEWHERE:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            file.write(f'   <attvalue for="{column_token(name)}" value={attribute(text)}/>\n')
    file.write("  </attvalues>\n")


def _time(row: Row) -> str:
    first, last = row["first"], row["last"]
    return f" start={attribute(str(first))} end={attribute(str(last))}" if first else ""


def _spells(spells: Sequence[Days]) -> Iterator[str]:
    if spells:
        yield "  <spells>\n"
        for first, last in spells:
            start, end = (f' {name}="{day}"' if day else "" for name, day in (("start", first), ("end", last)))
            yield f"   <spell{start}{end}/>\n"
        yield "  </spells>\n"


def _look(place: tuple[float, float] | None, size: object, colour: tuple[int, int, int] | None) -> Iterator[str]:
    if colour is not None:
        yield '  <viz:color r="{}" g="{}" b="{}"/>\n'.format(*colour)
    if place is not None:
        yield '  <viz:position x="{}" y="{}" z="0.0"/>\n'.format(*place)
    if size is not None:
        yield f'  <viz:size value="{size}"/>\n'
