"""Pictures for reports: figures of the graph and of its statements in time."""

from graph.plot.figures import plot_graph, plot_timeline

__all__ = ["plot_graph", "plot_timeline"]
