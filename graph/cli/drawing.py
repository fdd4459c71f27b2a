"""A graph → its page and its GraphML file, in the folder that a command writes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.cli.screen import say
from graph.errors import UsageError
from graph.exports.graphml import write_graphml

PAGE, GRAPHML = "graph.html", "graph.graphml"
NODES = 500  # names on a page


def draw(
    kg: nx.MultiDiGraph,
    folder: Path,
    *,
    title: str | None = None,
    nodes: int = NODES,
    about: Sequence[str] | None = None,
    hops: int = 1,
    texts: Any = None,
) -> None:
    """Write the page, under its title, and the GraphML file of a graph; the choice is that of the page.

    `texts` gives the texts that were read (viz.context.Texts), for the sentences around the quotes.
    """
    from viz.page import write_page

    write_graphml(kg, folder / GRAPHML)
    try:
        left = write_page(kg, folder / PAGE, title, nodes=nodes, about=about, hops=hops, texts=texts)
    except KeyError as error:
        raise UsageError(str(error.args[0])) from error
    if left.nodes:
        say(f"The page leaves out {left.nodes} names with {left.statements} statements; see --nodes and --about.")
