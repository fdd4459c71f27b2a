"""The data files of the package: where they lie, and one of them in TOML → its tables, or advice what to correct."""

import tomllib
from pathlib import Path
from typing import Any

from graph.errors import DataError

DATA = Path(__file__).parent / "data"


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file. Raises DataError naming the file and what to correct."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: not valid TOML ({error}); correct the line that is named") from error
