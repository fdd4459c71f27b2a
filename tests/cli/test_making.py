"""The commands that read texts, run as a user runs them: what they write and print, and what they say of bad input."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner, Result

from graph import cli
from graph.cli.app import PANELS
from graph.documents.kinds import KINDS
from graph.errors import UsageError
from graph.store import read_readings

COMMAND = [sys.executable, "-m", "graph"]
PACT = "Norway condemned Chile.\n"
VISIT = {"id": "n1", "text": "Canada did not condemn Egypt.", "date": "2024-05-06"}
FILES = ["graph.graphml", "graph.html", "statements.jsonl"]


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)), prog_name="entente", input=stdin)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder with one text in it, as the folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    Path("pact.txt").write_text(PACT, encoding="utf-8")
    return tmp_path


def relations(path: Path) -> list[tuple[str, str, str, bool, str | None]]:
    return [(s.source, s.relation, s.target, s.negated, s.date) for r in read_readings(path) for s in r.statements]


@pytest.mark.usefixtures("here")
def test_build_writes_three_files_and_shows_what_was_found() -> None:
    Path("feed.jsonl").write_text(json.dumps(VISIT) + "\n", encoding="utf-8")
    result = run("build", "pact.txt", "feed.jsonl", "-o", "new/out")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert sorted(os.listdir("new/out")) == FILES
    assert relations(Path("new/out/statements.jsonl")) == [
        ("Norway", "opposed", "Chile", False, None),
        ("Canada", "opposed", "Egypt", True, "2024-05-06"),
    ]
    kg = nx.read_graphml("new/out/graph.graphml", force_multigraph=True)
    assert (kg.number_of_nodes(), kg.number_of_edges()) == (4, 2)
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["relation", "statements", "negated", "planned", "possible", "pairs"],
        ["allied", "0", "0", "0", "0", "0"],
        ["opposed", "2", "1", "0", "0", "2"],
        ["visited", "0", "0", "0", "0", "0"],
        [],
        ["who", "how", "whom", "statements", "said", "with"],
        ["Canada", "not", "opposed", "→", "Egypt", "1", "condemn"],
        ["Norway", "opposed", "→", "Chile", "1", "condemned"],
        [],
        "Open new/out/graph.html in a browser, new/out/graph.graphml in Gephi;".split()
        + "the statements are in new/out/statements.jsonl.".split(),
    ]


@pytest.mark.usefixtures("here")
def test_build_twice_gives_the_same_bytes() -> None:
    run("build", "pact.txt", "-o", "one")
    run("build", "pact.txt", "-o", "two")
    assert [Path("one", name).read_bytes() for name in FILES] == [Path("two", name).read_bytes() for name in FILES]


@pytest.mark.usefixtures("here")
def test_open_shows_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    assert run("build", "pact.txt", "--open").exit_code == 0
    assert shown == [Path("out/graph.html").resolve().as_uri()]


@pytest.mark.usefixtures("here")
def test_corrections_are_applied_and_reported() -> None:
    Path("mine.toml").write_text('[[rename]]\nname = "Chile"\nto = "Chile (team)"\n', encoding="utf-8")
    Path("more.toml").write_text('[[drop]]\nsource = "Chile"\n', encoding="utf-8")
    result = run("build", "pact.txt", "--corrections", "mine.toml", "--corrections", "more.toml")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        'corrected: rename "Chile" → "Chile (team)" (1 statements)',
        'nothing to correct: drop source "Chile"',
    ]
    assert relations(Path("out/statements.jsonl")) == [("Norway", "opposed", "Chile (team)", False, None)]


@pytest.mark.usefixtures("here")
def test_a_correction_of_an_unknown_name_is_refused_and_nothing_is_written() -> None:
    Path("mine.toml").write_text('[[rename]]\nname = "Norwy"\nto = "Norway"\n', encoding="utf-8")
    result = run("build", "pact.txt", "--corrections", "mine.toml")
    assert result.exit_code == 2
    assert "Norwy" in result.stderr
    assert "Norway" in result.stderr
    assert not Path("out").exists() or os.listdir("out") == []


@pytest.mark.usefixtures("here")
def test_the_page_shows_what_is_asked_for_and_says_what_it_leaves_out() -> None:
    Path("pact.txt").write_text(PACT + "\nEgypt condemned Canada.\n", encoding="utf-8")
    result = run("build", "pact.txt", "--about", "Egypt", "--hops", "1")
    told = "the page leaves out 2 names with 1 statements; see --nodes and --about\n"
    assert (result.stderr, result.exit_code) == (told, 0)
    assert run("build", "pact.txt", "--about", "Narnia").exit_code == 2


@pytest.mark.usefixtures("here")
def test_camps_are_told_to_gephi_and_to_the_page() -> None:
    assert run("build", "pact.txt", "--camps").exit_code == 0
    kg = nx.read_graphml("out/graph.graphml", force_multigraph=True)
    assert sorted(row["camp"] for _, row in kg.nodes(data=True)) == ["1A", "1B"]
    assert '"camp":"1A"' in Path("out/graph.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_a_text_without_statements_is_no_failure() -> None:
    Path("rain.txt").write_text("It rained all night.", encoding="utf-8")
    result = run("build", "rain.txt")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert sorted(os.listdir("out")) == FILES
    assert relations(Path("out/statements.jsonl")) == []


def test_extract_prints_one_line_for_each_document_in_order(here: Path) -> None:
    lines = [json.dumps(VISIT | {"id": f"n{number}"}) + "\n" for number in range(3)]
    result = run("extract", here / "pact.txt", "-", stdin="".join(lines))
    values = [json.loads(line) for line in result.stdout.splitlines()]
    assert [value["id"] for value in values] == ["pact.txt", "n0", "n1", "n2"]
    assert [len(value["statements"]) for value in values] == [1, 1, 1, 1]
    statement = values[1]["statements"][0]
    text = VISIT["text"]
    for part in ("source", "target"):
        assert text[statement[f"{part}_start"] : statement[f"{part}_end"]] == statement[f"{part}_text"]
    assert text[statement["cue_start"] : statement["cue_end"]] == statement["cue"]
    assert (result.stderr, result.exit_code) == ("", 0)


def test_extract_reads_plain_text_from_standard_input() -> None:
    result = run("extract", "-", stdin=PACT)
    value = json.loads(result.stdout)
    assert [(s["source"], s["target"], s["document"]) for s in value["statements"]] == [("Norway", "Chile", "stdin")]


def test_explain_shows_what_was_seen() -> None:
    result = run("explain", "Norway condemned Chile.")
    lines = result.stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Entities",
        "Who does what",
        "Statements",
        "Dropped",
    ]  # fmt: skip
    assert lines[1:3] == ["  Norway (country): Norway", "  Chile (country): Chile"]
    [statement] = lines[lines.index("Statements") + 1 : lines.index("Dropped")]
    assert statement.startswith("  Norway —opposed→ Chile: “condemned” (rule ")
    assert (result.stderr, result.exit_code) == ("", 0)


def test_explain_as_json() -> None:
    value = json.loads(run("explain", "Norway condemned Chile.", "--json").stdout)
    assert [(s["source"], s["relation"], s["target"]) for s in value["statements"]] == [("Norway", "opposed", "Chile")]


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
            bad("long.txt", b"x" * 1_000_001),
            "entente: long.txt: is longer than 1,000,000 characters, the most that is read as one text; "
            "cut it into its articles, one file each, or one line each of a .jsonl file",
        ),
        (
            bad("feed.jsonl", b'{"id": "a"}\n'),
            'entente: feed.jsonl:1: has no "text"; write {"id": "…", "text": "…"}',
        ),
    ],
)
def test_a_bad_document_is_told_and_the_others_are_done(make: Callable[[], str], told: str) -> None:
    name = make()
    result = run("build", name, "pact.txt")
    counted = "entente: 1 document could not be read (see above); the others are done."
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
    expected = "entente: missing.txt: there is no such file or folder. Check the spelling of the path.\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)
    assert not Path("out").exists()


@pytest.mark.usefixtures("here")
def test_a_folder_with_nothing_readable() -> None:
    Path("papers").mkdir()
    Path("papers/a.odt").write_bytes(b"PK")
    result = run("build", "papers")
    assert result.stderr.splitlines() == [
        f"entente: papers: passed over 1 file of other kinds (1 .odt); {KINDS} are read",
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


def test_nothing_to_explain() -> None:
    result = run("explain", " ")
    expected = 'entente: Nothing to explain. Give a sentence in quotes: entente explain "Iran condemned Israel."\n'
    assert (result.stdout, result.stderr, result.exit_code) == ("", expected, 2)


def test_version() -> None:
    result = run("--version")
    assert re.fullmatch(r"entente \d+\.\d+\.\d+ \(spaCy [\d.]+, model [\d.]+\)\n", result.stdout)


@pytest.mark.parametrize("command", [command.__name__ for commands in PANELS.values() for command in commands])
def test_help_leads_with_an_example(command: str) -> None:
    result = run(command, "--help")
    before_options = re.split("─ (?:Arguments|Options) ", result.stdout)[0]
    assert "Example" in before_options
    assert f"entente {command} " in before_options.replace("Usage: entente", "")
    assert result.exit_code == 0


@pytest.mark.usefixtures("here")
def test_a_reader_who_stops_reading_is_no_failure() -> None:
    text = "".join(json.dumps(VISIT | {"id": f"n{number}"}) + "\n" for number in range(300))
    Path("feed.jsonl").write_text(text, encoding="utf-8")
    with subprocess.Popen([*COMMAND, "extract", "feed.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None and done.stderr is not None
        assert json.loads(done.stdout.readline())["id"] == "n0"
        done.stdout.close()
        assert (done.stderr.read(), done.wait()) == (b"", 0)


@pytest.mark.skipif(os.name != "posix", reason="Windows sends Ctrl-C otherwise")
@pytest.mark.usefixtures("here")
def test_ctrl_c_ends_the_command_quietly() -> None:
    Path("feed.jsonl").write_text((json.dumps(VISIT) + "\n") * 3000, encoding="utf-8")
    with subprocess.Popen([*COMMAND, "extract", "feed.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None and done.stderr is not None
        done.stdout.readline()  # it is at work
        done.send_signal(signal.SIGINT)
        done.stdout.read()
        assert (done.stderr.read(), done.wait()) == (b"", 130)


def test_what_was_printed_is_utf_8_whatever_the_terminal_speaks() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*COMMAND, "explain", "Türkiye condemned Chile."], capture_output=True, env=environment, check=False
    )
    assert (done.stderr, done.returncode) == (b"", 0)
    assert "Türkiye" in done.stdout.decode("utf-8")
