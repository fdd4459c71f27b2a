"""build and shard with many texts, run as a user runs them, with the real model: stopped, killed, done in parts."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph import cli, read_readings
from graph.exports.graphml_reader import read_graphml
from tests.corpus.feeds import KILLS
from tests.documents.test_reading_hostile import FILES as FILES_TO_REFUSE
from tests.documents.test_reading_hostile import GOOD
from tests.paths import ROOT

COMMAND = [sys.executable, "-m", "graph"]
WHO = "Norway Chile Egypt Canada Turkey Iran Armenia France Japan Peru".split()
FILES = ("graph.graphml", "graph.html", "statements.jsonl")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)), prog_name="entente")


@pytest.fixture
def feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a feed of 400 texts, four tasks, in the folder where commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    path = tmp_path / "feed.jsonl"
    texts = [f"{a} condemned {b} in {year}." for year in range(2001, 2011) for a in WHO for b in WHO if a != b][:400]
    path.write_text("".join(json.dumps({"id": f"n{i}", "text": text}) + "\n" for i, text in enumerate(texts)), "utf-8")
    return path


def hashes(out: str) -> list[str]:
    return [hashlib.sha256(Path(out, name).read_bytes()).hexdigest() for name in FILES]


def start(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_a_shard(out: str) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        if list(Path(out, "store", "documents").glob("*.parquet")):
            return
        time.sleep(0.02)
    raise AssertionError("no shard was written in a minute")


def test_stopped_killed_and_in_parts_gives_what_one_run_gives(feed: Path) -> None:
    plain = run("build", feed, "-o", "plain")
    assert (plain.exit_code, sorted(os.listdir("plain"))) == (0, sorted(FILES))

    with start("build", str(feed), "-o", "out", "--workers", "1") as stopped:
        wait_for_a_shard("out")
        stopped.send_signal(signal.SIGINT)
        _, told = stopped.communicate()
    assert (stopped.returncode, told) == (
        130,
        "Stopped. What was read is kept; run the same command again to continue.\n",
    )
    assert os.listdir("out") == ["store"]

    with start("shard", "1/2", str(feed), "-o", "out", "--workers", "1") as killed:
        time.sleep(2.5)  # whether it has begun or not: it may be killed at any time
        killed.kill()
    for part in ("1/2", "2/2"):
        assert run("shard", part, feed, "-o", "out", "--workers", "1").exit_code == 0

    done = run("build", feed, "-o", "out")
    shown = "These are 10 of 90 lines, those with the most statements; entente statements -g out shows all.\n"
    assert (done.exit_code, done.stderr) == (0, f"400 of 400 documents are read already.\n{shown}")
    assert hashes("out") == hashes("plain")
    assert [path for path in Path("out").rglob("*") if path.is_file() and path.name.startswith(".")] == []


def test_with_a_store_and_without_evidence_and_corrections_are_the_same(feed: Path) -> None:
    mine = '[[merge]]\nnames = ["Iran"]\ninto = "Turkey"\n[[drop]]\nsource = "Peru"\nrelation = "opposed"\n'
    Path("mine.toml").write_text(mine, encoding="utf-8")
    asked = ("build", feed, "--evidence", "2", "--corrections", "mine.toml", "-o")
    plain, stored = run(*asked, "plain"), run(*asked, "out", "--workers", "1")
    assert (plain.exit_code, stored.exit_code) == (0, 0)
    assert stored.stderr == plain.stderr.replace("-g plain ", "-g out ")
    assert stored.stdout == plain.stdout.replace("plain/", "out/")
    assert hashes("out") == hashes("plain")
    kg = read_graphml("out/graph.graphml")
    assert {len(said) for *_, said in kg.edges(data="evidence")} == {2}
    every = [s for reading in read_readings("out/statements.jsonl") for s in reading.statements]
    assert len(every) > 2 * kg.number_of_edges()
    assert sorted(os.listdir("out")) == sorted([*FILES, "store"])


def test_a_build_that_is_killed_while_it_makes_the_graph(feed: Path) -> None:
    run("build", feed, "-o", "out", "--workers", "1")
    before, dice = hashes("out"), random.Random(9)
    for name in FILES:
        Path("out", name).unlink()
    for _ in range(KILLS):
        with start("build", str(feed), "-o", "out") as killed:
            time.sleep(dice.uniform(0.5, 2.5))  # whether it has come far or not
            killed.kill()
    assert run("build", feed, "-o", "out").exit_code == 0
    assert hashes("out") == before
    assert sorted(os.listdir("out")) == sorted([*FILES, "store"])


def test_a_wrong_name_in_corrections_leaves_what_was_there(feed: Path) -> None:
    run("build", feed, "-o", "out", "--workers", "1")
    before = hashes("out")
    Path("mine.toml").write_text('[[drop]]\nname = "Chle"\n', encoding="utf-8")
    result = run("build", feed, "-o", "out", "--corrections", "mine.toml")
    assert (result.exit_code, "nearest: Chile" in result.stderr, hashes("out")) == (2, True, before)
    assert sorted(os.listdir("out")) == sorted([*FILES, "store"])


@pytest.mark.usefixtures("feed")
def test_bad_documents_are_told_each_time_and_copies_counted() -> None:
    Path("in").mkdir()
    text = "Norway condemned Chile for the talks that it held with Egypt in Oslo on the third of March."
    for name, content in (("a.txt", text), ("b.txt", text + "\n"), ("c.txt", "\x00"), ("d.pdf", "%PDF-1.7")):
        Path("in", name).write_text(content, encoding="utf-8")
    for once, told in (
        ((), "1 document is duplicate wire copy (the same text as another, or nearly); --once counts each text once."),
        (
            ("--once",),
            "1 document is duplicate wire copy (the same text as another, or nearly); counted once, as asked.",
        ),
    ):
        result = run("build", "in", "--workers", "1", *once)
        assert result.exit_code == 1
        assert [line for line in result.stderr.splitlines() if "read already" not in line] == [
            "entente: in/c.txt: is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)",
            "entente: in/d.pdf: is a broken PDF (PdfStreamError); open and save it again",
            told,
            "entente: 2 documents could not be read (see above); the rest were.",
        ]
        assert len(Path("out/statements.jsonl").read_text().splitlines()) == 2 - len(once)


@pytest.mark.usefixtures("feed")
def test_hostile_files_in_a_batch_of_good_ones() -> None:
    Path("in").mkdir()
    for name, content in {name: content for name, (content, _) in (FILES_TO_REFUSE | GOOD).items()}.items():
        Path("in", name).write_bytes(content)
    result = run("build", "in", "--workers", "1")
    told = [line for line in result.stderr.splitlines() if line.startswith("entente: in/")]
    others = [line for line in told if not any(line.startswith(f"entente: in/{name}") for name in FILES_TO_REFUSE)]
    assert (result.exit_code, others) == (1, [])
    assert len(told) == len(FILES_TO_REFUSE)
    assert [
        name
        for name, (_, reason) in FILES_TO_REFUSE.items()
        if not any(line.startswith(f"entente: in/{name}") and reason in line for line in told)
    ] == []
    ids = [json.loads(line)["id"] for line in Path("out/statements.jsonl").read_text("utf-8").splitlines()]
    assert ids == [id for _, id in GOOD.values()]


@pytest.mark.usefixtures("feed")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("shard", "0/3", "feed.jsonl"),
            "0/3: is not a part of a corpus. Write 3/16 for the third of sixteen, counted from 1.",
        ),
        (
            ("shard", "three", "feed.jsonl"),
            "three: is not a part of a corpus. Write 3/16 for the third of sixteen, counted from 1.",
        ),
        (("build", "feed.jsonl", "--workers", "0", "--once"), "--workers is a number of processes: 1 or more."),
        (
            ("build", "-", "--once"),
            "Standard input cannot be read twice, as a store needs. Save it as a file first, or leave out the store.",
        ),
    ],
)
def test_what_cannot_be_carried_out(arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (2, f"entente: {told}\n")


def test_without_pyarrow_many_texts_are_read_as_few_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("graph.cli.many.MANY", 1)
    monkeypatch.setattr("graph.cli.many.has", lambda _package: False)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("Norway condemned Chile.", encoding="utf-8")
    result = run("build", "a.txt", "b.txt")
    advice = "To use all cores for so many texts, and to resume after a stop: pip install 'entente-kg[corpus]'\n"
    assert (result.exit_code, result.stderr, sorted(os.listdir("out"))) == (0, advice, sorted(FILES))
