"""Kinds of files, and those that need a package which is not there."""

from pathlib import Path

import pytest

from graph.records import Document
from tests.documents.reading import read, write


def test_without_the_package_a_file_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.documents.kinds.has", lambda package: package != "pypdf")
    path = write(tmp_path, "a.pdf", b"%PDF")
    write(tmp_path, "a.txt", "Oslo")
    told = f"{path}: to read it needs pypdf: pip install 'entente-kg[readers]'"
    assert read(path) == ([], [told])
    assert read(tmp_path) == ([Document("a.txt", "Oslo")], [told])


def test_a_way_of_packing_that_is_not_read_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt.br", b"x")
    assert read(path) == ([], [f"{path}: is a .br file, unpack it with “brotli -d”"])
