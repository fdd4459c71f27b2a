"""The name of a package that only some users need in, the package out, or advice how to get it."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from graph.errors import UsageError


def need(package: str, extra: str) -> Any:
    """Import `package`. Raises UsageError that names the extra of entente which brings it."""
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise UsageError(f"this needs {package.partition('.')[0]}: {advice(extra)}") from error


def has(package: str) -> bool:
    """Return whether `package` is installed, without importing it."""
    return find_spec(package) is not None


def advice(extra: str) -> str:
    """Return the command that brings what `extra` names."""
    return f"pip install 'entente-kg[{extra}]'"
