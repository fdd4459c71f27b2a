"""What tests of commands share: a folder with a text to read."""

from pathlib import Path

import pytest

from tests.cli.commands import PACT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder with one text in it, as the folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    Path("pact.txt").write_text(PACT, encoding="utf-8")
    return tmp_path
