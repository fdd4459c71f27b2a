"""The graph `kg` in, a static figure out for a report: the graph itself, or its relations in time.

The name of the file decides the format: .png, .svg or .pdf. Needs matplotlib (`entente-kg[plot]`). Relations differ by
their line, so that a figure can be printed in black and white; colours come from the caller.
"""

import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import UsageError
from graph.exports.drawing import Colours, Positions
from graph.extras import need
from graph.kg.own import relations_of
from graph.query.periods import Step, timeline
from graph.schema import Schema
from graph.store.files import new_file

DENIED = "xx"  # the hatch of what is denied
BEND = 0.12  # so much more than the last one each further edge between the same two names is bent
GREY = "0.3"
LABEL = {"fontsize": 8, "bbox": {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.5}}
FORMATS: Mapping[str, dict[str, None]] = {".png": {}, ".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
"""The formats, with what would make each file differ from the last one."""


def plot_graph(
    kg: nx.MultiDiGraph,
    path: str | Path,
    *,
    most: int = 40,
    positions: Positions | None = None,
    colours: Colours | None = None,
) -> None:
    """Draw the `most` mentioned names with what is stated between them; what is denied is left out.

    `positions` and `colours` are those of `write_graphml`; without positions the names are laid out by springs.
    """
    names = sorted(kg, key=lambda name: (-kg.nodes[name]["mentions"], name))[:most]
    part, relations = kg.subgraph(names), relations_of(kg)
    places = dict(positions) if positions is not None else _springs(part)
    with _figure(path, (9, 7)) as figure:
        axes = figure.subplots()
        drawn: Counter[frozenset[str]] = Counter()
        for u, v, relation in sorted(part.edges(keys=True)):
            if relation in relations and u != v:
                bend = BEND * drawn[frozenset((u, v))] * (1 if u < v else -1)
                look = (relations, (colours or {}).get(relation))
                _draw_edge(axes, places[u], places[v], part.edges[u, v, relation], bend, look)
                drawn[frozenset((u, v))] += 1
        for name in names:
            x, y = places[name]
            axes.plot(x, y, "o", color="0.2", markersize=5, zorder=2)
            axes.annotate(name, (x, y), (4, 4), textcoords="offset points", parse_math=False, zorder=3, **LABEL)
        for name, relation in relations.items():
            axes.plot([], [], linestyle=relation.line, color=(colours or {}).get(name, GREY), label=relation.label)
        figure.legend(loc="outside lower center", ncols=min(len(relations), 6), frameon=False, fontsize=8)
        if len(names) < len(kg):
            axes.set_title(f"the {len(names)} of {len(kg)} names mentioned most", fontsize=9)
        axes.invert_yaxis()  # places are those of a screen, whose y points down
        axes.set_axis_off()


def plot_timeline(
    kg: nx.MultiDiGraph,
    path: str | Path,
    name: str | None = None,
    other: str | None = None,
    *,
    by: Step = "month",
    colours: Colours | None = None,
) -> None:
    """Draw how many statements of each relation were made in each period, of all or of `name` (and `other`)."""
    periods = timeline(kg, name, other, by)
    dated = [period for period in periods if period.period is not None]
    if not dated:
        raise UsageError("no statement here has a date, so there is no timeline to draw")
    labels = [period.period for period in dated]
    with _figure(path, (9, 4)) as figure:
        axes = figure.subplots()
        below = [0] * len(dated)
        hatches = {name: relation.hatch for name, relation in relations_of(kg).items()} | {"denied": DENIED}
        for key in hatches:
            counts = [period.counts[key] for period in dated]
            colour = (colours or {}).get(key, "0.8")
            axes.bar(labels, counts, bottom=below, color=colour, hatch=hatches[key], edgecolor="0.2", label=key)
            below = [a + b for a, b in zip(below, counts, strict=True)]
        undated = sum(len(period.statements) for period in periods if period.period is None)
        who = " and ".join(each for each in (name, other) if each)
        title = f"statements about {who}" if who else "statements"
        axes.set_title(title + (f"; {undated} without a date are not shown" if undated else ""), parse_math=False)
        axes.yaxis.get_major_locator().set_params(integer=True)
        axes.tick_params(axis="x", labelrotation=90 if len(dated) > 12 else 0)
        figure.legend(loc="outside right upper", frameon=False)


def _draw_edge(
    axes: Any,
    start: tuple[float, float],
    end: tuple[float, float],
    data: Any,
    bend: float,
    look: tuple[Schema, str | None],
) -> None:
    relations, colour = look
    style = {
        "arrowstyle": "-" if data["symmetric"] else "-|>",
        "linestyle": relations[data["relation"]].line,
        "linewidth": min(0.8 + 0.3 * data["weight"], 4),
        "connectionstyle": f"arc3,rad={bend:.2f}",
    }
    axes.annotate("", end, start, arrowprops={**style, "color": colour or GREY, "shrinkA": 5, "shrinkB": 5}, zorder=1)


def _springs(kg: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    plain = nx.Graph()
    plain.add_nodes_from(sorted(kg))
    plain.add_edges_from(sorted(set(kg.edges())))
    return {name: (float(x), float(y)) for name, (x, y) in nx.spring_layout(plain, seed=0).items()}


@contextmanager
def _figure(path: str | Path, size: tuple[float, float]) -> Iterator[Any]:
    """Give a figure to draw in; save it to `path` in one step, the same drawing as the same bytes."""
    kind = Path(path).suffix.lower()
    if kind not in FORMATS:
        raise UsageError(f'no picture format "{kind}"; name a file that ends in {", ".join(FORMATS)}')
    matplotlib, figures = need("matplotlib", "plot"), need("matplotlib.figure", "plot")
    with matplotlib.rc_context({"svg.hashsalt": "entente"}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # a box stands for a letter no font has
        figure = figures.Figure(figsize=size, layout="constrained")
        yield figure
        with new_file(path) as part:
            figure.savefig(part, format=kind[1:], dpi=150, metadata=FORMATS[kind])
