"""The room `graph.balance` by its public name."""

from graph.balance import *  # noqa: F403
from graph.balance import __all__  # noqa: F401
