"""Readings on disk and back: nothing lost, nothing half-written, and advice where a file is not ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.records import Entity, Reading, Source, Statement
from graph.store import read_readings, reading_to_line, write_readings

STATEMENT = Statement(
    source="Norway",
    source_text="Norway",
    source_start=0,
    source_end=6,
    relation="allied",
    target="Chile",
    target_text="Chile’s",
    target_start=14,
    target_end=21,
    cue="backed",
    cue_start=7,
    cue_end=13,
    sentence="Norway backed Chile’s plan.",
    start=0,
    end=27,
    symmetric=False,
    negated=False,
    modality="actual",
    attributed_to=None,
    date="2024-03-03",
    document="a.txt",
    rule="allied.back",
    confidence=0.9,
)
READING = Reading(
    Source("a.txt", "2024-03-03", "Line\u2028end – “quoted”", "http://u"),
    (Entity("Norway", "country", ("Norway", "Oslo"), 2, "NO", "NOR", "Q20", 62.0, 10.0), Entity("Chile", "country")),
    (STATEMENT,),
)


def test_readings_come_back_as_they_were(tmp_path: Path) -> None:
    readings = [READING, Reading(Source("b.txt"), (), ())]
    path = tmp_path / "statements.jsonl"
    write_readings(readings, path)
    assert list(read_readings(path)) == readings
    assert path.read_bytes().decode() == "".join(f"{reading_to_line(reading)}\n" for reading in readings)
    assert [file.name for file in tmp_path.iterdir()] == ["statements.jsonl"]


def test_a_line_of_an_earlier_version_has_no_past_and_no_when(tmp_path: Path) -> None:
    line = reading_to_line(READING)
    assert line.endswith(', "past": false, "when": null}]}')
    path = tmp_path / "statements.jsonl"
    path.write_text(line.replace(', "past": false, "when": null', "") + "\n", encoding="utf-8")
    assert list(read_readings(path)) == [READING]


def test_a_failure_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    write_readings([READING], path)

    def broken() -> Iterator[Reading]:
        yield READING
        raise RuntimeError("the power went off")

    with pytest.raises(RuntimeError):
        write_readings(broken(), path)
    assert list(read_readings(path)) == [READING]
    assert [file.name for file in tmp_path.iterdir()] == ["statements.jsonl"]


@pytest.mark.parametrize(
    "line", ["{", "[]", "1", "{}", '{"id": "a", "statements": [{}]}', '{"id": "a", "statements": 1}', "\xff"]
)
def test_a_line_that_is_not_ours_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_bytes(f"{reading_to_line(READING)}\n".encode() + line.encode("latin-1") + b"\n")
    with pytest.raises(UsageError) as caught:
        list(read_readings(path))
    assert str(caught.value) == f"{path}:2: is not a line that entente wrote; build the graph again."


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file or directory"):
        list(read_readings(tmp_path / "statements.jsonl"))
