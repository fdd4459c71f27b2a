"""Paths → files: folders, other kinds, odd names, and nothing to read."""

import os
from pathlib import Path

import pytest

from graph.documents import read_documents
from graph.documents.kinds import KINDS
from graph.errors import DocumentWarning, UsageError
from graph.records import Document
from tests.documents.reading import Put, read, write


def test_a_folder_is_read_whole_and_sorted(put: Put, tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", "a.txt", "C.TXT", "a b.txt"):
        put(name, name)
    put(".hidden/x.txt", "x")
    put(".hidden.txt", "x")
    documents, errors = read(tmp_path)
    assert [d.id for d in documents] == ["C.TXT", "a/10.txt", "a/2.txt", "a b.txt", "a.txt", "b.txt"]
    assert [d.text for d in documents] == [d.id for d in documents]
    assert errors == []


def test_other_kinds_in_a_folder_are_counted(put: Put, tmp_path: Path) -> None:
    for name in ("a.odt", "b.odt", "c.rtf", "d.txt"):
        put(name, "x")
    with pytest.warns(DocumentWarning) as caught:
        assert [d.id for d in read(tmp_path)[0]] == ["d.txt"]
    message = f"passed over 3 files of other kinds (2 .odt, 1 .rtf); {KINDS} are read"
    assert [str(w.message) for w in caught] == [f"{tmp_path}: {message}"]


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(path, "wb") as stream:  # noqa: PTH123 (a Path cannot be made of bytes)
            stream.write(b"Oslo")
    except OSError:
        pytest.skip("this file system takes only names that are UTF-8")
    assert read(tmp_path) == ([Document("\ufffd.txt", "Oslo")], [])


def test_a_missing_path_is_told_before_anything_is_read(put: Put) -> None:
    with pytest.raises(UsageError, match=r"missing\.txt: there is no such file or folder"):
        read_documents([put("a.txt", "Oslo"), "missing.txt"])


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Nothing to read: .*Give a file or a folder with texts"):
        read_documents([tmp_path])
    with pytest.raises(UsageError, match="Nothing to read: no path given"):
        read_documents([])


def test_stars_stand_for_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b1.txt", "a1.txt", "c.txt"):
        write(tmp_path, name, name)
    monkeypatch.chdir(tmp_path)
    assert [document.id for document in read("?1.txt")[0]] == ["a1.txt", "b1.txt"]
    with pytest.raises(UsageError, match=r"Nothing to read: \*\.pdf\."):
        read("*.pdf")
