"""The commands that write the graph for other programs and for reports: export, plot."""

from pathlib import Path
from typing import Annotated

import typer

from graph.balance import with_camps
from graph.cli.loading import OUT, Graph, MaybeName
from graph.cli.screen import say
from graph.exports.formats import FORMATS, format_of, read_graph
from graph.exports.formats import export as write
from graph.kg.own import relations_of
from graph.plot import plot_graph, plot_timeline
from graph.query.periods import Step

To = Annotated[
    str | None,
    typer.Option("--to", help=f"{', '.join(FORMATS)}; by default what the ending of --out says, or else graphml."),
]
Target = Annotated[Path | None, typer.Option("--out", "-o", help="The file to write, or the folder for tables.")]
Source = Annotated[
    Path | None,
    typer.Argument(
        metavar="KG",
        help=f"The folder that build wrote, or a .jsonl, .graphml or .json of entente; by default {OUT}.",
    ),
]
SameSource = Annotated[
    Path | None, typer.Option("--graph", "-g", help="KG by the option that the other commands have for it.")
]
Camps = Annotated[bool, typer.Option("--camps", help="Add each name's camp to the file, as a column.")]
Picture = Annotated[Path, typer.Option("--out", "-o", help="The picture to write: .png, .svg or .pdf.")]
Timeline = Annotated[bool, typer.Option("--timeline", help="Draw statements over time instead of the graph.")]
By = Annotated[Step, typer.Option("--by", help="The periods of the timeline.")]
Most = Annotated[int, typer.Option("--most", min=1, help="How many names to draw, most mentioned first.")]


def export(
    kg: Source = None, to: To = None, out: Target = None, camps: Camps = False, graph: SameSource = None
) -> None:
    """Write the graph for another program: Gephi, a spreadsheet, DuckDB, Neo4j, a triple store.

    [bold]Examples[/bold]

      entente export out -o kg.gexf
      entente export out --to csv -o tables
      entente export out --to graphml --camps -o kg.graphml
    """
    if to is None:
        to = format_of(out) if out else "graphml"
    found = read_graph(kg or graph or OUT)
    suffix = FORMATS[to].suffix if to in FORMATS else ""
    path = out or Path(f"kg{suffix}" if suffix else "tables")
    write(with_camps(found) if camps else found, path, to)
    say(f"Wrote {path}: {found.number_of_nodes()} names, {found.number_of_edges()} edges.")


def plot(
    name: MaybeName = None,
    out: Picture = Path("graph.png"),
    timeline: Timeline = False,
    by: By = "month",
    most: Most = 40,
    graph: Graph = OUT,
) -> None:
    """Draw the graph (around NAME), or with --timeline what was said over time, as a figure for a report.

    [bold]Examples[/bold]

      entente plot -o graph.svg
      entente plot Russia -o russia.svg
      entente plot Russia --timeline --by year -o russia.pdf
    """
    from viz import look
    from viz.select import select

    kg = read_graph(graph)
    colours = look.relation_colours("light", relations_of(kg))
    if timeline:
        plot_timeline(kg, out, name, by=by, colours=colours)
    else:
        part = kg if name is None else select(kg, most, name)[0]
        plot_graph(part, out, most=most, colours=colours)
    say(f"Drew {out}.")
