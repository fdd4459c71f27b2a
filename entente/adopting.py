"""The room `graph.adopting` by its public name."""

from graph.adopting import *  # noqa: F403
from graph.adopting import __all__  # noqa: F401
