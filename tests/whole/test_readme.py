"""The README is true: its commands run, its answers are the real ones, its links lead somewhere."""

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from graph import explain
from graph.cli.listed import LISTED
from tests.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Give scripts/readme.py, which makes the README's answers."""
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_answers_are_the_real_ones(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert script.refresh(README) == README


def test_the_first_table_holds_the_edges_of_the_first_sentence() -> None:
    sentence = re.search(r"^> (.+)$", README, re.MULTILINE)
    assert sentence
    rows = [
        [
            statement.source,
            f"{statement.key} {'—' if statement.symmetric else '→'}",
            statement.target,
            statement.cue,
            ", says ".join(filter(None, (statement.modality, statement.attributed_to))),
        ]
        for statement in explain(sentence[1]).statements
    ]
    table = README[: README.index("\nEach line is an edge")].split("| --- |\n")[1]
    assert [line.strip("| ").split(" | ") for line in table.splitlines()] == rows


def test_every_command_is_shown() -> None:
    assert set(LISTED) == set(re.findall(r"(?:^\$ |\| )entente (\w+)", README, re.MULTILINE))


def test_every_target_of_make_exists() -> None:
    named = set(re.findall(r"(?:`|^)make (\w+)", README, re.MULTILINE))
    targets = set(re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"graph", "test", "lint", "bench"} <= named <= targets


def test_every_link_leads_to_a_file() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
    assert "docs/page.png" in links
