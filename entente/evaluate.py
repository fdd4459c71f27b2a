"""The room `graph.evaluate` by its public name."""

from graph.evaluate import *  # noqa: F403
from graph.evaluate import __all__  # noqa: F401
