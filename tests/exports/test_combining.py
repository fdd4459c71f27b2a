"""Former runs among the paths that a user gives, and read together."""

from dataclasses import replace
from pathlib import Path

from graph.data_files import File
from graph.exports.built import PROJECT, STATEMENTS
from graph.exports.combining import built_among, combined, project_with
from graph.project import BUILT_IN, Project
from graph.records import Reading
from graph.store import read_readings, write_readings
from tests.paths import TALE


def readings() -> list[Reading]:
    return list(read_readings(TALE))


def made(folder: Path, given: list[Reading]) -> Path:
    folder.mkdir()
    write_readings(given, folder / STATEMENTS)
    return folder / STATEMENTS


def test_folders_that_build_wrote_are_told_from_texts(tmp_path: Path) -> None:
    one = made(tmp_path / "one", readings())
    (tmp_path / "one" / PROJECT).write_text("{}", encoding="utf-8")
    empty = made(tmp_path / "empty", [])
    mixed = made(tmp_path / "mixed", readings())
    (tmp_path / "mixed" / "a.txt").write_text("Peru backs Cuba.", encoding="utf-8")
    paths = [str(tmp_path / "one"), str(tmp_path / "empty"), str(tmp_path / "mixed"), str(mixed), "-", "none"]
    assert built_among(paths) == ([one, empty, mixed], [str(tmp_path / "mixed"), "-", "none"])


def test_what_comes_twice_counts_once_and_other_texts_get_a_number(tmp_path: Path) -> None:
    first, second, *_ = readings()
    other = replace(first, statements=first.statements[:1])
    one, two = made(tmp_path / "one", [first, second]), made(tmp_path / "two", [first, other])
    found = list(combined([one, two], [second]))
    assert [reading.id for reading in found] == [first.id, second.id, f"{first.id}#2"]
    assert found[:2] == [first, second]
    assert [s.document for s in found[2].statements] == [f"{first.id}#2"]


def test_the_project_of_a_run_goes_along(tmp_path: Path) -> None:
    import json

    own = Project(names=(File("n.toml", '[Zorvania]\nkind = "country"\n'),))
    one = made(tmp_path / "one", [])
    (tmp_path / "one" / PROJECT).write_text(json.dumps(own.to_dict()), encoding="utf-8")
    assert project_with([one, one], own) == own
    assert project_with([], BUILT_IN) == BUILT_IN
