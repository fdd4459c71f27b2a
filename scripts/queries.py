"""Run every command and every line of Python in docs/queries.md and put what they really answer below them.

    python scripts/queries.py

As scripts/readme.py does for the README; the test of the page does the same and fails if anything changes.
"""

import contextlib
import importlib.util
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "queries.md"


def fresh(text: str) -> str:
    """Return the page with fresh answers; works in a folder of its own."""
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    assert spec and spec.loader
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        with contextlib.chdir(folder):
            answered: str = readme.refresh(text)
            return answered


if __name__ == "__main__":
    PAGE.write_text(fresh(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
