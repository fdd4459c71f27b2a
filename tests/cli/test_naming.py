"""The command names, and what build joins, run as a user runs them."""

import json
from pathlib import Path

import pytest

from graph.store import read_readings, write_readings
from tests.cli.commands import run
from tests.kg.joining.test_joining import reading


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the readings of three documents."""
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    readings = [
        reading("a", "Lars Holm", "Norway|country"),
        reading("b", "Holm", "Norway|country"),
        reading("c", "Holm", "Peru|country"),
    ]
    write_readings(readings, Path("out/statements.jsonl"))
    return Path("out")


@pytest.mark.usefixtures("out")
def test_names_lists_names_and_suggests() -> None:
    result = run("names", "Holm")
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert [row[:4] for row in rows[1:3]] == [["Holm", "person", "2", "2"], ["Lars", "Holm", "person", "1"]]
    assert '"Holm" is Lars Holm in 1 document: the only one of that surname; both with Norway' in result.stdout


@pytest.mark.usefixtures("out")
def test_names_as_json() -> None:
    lines = [json.loads(line) for line in run("names", "--json", "Lars").stdout.splitlines()]
    assert lines[0] == {
        "entity": {"name": "Lars Holm", "kind": "person", "mentions": 1, "documents": 1, "forms": ["Lars Holm"]}
    }
    assert lines[1]["merge"]["into"] == "Lars Holm"


def test_names_applies_to_a_corrections_file(out: Path) -> None:
    assert run("names", "--apply").exit_code == 0
    text = (out / "corrections.toml").read_text(encoding="utf-8")
    assert text.startswith('\n[[split]]\nname = "Holm"\ninto = "Lars Holm"\ndocuments = ["b"]\nnote = "0.7')
    assert len(list(read_readings(out / "statements.jsonl"))) == 3


@pytest.mark.usefixtures("out")
def test_unknown_name_and_missing_folder_are_advice() -> None:
    assert "No name holds Nobody" in run("names", "Nobody").stderr
    result = run("names", "--graph", "elsewhere")
    assert (result.exit_code, "Name the folder that build wrote" in result.stderr) == (2, True)


@pytest.mark.slow
@pytest.mark.usefixtures("out")
def test_build_joins_what_is_certain_or_none() -> None:
    Path("one.txt").write_text("Norway condemned Chile. Anders Berglund praised Norway's army.\n", encoding="utf-8")
    Path("two.txt").write_text(
        "Norway condemned Peru. Berglund condemned Chile and visited Norway.\n", encoding="utf-8"
    )
    joined = run("build", "one.txt", "two.txt", "-o", "both")
    assert 'joined: "Berglund" is Anders Berglund in 1 document' in joined.stderr
    assert "joined" not in run("build", "one.txt", "two.txt", "-o", "apart", "--join", "none").stderr
