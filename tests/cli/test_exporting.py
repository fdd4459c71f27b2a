"""The commands that export and draw a graph, run as a user runs them, on the tale."""

from pathlib import Path

import pytest

from tests.cli.tale import run
from tests.paths import TALE


def test_export_and_ask_the_exported_graph(tmp_path: Path) -> None:
    path = tmp_path / "kg.graphml"
    result = run("export", str(TALE), "--camps", "--out", str(path))
    assert result.stderr == f"Wrote {path}: 6 names, 11 edges.\n"
    assert '<data key="node_camp">1A</data>' in path.read_text(encoding="utf-8")
    assert run("contested", graph=path).stdout == run("contested").stdout
    assert run("export", str(TALE), "--to", "xls").exit_code == 2


def test_export_names_what_it_writes_by_the_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", str(TALE), "--to", "csv").exit_code == 0
    assert run("export", str(TALE), "--to", "rdf").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kg.ttl", "tables"]


def test_the_ending_of_the_file_names_the_format(tmp_path: Path) -> None:
    path = tmp_path / "kg.json"
    assert run("export", "--out", str(path), graph=TALE).exit_code == 0
    assert run("contested", graph=path).stdout == run("contested").stdout
    odd = run("export", str(TALE), "--out", str(tmp_path / "kg.xls"))
    assert odd.stderr.startswith(
        f"entente: {tmp_path}/kg.xls: the ending names no format; say which is meant: graphml,"
    )
    assert odd.exit_code == 2
    table = run("export", str(TALE), "--out", "kg.parquet")
    told = "kg.parquet: parquet is a folder of several files; name the folder, and the format: --to parquet -o tables"
    assert (table.exit_code, table.stderr) == (2, f"entente: {told}\n")


def test_plot_around_a_name_draws_its_neighbours_only(tmp_path: Path) -> None:
    path = tmp_path / "around.svg"
    assert run("plot", "Ola Berg", "--out", str(path)).exit_code == 0
    drawn = path.read_text(encoding="utf-8")
    assert ("Port Mira" in drawn, "Cand" in drawn, "Dole" in drawn) == (True, True, False)


def test_plot(tmp_path: Path) -> None:
    for arguments in (("plot",), ("plot", "Cand", "--timeline", "--by", "year")):
        path = tmp_path / f"{len(arguments)}.svg"
        assert run(*arguments, "--out", str(path)).exit_code == 0
        assert "Cand" in path.read_text(encoding="utf-8")
