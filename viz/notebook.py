"""The graph kg in, a value that shows itself in a notebook out: the page in a frame that reaches no network.

from viz import show
show(kg, about="Russia")        # in Jupyter: the page;   show(kg).statements: its statements as plain rows
"""

import html
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import networkx as nx

from viz.page import render_page
from viz.select import NODES, select


@dataclass(frozen=True, slots=True)
class Shown:
    """A page ready to be shown. `statements` are those of the names it shows, as rows for pandas or Polars."""

    page: str = field(repr=False)
    statements: tuple[dict[str, Any], ...] = field(repr=False)
    height: int = 820

    def _repr_html_(self) -> str:
        """Return the page in a frame: it may run its own scripts and save files, and nothing else."""
        return (
            f'<iframe title="Graph of the statements" style="width:100%;height:{self.height}px;border:0" '
            f'sandbox="allow-scripts allow-downloads allow-popups allow-modals" '
            f'srcdoc="{html.escape(self.page)}"></iframe>'
        )

    def __str__(self) -> str:
        """Say what it is, where no page can be shown."""
        return f"page of {len(self.statements)} statements, {len(self.page):,} characters"


def show(
    kg: nx.MultiDiGraph,
    title: str | None = None,
    *,
    nodes: int | None = NODES,
    about: str | Sequence[str] | None = None,
    hops: int = 1,
    height: int = 820,
) -> Shown:
    """Return the page of `kg` as a value that a notebook shows; the choice is that of `write_page`."""
    part, _ = select(kg, nodes, about, hops)
    rows = tuple(
        asdict(s)
        for source, target, evidence in kg.edges(data="evidence", default=())
        if source in part and target in part
        for s in evidence
    )
    return Shown(render_page(kg, title, nodes=nodes, about=about, hops=hops), rows, height)
