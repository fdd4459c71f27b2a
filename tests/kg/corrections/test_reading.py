"""A file of corrections: what it may say, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from graph.errors import UsageError
from graph.kg.corrections import Corrections, Drop, Move, parse_corrections, read_corrections


@pytest.mark.parametrize(
    ("values", "advice"),
    [
        ({"merges": []}, 'unknown "merges"; a corrections file holds lists called merge, split, rename, drop'),
        ([], "a corrections file holds lists called merge"),
        ({"merge": {"names": []}}, 'unknown "merge"'),
        ({"merge": ["A"]}, "merge 1 is not a table of names, into, note, date"),
        ({"merge": [{"name": "A", "into": "B"}]}, 'merge 1: unknown "name"; a merge has names, into, note, date'),
        ({"merge": [{"names": ["A"]}]}, "merge 1: say into as well"),
        ({"merge": [{"names": "A", "into": "B"}]}, "merge 1: names cannot be 'A'"),
        ({"merge": [{"names": [1], "into": "B"}]}, r"merge 1: names cannot be \[1\]"),
        ({"rename": [{"name": "A", "to": "B", "date": "soon"}]}, 'date "soon" is not a date like 2025-07-01'),
        ({"drop": [{"relation": "allied"}]}, "would drop everything; say name, document, source or target"),
        ({"drop": [{"name": "A", "relation": "ally"}]}, 'unknown relation "ally"; relations are allied, opposed, vis'),
        ({"drop": [{"name": "A", "cue_start": True}]}, "cue_start cannot be True"),
        ({"rename": [{"name": "A", "to": "B"}, {"name": "B", "to": "A"}]}, '"A" leads back to itself'),
    ],
)
def test_what_is_no_correction_is_refused(values: Any, advice: str) -> None:
    with pytest.raises(UsageError, match=advice):
        parse_corrections(values)


def test_toml_and_json_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text(
        '[[merge]]\nnames = ["Türkiye"]\ninto = "Turkey"\nnote = "spelling"\ndate = 2025-07-01\n'
        '[[drop]]\ndocument = "d1"\nsource = "A"\n',
        encoding="utf-8",
    )
    (tmp_path / "c.json").write_text(
        '{"merge": [{"names": ["Türkiye"], "into": "Turkey", "note": "spelling", "date": "2025-07-01"}],'
        ' "drop": [{"document": "d1", "source": "A"}]}',
        encoding="utf-8",
    )
    expected = Corrections(
        (Move("merge", "Türkiye", "Turkey", None, "spelling", "2025-07-01"),), (Drop(document="d1", source="A"),)
    )
    assert read_corrections(tmp_path / "c.toml") == expected
    assert read_corrections(tmp_path / "c.json") == expected


def test_a_file_that_is_not_there_or_broken_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read .*no\.toml: No such file"):
        read_corrections(tmp_path / "no.toml")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match=r"bad\.json is not a JSON file"):
        read_corrections(tmp_path / "bad.json")
