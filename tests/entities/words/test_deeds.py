"""The data file of deeds: what is refused."""

from pathlib import Path

import pytest

from graph.entities.words.deeds import deeds
from graph.errors import DataError


def test_broken_deeds_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "deeds.toml"
    path.write_text("bombing = []", encoding="utf-8")
    with pytest.raises(DataError, match="bombing needs a list"):
        deeds(path)
