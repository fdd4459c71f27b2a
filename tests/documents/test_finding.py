"""Paths → files: folders, other kinds, odd names, and nothing to read."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from graph.documents import read_documents
from graph.documents.kinds import KINDS
from graph.errors import DocumentWarning, UsageError
from graph.exports.formats import export
from graph.kg import build_graph
from graph.records import Document
from graph.store import Store, write_readings
from graph.store.outcomes import Outcome
from tests.documents.reading import Put, read, write
from tests.exports.tales import readings
from viz.page import write_page


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
    message = f"skipped 3 files of other kinds (2 .odt, 1 .rtf); {KINDS} are read"
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
    with pytest.raises(UsageError, match=r"missing\.txt: No such file or folder"):
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


def test_a_linked_folder_is_followed_once_and_circles_end(put: Put, tmp_path: Path) -> None:
    put("texts/a/1.txt", "1")
    put("elsewhere/2.txt", "2")
    (tmp_path / "texts" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "texts" / "again").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "texts" / "a" / "circle").symlink_to(tmp_path / "texts")
    (tmp_path / "texts" / "A").symlink_to(tmp_path / "texts" / "a")
    documents, errors = read(tmp_path / "texts")
    assert ([document.id for document in documents], errors) == (["a/1.txt", "again/2.txt"], [])


def test_a_link_that_leads_nowhere_is_told(put: Put, tmp_path: Path) -> None:
    put("a.txt", "Oslo")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    told = f"{tmp_path / 'b.txt'}: is a link that leads nowhere; remove it or mend it"
    assert read(tmp_path) == ([Document("a.txt", "Oslo")], [told])


def test_a_folder_that_cannot_be_read_is_told(put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", "Oslo")
    put("shut/b.txt", "Rome")
    look = os.scandir

    def refuse(path: Path) -> Any:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr("graph.documents.finding.os.scandir", refuse)
    reason = "cannot be read: Permission denied; check the rights, or leave it out"
    assert read(tmp_path) == ([Document("a.txt", "Oslo")], [f"{tmp_path / 'shut'}: {reason}"])


def test_a_folder_whose_names_alone_can_be_read_is_told(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Shut:
        name, path = "b.txt", str(tmp_path / "b.txt")

        def stat(self) -> None:
            raise PermissionError(13, "Permission denied", self.path)

        def is_symlink(self) -> bool:
            return False

    put("a.txt", "Oslo")
    look = os.scandir
    monkeypatch.setattr("graph.documents.finding.os.scandir", lambda path: [*look(path), Shut()])
    reason = "cannot be read: Permission denied; check the rights, or leave it out"
    assert read(tmp_path) == ([Document("a.txt", "Oslo")], [f"{tmp_path / 'b.txt'}: {reason}"])


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and devices")
def test_devices_pipes_and_sockets_are_refused(put: Put, tmp_path: Path) -> None:
    put("a.txt", "Oslo")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        for odd in ("/dev/zero", tmp_path / "pipe.txt", tmp_path / "s.txt"):
            with pytest.raises(UsageError, match="is a pipe, a socket or a device, not a file; save it as a file"):
                read(odd)
        with pytest.warns(
            DocumentWarning, match=r"skipped 2 files that are pipes, sockets or devices \(such as pipe.txt\)"
        ):
            assert read(tmp_path) == ([Document("a.txt", "Oslo")], [])


def test_what_entente_wrote_is_left_out_of_a_folder(put: Put, tmp_path: Path) -> None:
    put("a.txt", "Oslo")
    kg, few = build_graph(readings()[:2]), readings()[:2]
    (tmp_path / "out").mkdir()
    write_readings(few, tmp_path / "out" / "statements.jsonl")
    write_page(kg, tmp_path / "out" / "graph.html")
    for name in ("json", "csv", "csv-raw", "neo4j"):
        export(kg, tmp_path / "out" / (f"{name}.json" if name == "json" else name), name)
    Store(str(tmp_path / "out" / "store")).write([Outcome("k", "i", "s", few[0])])
    with pytest.warns(DocumentWarning) as told:
        assert read(tmp_path) == ([Document("a.txt", "Oslo")], [])
    other, ours = (str(one.message).partition(": skipped ")[2] for one in told)
    assert other.startswith("1 file of other kinds (1 .cypher)")
    assert ours == "13 files that entente wrote itself (such as out/csv-raw/edges.csv)"
