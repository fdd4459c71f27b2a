"""The rooms are kept: no file is long, tests lie beside what they test, and no code knows the name of a relation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from graph.schema import RELATIONS
from tests.paths import ROOT, TESTS

MOST, MEDIAN = 300, 90  # lines
NAMED = re.compile(rf"\b(?:{'|'.join(RELATIONS)})\b")
TEMPLATE = ROOT / "viz" / "template"


def python(*folders: str) -> list[Path]:
    """List the Python files of the project's folders."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "node_modules" not in path.parts)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def shown(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def test_no_file_is_long() -> None:
    sizes = {path: lines(path) for path in python("graph", "viz", "scripts", "tools", "tests")}
    assert [shown(path, size) for path, size in sizes.items() if size > MOST] == []


def test_half_of_the_files_are_short() -> None:
    sizes = [lines(path) for path in python("graph", "viz")]
    assert len(sizes) > 100
    assert median(sizes) <= MEDIAN


def modules(path: Path) -> Iterator[Path]:
    """Give where the module may lie that a test file is named after, whether or not the name has a suffix."""
    room = path.parent.relative_to(TESTS)
    folders = (TESTS / room, ROOT / room) if room.parts[:1] == ("viz",) else (TESTS / room, ROOT / "graph" / room)
    words = path.stem.removeprefix("test_").split("_")
    for number in range(len(words), 0, -1):
        name = "_".join(words[:number])
        for folder in folders:
            yield folder / f"{name}.py"
            yield folder / name / "__init__.py"


def test_a_test_file_is_found_by_the_name_of_its_module() -> None:
    files = [path for path in python("tests") if path.name.startswith("test_")]
    beside = [path for path in files if path.relative_to(TESTS).parts[0] not in ("whole", "page")]
    assert len(beside) > 50
    assert [shown(path, 1) for path in beside if not any(module.exists() for module in modules(path))] == []


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Give the strings of a Python file that are not there for the reader alone, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_no_python_knows_the_names_of_the_relations() -> None:
    found = [(path, line) for path in python("graph", "viz") for line, text in strings(path) if NAMED.search(text)]
    assert [shown(path, line) for path, line in found] == []


@pytest.mark.parametrize("kind", ["js", "css", "html"])
def test_no_file_of_the_page_knows_the_names_of_the_relations(kind: str) -> None:
    paths = sorted(TEMPLATE.rglob(f"*.{kind}"))
    assert paths
    rows = [(path, *row) for path in paths for row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)]
    assert [shown(path, number) for path, number, text in rows if NAMED.search(text)] == []
