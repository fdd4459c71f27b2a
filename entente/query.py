"""The room `graph.query` by its public name."""

from graph.query import *  # noqa: F403
from graph.query import __all__  # noqa: F401
