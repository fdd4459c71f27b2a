"""The commands that teach, and the project file that all commands take their options from."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.paths import TALE

RELATIONS = """
[sued]
about = "SOURCE sues TARGET"
sign = -1
[sued.law]
about = "SOURCE sues TARGET"
verbs = ["sue"]
verb_frames = ["subject -> object"]
"""


def put(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.toml").write_text(text, encoding="utf-8")


def test_init_writes_a_project_file_that_says_nothing_yet(here: Path) -> None:
    result = run("init")
    assert (result.exit_code, result.stderr) == (
        0,
        "Wrote entente.toml. Take the # away before what you want to set.\n",
    )
    assert run("config").stdout.splitlines() == ["Project file: entente.toml"]
    text = Path("entente.toml").read_text(encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert "entente.toml is here already, and stays as it is" in result.stderr
    assert Path("entente.toml").read_text(encoding="utf-8") == text


def test_what_init_shows_can_be_used_as_it_is(here: Path) -> None:
    run("init")
    lines = Path("entente.toml").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines)
    for part in ("relations", "words", "names"):
        text = text.replace(f"{part} = [", f"# {part} = [")
    Path("entente.toml").write_text(text, encoding="utf-8")
    result = run("config")
    assert result.exit_code == 0, result.output
    assert "names: Zorvania (entente.toml)" in result.stdout
    assert "build.nodes" in result.stdout


def test_without_a_project_file_all_is_built_in(here: Path) -> None:
    assert run("config").stdout == "No entente.toml here: all is built in.\n"
    assert "nodes        500  (built in)" in run("config", "build").stdout
    result = run("config", "biuld")
    assert (result.exit_code, "no command 'biuld' (did you mean 'build'?)" in result.stderr) == (2, True)


def test_the_project_file_sets_options_and_the_command_line_wins(here: Path) -> None:
    put(entente='[build]\nout = "made"\n[options]\nconfidence = "certain"\n[extract]\nconfidence = "all"\n')
    assert run("build", "pact.txt").exit_code == 0
    assert Path("made/statements.jsonl").exists()
    assert run("build", "pact.txt", "-o", "other").exit_code == 0
    assert Path("other/statements.jsonl").exists()
    shown = run("config").stdout.splitlines()
    assert "build.out              made  (entente.toml:2)" in shown
    assert [line.split()[1:] for line in shown if line.startswith("extract.confidence")] == [
        ["all", "(entente.toml:6)"]
    ]
    assert [line.split()[1] for line in shown if line.startswith("build.confidence")] == ["certain"]


def test_the_project_file_says_who_reads(here: Path) -> None:
    put(entente='[options]\nreader = "learned"\n[extract]\nreader = "rules"\n')
    shown = [line.split()[:2] for line in run("config").stdout.splitlines()]
    assert ["build.reader", "learned"] in shown
    assert ["extract.reader", "rules"] in shown
    assert '"rule": "opposed' in run("extract", "pact.txt").stdout
    assert '"rule": "opposed' not in run("extract", "pact.txt", "--reader", "learned").stdout
    put(entente='[options]\nreader = "rule"\n')
    told = "entente: entente.toml:2: [options]: reader is one of rules, learned, both, not 'rule'\n"
    assert run("extract", "pact.txt").stderr == told


def test_a_graph_that_is_named_is_exported_whatever_the_project_file_says(here: Path) -> None:
    put(entente='[options]\ngraph = "nowhere"\n')
    assert run("export", TALE, "-o", "kg.json").exit_code == 0
    assert run("export", "-g", TALE, "-o", "kg.json").exit_code == 0
    assert "nowhere: no such file" in run("export", "-o", "kg.json").stderr


def test_paths_start_from_the_folder_of_the_project_file(here: Path) -> None:
    Path("sub").mkdir()
    Path("sub/mine.toml").write_text('[files]\nrelations = ["r.toml"]\n[build]\nout = "made"\n', encoding="utf-8")
    Path("sub/r.toml").write_text(RELATIONS, encoding="utf-8")
    Path("news.txt").write_text("Acme Robotics sued Bolt Motors.\n", encoding="utf-8")
    assert run("build", "news.txt", "--config", "sub/mine.toml").exit_code == 0
    assert '"relation": "sued"' in Path("sub/made/statements.jsonl").read_text(encoding="utf-8")


FAULTS = {
    '[biuld]\nout = "x"\n': "entente.toml:1: unknown key 'biuld' (did you mean 'build'?)",
    "[build]\nnodse = 3\n": "entente.toml:2: [build]: unknown key 'nodse' (did you mean 'nodes'?); keys are about,",
    '[build]\nnodes = "many"\n': "entente.toml:2: [build]: nodes is a whole number, not 'many'",
    "[build]\nnodes = 0\n": "entente.toml:2: [build]: nodes is at least 1, not 0",
    "[build]\ncamps = 1\n": "entente.toml:2: [build]: camps is true or false, not 1",
    '[timeline]\nby = "week"\n': "entente.toml:2: [timeline]: by is one of day, month, year, not 'week'",
    "[build]\nout = [3]\n": "entente.toml:2: [build]: out takes one value, not [3]",
    "nodes = 3\n": "entente.toml:1: unknown key 'nodes'; it is an option: write it under [options] or [build]",
    'files = "x"\n': "entente.toml:1: files is a section; write [files] above its keys",
    '[files]\nword = ["w.toml"]\n': "entente.toml:2: [files]: unknown key 'word' (did you mean 'words'?)",
    '[files]\nwords = "w.toml"\n': 'entente.toml:2: [files]: words is a list of files, as in words = ["words.toml"]',
    '[files]\nwords = ["w.toml"]\n': "w.toml: cannot be read (No such file or directory); name a file that is there",
    "[names.Zed]\nkin = 1\n": "entente.toml:2: [names.Zed]: unknown key 'kin' (did you mean 'kind'?)",
    '[words.opposed.x]\nabout = "x"\nverbs = ["rip up"]\n': "entente.toml:3: [words.opposed.x]: 'rip up' is more",
    "[relations.sued]\nsign = 3\n": "entente.toml:1: [relations.sued]: say about as well",
    "[build\n": "entente.toml:1: not valid TOML",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_and_nothing_is_built_or_lost(here: Path, text: str) -> None:
    assert run("build", "pact.txt").exit_code == 0
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    put(entente=text)
    result = run("build", "pact.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"entente: {FAULTS[text]}")
    assert result.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before


def test_a_graph_keeps_its_own_relations_until_it_is_built_without_them(here: Path) -> None:
    put(own=RELATIONS)
    Path("news.txt").write_text("Acme Robotics sued Bolt Motors.\n", encoding="utf-8")
    assert run("build", "news.txt", "--relations", "own.toml").exit_code == 0
    Path("own.toml").unlink()
    assert run("ties", "sued", "Bolt Motors").stdout.splitlines()[:2] == [
        "Sued: Bolt Motors", "  Acme Robotics —sued→ Bolt Motors",
    ]  # fmt: skip
    assert run("statements", "--relation", "sued", "--graph", "out/graph.graphml").exit_code == 0
    assert run("build", "news.txt").exit_code == 0
    assert not Path("out/project.json").exists()
    result = run("ties", "sued", "Acme")
    assert (result.exit_code, 'no relation "sued"; there are allied,' in result.stderr) == (2, True)


def test_what_is_in_the_files_is_shown_also_of_a_table(here: Path) -> None:
    put(entente='[files]\nnames = ["n.csv"]\n[relations.visited]\noff = true\n')
    Path("n.csv").write_text("name,kind\nZorvania,country\nWater Cannon,never\n", encoding="utf-8")
    assert run("config").stdout.splitlines() == [
        "Project file: entente.toml",
        "relations: visited (entente.toml)",
        "names: Zorvania, never Water Cannon (n.csv)",
    ]


def test_a_relation_that_is_left_out_is_not_read_and_not_asked(here: Path) -> None:
    put(entente="[relations.visited]\noff = true\n")
    Path("trip.txt").write_text("Ola Berg flew to Oslo. Norway condemned Chile.\n", encoding="utf-8")
    assert "visited" not in run("build", "trip.txt").stdout
    result = run("visits", "Norway")
    assert (result.exit_code, 'no relation of this graph answers "visits"; ask for one:' in result.stderr) == (2, True)


def test_a_project_file_beside_a_graph_that_is_broken_is_told(here: Path) -> None:
    put(own=RELATIONS)
    assert run("build", "pact.txt", "--relations", "own.toml").exit_code == 0
    Path("out/project.json").write_text("{", encoding="utf-8")
    result = run("allies", "Norway")
    assert result.exit_code == 2
    assert "project.json: is not a file that entente wrote; build the graph again." in result.stderr


def test_words_are_checked_and_found(here: Path) -> None:
    put(words='[opposed.criticism]\nverbs = ["upbraid", "bewailed"]\n[[without]]\nverbs = ["slam"]\n', own=RELATIONS)
    result = run("words", "check", "words.toml", "--relations", "own.toml")
    assert result.stdout.splitlines() == [
        "opposed: 2 verbs added",
        "sued: 1 verb added",
        "[sued.law] takes the verb “sue” (subject -> object) from [opposed.arrest]",
        "1 built-in words taken away",
    ]
    assert result.stderr == "“bewailed” is not a base form, so it may never be met: write “bewail”\n"
    assert run("words", "find", "sue", "--relations", "own.toml").stdout == (
        "sue, verb: [sued.law] subject -> object: SOURCE sues TARGET\n"
    )
    assert run("words", "find", "qqqqq").stderr == "“qqqqq” states no relation. To add it: docs/teaching.md.\n"
    assert run("words", "check").stdout == "No words of your own.\n"


def test_own_names_and_words_are_explained_and_extracted(here: Path) -> None:
    put(names='[Zorvania]\nkind = "country"\naliases = ["Zorv"]\n', words='[opposed.criticism]\nverbs = ["upbraid"]\n')
    given = ("--names", "names.toml", "--words", "words.toml")
    found = json.loads(run("explain", "Zorv upbraided Poland.", "--json", *given).stdout)
    assert [(s["source"], s["relation"], s["target"]) for s in found["statements"]] == [
        ("Zorvania", "opposed", "Poland")
    ]
    (line,) = run("extract", "-", *given, stdin="Zorvania upbraided Poland.").stdout.splitlines()
    assert [s["source"] for s in json.loads(line)["statements"]] == ["Zorvania"]
    assert json.loads(run("extract", "-", stdin="Zorvania upbraided Poland.").stdout)["statements"] == []
