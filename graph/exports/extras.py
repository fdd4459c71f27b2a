"""The name of a package that only some users need in, the package out, or advice how to get it."""

from importlib import import_module
from typing import Any

from graph.errors import UsageError


def need(package: str, extra: str) -> Any:
    """Import `package`. Raises UsageError that names the extra of entente which brings it."""
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise UsageError(f"this needs {package.partition('.')[0]}: pip install 'entente[{extra}]'") from error
