"""The room `graph.plot` by its public name."""

from graph.plot import *  # noqa: F403
from graph.plot import __all__  # noqa: F401
