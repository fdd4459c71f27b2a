"""Bad input: one sentence that names the file and the remedy, never a traceback, never a damaged earlier output."""

import errno
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.documents.kinds import KINDS
from graph.errors import UsageError
from tests.cli.commands import FILES, PACT, relations, run

# Bad input: one sentence that names the file and the remedy, never a traceback, never a damaged earlier output.


def bad(name: str, content: bytes) -> Callable[[], str]:
    def make() -> str:
        Path(name).write_bytes(content)
        return name

    return make


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (bad("empty.txt", b""), "entente: empty.txt: is empty; there is nothing to read in it"),
        (
            bad("binary.txt", b"a\x00b"),
            "entente: binary.txt: is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)",
        ),
        (
            bad("paper.odt", b"PK"),
            f"entente: paper.odt: is a .odt file, and only {KINDS} are read; save it as one of these",
        ),
        (bad("odd.txt", b"\x81\x8d\x8f" * 9), "entente: odd.txt: is in no known encoding; save it as UTF-8"),
        (
            bad("feed.jsonl", b'{"id": "a"}\n'),
            'entente: feed.jsonl:1: has no "text"; write {"id": "…", "text": "…"}',
        ),
    ],
)
def test_a_bad_document_is_told_and_the_others_are_done(make: Callable[[], str], told: str) -> None:
    name = make()
    result = run("build", name, "pact.txt")
    counted = "entente: 1 document could not be read (see above); the rest were."
    assert (result.stderr.splitlines(), result.exit_code) == ([told, counted], 1)
    assert relations(Path("out/statements.jsonl")) == [("Norway", "opposed", "Chile", False, None)]

    before = {file: Path("out", file).read_bytes() for file in FILES}
    alone = run("build", name)
    nothing = "entente: Nothing could be read, so nothing was written."
    assert (alone.stdout, alone.stderr.splitlines(), alone.exit_code) == ("", [told, nothing], 2)
    assert {file: Path("out", file).read_bytes() for file in os.listdir("out")} == before

    streamed = run("extract", name, "pact.txt")
    assert (len(streamed.stdout.splitlines()), streamed.stderr.splitlines()[0], streamed.exit_code) == (1, told, 1)


@pytest.mark.usefixtures("here")
def test_a_missing_path() -> None:
    result = run("build", "pact.txt", "missing.txt")
    expected = "entente: missing.txt: No such file or folder. Check the spelling of the path.\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)
    assert not Path("out").exists()


@pytest.mark.usefixtures("here")
def test_a_folder_with_nothing_readable() -> None:
    Path("papers").mkdir()
    Path("papers/a.odt").write_bytes(b"PK")
    result = run("build", "papers")
    assert result.stderr.splitlines() == [
        f"entente: papers: skipped 1 file of other kinds (1 .odt); {KINDS} are read",
        f"entente: Nothing to read: papers. Give a file or a folder with {KINDS}.",
    ]
    assert (result.stdout, result.exit_code) == ("", 2)


@pytest.mark.usefixtures("here")
def test_another_encoding_is_read_with_a_warning() -> None:
    Path("old.txt").write_bytes("Norway condemned Chile – “a disgrace”.".encode("cp1252"))
    result = run("extract", "old.txt")
    expected = "entente: old.txt: is not UTF-8, read as cp1252; if letters look wrong, save it as UTF-8\n"
    assert (result.stderr, result.exit_code) == (expected, 0)
    assert json.loads(result.stdout)["statements"][0]["sentence"] == "Norway condemned Chile – “a disgrace”."


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("out", ["pact.txt", "pact.txt/out"])
def test_an_output_folder_that_is_none(out: str) -> None:
    result = run("build", "pact.txt", "-o", out)
    assert re.fullmatch(rf"entente: {out}: cannot be written to \(.+\); name another folder with -o\.\n", result.stderr)
    assert ("(it is a file)" in result.stderr) == (out == "pact.txt")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert Path("pact.txt").read_text(encoding="utf-8") == PACT


@pytest.mark.usefixtures("here")
@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission() -> None:
    Path("locked").mkdir(mode=0o500)
    result = run("build", "pact.txt", "-o", "locked")
    expected = "entente: locked: cannot be written to (Permission denied); name another folder with -o.\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UsageError("make room"), "make room"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "the disk is full. Make room, or name another place with -o; then the same command goes on.",
        ),
    ],
)
def test_a_failure_while_writing_leaves_the_earlier_files(
    monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    run("build", "pact.txt")
    before = {file: Path("out", file).read_bytes() for file in FILES}
    Path("pact.txt").write_text("Egypt condemned Canada.", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("viz.page.write_page", fail)
    result = run("build", "pact.txt")
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"entente: {told}\n", 2)
    assert {file: Path("out", file).read_bytes() for file in os.listdir("out")} == before


@pytest.mark.usefixtures("here")
def test_a_folder_in_the_place_of_a_file() -> None:
    Path("out/graph.html").mkdir(parents=True)
    result = run("build", "pact.txt")
    expected = "entente: out/graph.html: is a folder and cannot be replaced by a file; name another with -o.\n"
    assert (result.stderr, result.exit_code) == (expected, 2)
    assert os.listdir("out") == ["graph.html"]


@pytest.mark.usefixtures("here")
def test_a_model_that_is_not_there() -> None:
    result = run("extract", "pact.txt", "--model", "no_such_model")
    assert result.stderr.startswith("entente: the language model 'no_such_model' cannot be loaded")
    assert (result.stdout, len(result.stderr.splitlines()), result.exit_code) == ("", 1, 2)


@pytest.mark.usefixtures("here")
def test_a_file_is_no_sentence_to_explain() -> None:
    result = run("explain", "pact.txt")
    expected = "entente: pact.txt is a file. explain takes a sentence in quotes; entente extract pact.txt reads it.\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)


def test_nothing_to_explain() -> None:
    result = run("explain", " ")
    expected = 'entente: Nothing to explain. Give a sentence in quotes: entente explain "Iran condemned Israel."\n'
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)
