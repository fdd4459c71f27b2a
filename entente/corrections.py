"""The room `graph.kg.corrections` by its public name."""

from graph.kg.corrections import *  # noqa: F403
from graph.kg.corrections import __all__  # noqa: F401
