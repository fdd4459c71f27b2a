"""entente: from text to who is with whom (allied), against whom (opposed), and who went where (visited).

    import entente

    kg = entente.build_graph(entente.extract(entente.read_documents(["articles/"])))
    entente.allies(kg, "Turkey")
    entente.write_page(kg, "graph.html")

This is the public name of the packages `graph` and `viz`, which do the work; `graph/__init__.py` tells the way through
them. The rooms that a user may want are there by their names: `entente.query`, `entente.balance`, `entente.exports`.

Nothing is imported before it is asked for (PEP 562), so that `import entente` takes no time.
"""

from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entente import adopting as adopting
    from entente import balance as balance
    from entente import corrections as corrections
    from entente import evaluate as evaluate
    from entente import exports as exports
    from entente import plot as plot
    from entente import query as query
    from graph import *  # noqa: F403
    from viz import write_page as write_page

    __version__: str

DISTRIBUTION = "entente-kg"
ROOMS = ("adopting", "balance", "corrections", "evaluate", "exports", "plot", "query")


def __getattr__(name: str) -> Any:
    """Return a public name of the packages that do the work. Raises AttributeError for any other."""
    if name == "__version__":
        value: Any = metadata.version(DISTRIBUTION)
    elif name == "write_page":
        value = getattr(package("viz"), name)
    elif name in ROOMS:
        package("graph")
        value = import_module(f"entente.{name}")
    elif name == "__all__":
        value = [*package("graph").__all__, *ROOMS, "__version__", "write_page"]
    elif name in package("graph").__all__:
        value = getattr(package("graph"), name)
    else:
        raise AttributeError(f"module 'entente' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__getattr__("__all__"))


def package(name: str) -> Any:
    """Import one of our packages. Raises ImportError, with advice, where another file of that name hides it."""
    module = import_module(name)
    if not hasattr(module, "__path__"):
        raise ImportError(
            f"{module.__file__} hides the package {name!r} of entente: Python finds it first. "
            "Give that file another name."
        )
    return module
