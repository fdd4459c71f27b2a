"""Put the files of docs/teaching into docs/teaching.md, run its commands and its Python, and put their answers below.

    python scripts/teaching.py

The tests of this page do the same and fail if anything changes. Commands run in a copy of docs/teaching, where the
project file is called otherwise until the page comes to it.
"""

import contextlib
import importlib.util
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FILES = ROOT / "docs" / "teaching"
PAGE = ROOT / "docs" / "teaching.md"
SHOWN = re.compile(r"^```(toml|text|json)\n(?:# ([\w.]+)\n).*?^```$", re.MULTILINE | re.DOTALL)
HERE = "## A project file"
"""From here on the project file is in the folder."""


def fresh(text: str) -> str:
    """Return the page with its files and fresh answers. Runs in a temporary folder."""
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    assert spec and spec.loader
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    text = SHOWN.sub(lambda found: f"```{found[1]}\n# {found[2]}\n{_read(found[2])}```", text)
    before, here, behind = text.partition(HERE)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FILES, Path(folder, "here"))
        with contextlib.chdir(Path(folder, "here")):
            project = Path("entente.toml").rename("later.toml")
            names: dict[str, Any] = {}
            first: str = readme.refresh(before, names)
            project.rename("entente.toml")
            return first + here + str(readme.refresh(behind, names))


def _read(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    PAGE.write_text(fresh(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
