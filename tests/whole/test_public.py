"""`import entente`: the public name of what `graph` and `viz` do."""

import subprocess
import sys
from pathlib import Path

import pytest

import entente
import graph
import graph.query
import viz


def test_it_has_the_names_of_graph_and_the_page() -> None:
    assert set(entente.__all__) == {*graph.__all__, *entente.ROOMS, "__version__", "write_page"}
    assert all(getattr(entente, name) is getattr(graph, name) for name in graph.__all__)
    assert entente.write_page is viz.write_page


def test_it_has_the_rooms() -> None:
    assert entente.query.sql is graph.query.sql
    assert all(getattr(entente, room).__all__ for room in entente.ROOMS)


def test_it_has_a_version() -> None:
    assert entente.__version__.count(".") == 2


def test_what_it_has_not_it_says() -> None:
    with pytest.raises(AttributeError, match="module 'entente' has no attribute 'nothing'"):
        _ = entente.nothing


def test_dir_lists_what_it_has() -> None:
    assert {"extract", "write_page", "query", "__version__"} <= set(dir(entente))


def python(code: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


def test_importing_it_imports_nothing_else(tmp_path: Path) -> None:
    code = (
        "import entente, graph, sys; print(sorted({'spacy', 'networkx', 'graph.records', 'typer'} & set(sys.modules)))"
    )
    assert python(code, tmp_path).stdout == "[]\n"


def test_the_command_line_comes_up_without_what_only_its_commands_need(tmp_path: Path) -> None:
    code = "import graph.cli.app, sys; print(sorted({'spacy', 'networkx', 'graph.documents'} & set(sys.modules)))"
    assert python(code, tmp_path).stdout == "[]\n"


def test_its_commands_come_up_without_spacy_and_numpy(tmp_path: Path) -> None:
    code = (
        "from graph.cli.configured import every_option; import sys; every_option(); "
        "print(sorted({'spacy', 'thinc', 'numpy', 'pandas', 'pyvis'} & set(sys.modules)))"
    )
    assert python(code, tmp_path).stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    assert all(getattr(graph, name).__module__.startswith("graph.") for name in graph.__all__)
    assert set(graph.__all__) <= set(dir(graph))


def test_a_file_that_hides_a_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text("mine = True\n", encoding="utf-8")
    told = python("import entente; entente.extract", tmp_path).stderr.splitlines()[-1]
    assert told == (
        f"ImportError: {tmp_path / 'graph.py'} hides the package 'graph' of entente: Python finds it first. "
        "Give that file another name."
    )


def test_the_command_names_it_too(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text("mine = True\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "entente", "--version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "hides the package 'graph' of entente" in done.stderr
