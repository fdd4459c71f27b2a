"""The data file of titles: what is refused."""

from pathlib import Path

import pytest

from graph.entities.words.titles import titles
from graph.errors import DataError


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("[again]\n[kinds]\nwords = []", "correct the headings"),
        ('[again]\n[kinds]\nwords = ["vice"]\n[plain]\nwords = ["vice"]\n[peers]\nwords = []', "keep one"),
    ],
)
def test_broken_titles_are_refused(tmp_path: Path, text: str, advice: str) -> None:
    path = tmp_path / "titles.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=advice):
        titles(path)
