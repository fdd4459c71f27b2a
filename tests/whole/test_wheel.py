"""The wheel: it holds every file of the packages, and what is installed from it works away from the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT

PACKAGES = ("entente", "graph", "viz")
MADE = shutil.ignore_patterns("__pycache__", "*.pyc")

pytestmark = pytest.mark.slow


def run(*arguments: str, **options: object) -> str:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources, so that nothing is left in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / "source" / package, ignore=MADE)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, folder / "source")
    run("-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), str(folder / "source"))
    return next(folder.glob("entente_kg-*.whl"))


def test_it_holds_every_file_of_the_packages(wheel: Path) -> None:
    here = {
        str(path.relative_to(ROOT)) for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()
    }
    with zipfile.ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if name.startswith(tuple(f"{package}/" for package in PACKAGES))}
    assert held == here


def test_what_it_installs_reads_a_text_elsewhere(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(site), str(wheel))
    (tmp_path / "news.txt").write_text("Norway condemned Chile.\n", encoding="utf-8")
    at = {"cwd": tmp_path, "env": os.environ | {"PYTHONPATH": str(site)}}
    assert Path(run("-c", "import entente; print(entente.__file__)", **at).strip()).is_relative_to(site)
    assert "Norway  opposed →  Chile" in run("-m", "entente", "build", "news.txt", "-o", "out", **at)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"graph.graphml", "graph.html", "statements.jsonl"}
