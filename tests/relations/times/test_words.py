"""The data file of times, and what it refuses."""

from pathlib import Path

import pytest

from graph.dates import days_of
from graph.errors import DataError
from graph.relations.times.words import PATH, words


def test_every_era_ends_after_it_begins() -> None:
    for name, period in words().eras.items():
        first, last = days_of(period)
        assert first is not None and last is not None and first < last, name


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[days]", "[dais]", "unknown or missing: dais, days"),
        ('"1947/1991" =', '"1991/1947" =', "ends before it begins"),
        ('"1947/1991" =', '"long ago" =', "is not a time"),
        ('"Korean War"', '"Cold War"', "'Cold War' stands under two periods; keep one"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "times.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=reason):
        words(tmp_path / "times.toml")
