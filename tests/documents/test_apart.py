"""What is opened apart: limits that interrupt a library written in C, crashes, and errors that come through."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.documents import apart
from graph.errors import DocumentWarning
from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    apart._child.stop()
    yield
    apart._child.stop()


def accident(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Let the process that opens do something else with every order."""
    code = f"import graph.documents.child as child, os, time, re\nchild._found = lambda order: {what}\nchild.main()"
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-P", "-c", code))


def test_what_hangs_in_c_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)
    monkeypatch.setattr(apart, "GRACE", 0)
    accident(monkeypatch, "re.match('(a+)+$', 'a' * 50 + 'b')")  # one call, which no signal interrupts
    path, good = write(tmp_path, "a.html", hostile.PAGE), write(tmp_path, "b.txt", "Oslo")
    assert read(path, good) == ([Document("b.txt", "Oslo")], [f"{path}: {apart.HUNG}"])


def test_a_page_of_half_a_million_attributes_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 3)
    monkeypatch.setattr(apart, "GRACE", 0)
    page = "<p " + " ".join(f"a{number}=1" for number in range(500_000)) + ">"
    assert read(path := write(tmp_path, "a.html", page)) == ([], [f"{path}: {apart.HUNG}"])


def test_what_crashes_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accident(monkeypatch, "os._exit(3)")
    path, feed = write(tmp_path, "a.html", hostile.PAGE), write(tmp_path, "a.xml", hostile.FEED)
    assert read(path, feed) == ([], [f"{path}: {apart.DIED}", f"{feed}: {apart.DIED}"])


def test_what_takes_too_much_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accident(monkeypatch, "bytearray(100_000_000_000)")
    path = write(tmp_path, "a.html", hostile.PAGE)
    [told] = read(path)[1]
    assert told.startswith(f"{path}: needs more than 4 GB of memory to open")


def test_warnings_and_errors_come_through(tmp_path: Path) -> None:
    page = write(tmp_path, "a.md", "Café à Köln, “d’accord”.".encode("cp1252"))
    with pytest.warns(DocumentWarning, match="is not UTF-8, read as cp1252"):
        assert read(page)[0][0].text == "Café à Köln, “d’accord”."
    empty = write(tmp_path, "a.html", "")
    assert read(empty) == ([], [f"{empty}: is empty; there is nothing to read in it"])


@pytest.mark.parametrize(("name", "content"), [("a.html", hostile.PAGE), ("a.xml", hostile.FEED)])
def test_a_folder_that_is_left_is_left_by_both(
    name: str, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        Path(f"{folder}-{name}").write_text(content, encoding="utf-8")
        found, told = read(Path(f"{folder}-{name}"))
        assert found and not told
