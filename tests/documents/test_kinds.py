"""Kinds of files, and those that need a package which is not there."""

from pathlib import Path

import pytest

from graph.errors import DocumentWarning, UsageError
from graph.records import Document
from tests.documents.reading import read, write


def test_without_the_package_a_file_is_refused_and_a_folder_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.documents.kinds.has", lambda package: package != "pypdf")
    path = write(tmp_path, "a.pdf", b"%PDF")
    write(tmp_path, "a.txt", "Oslo")
    with pytest.raises(UsageError) as caught:
        read(path)
    assert str(caught.value) == f"{path}: to read it needs pypdf: pip install 'entente-kg[readers]'"
    with pytest.warns(DocumentWarning) as warned:
        assert read(tmp_path) == ([Document("a.txt", "Oslo")], [])
    assert str(warned[0].message) == (
        f"{tmp_path}: passed over 1 file that need more packages (1 .pdf); to read them: "
        "pip install 'entente-kg[readers]'"
    )
