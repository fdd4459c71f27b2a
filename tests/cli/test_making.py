"""The commands that read texts, run as a user runs them: what they write and print."""

import json
import os
from pathlib import Path

import networkx as nx
import pytest

from tests.cli.commands import FILES, PACT, VISIT, relations, run


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
        ["who", "how", "whom", "statements", "trigger", "words"],
        ["Canada", "not", "opposed", "→", "Egypt", "1", "condemn"],
        ["Norway", "opposed", "→", "Chile", "1", "condemned"],
        [],
        "Open new/out/graph.html in a browser, new/out/graph.graphml in Gephi;".split()
        + "the statements are in new/out/statements.jsonl.".split(),
    ]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("way", [(), ("--workers", "1")], ids=["in memory", "in a store"])
def test_the_page_has_the_sentences_around_a_quote(way: tuple[str, ...]) -> None:
    Path("long.txt").write_text("It rained in May. Norway condemned Chile. Nobody knew why.", encoding="utf-8")
    assert run("build", "long.txt", "-o", "out", *way).exit_code == 0
    page = Path("out/graph.html").read_text(encoding="utf-8")
    assert '"context":["","It rained in May. "," Nobody knew why."]' in page


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
    told = "The page leaves out 2 names with 1 statements; see --nodes and --about.\n"
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
    assert result.stderr.startswith("No statement was found in the text: no country, person or organisation is named")
    assert result.exit_code == 0
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


def test_former_runs_are_combined_with_new_texts(here: Path) -> None:
    Path("two.txt").write_text("Egypt thanked Canada.", encoding="utf-8")
    Path("new.txt").write_text("Kenya accused Chad.", encoding="utf-8")
    assert run("build", "pact.txt", "-o", "a").exit_code == 0
    assert run("build", "two.txt", "pact.txt", "-o", "b").exit_code == 0
    result = run("build", "a", "b", "new.txt", "-o", "c", "--title", "All <three>")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [(source, target) for source, _, target, *_ in relations(Path("c/statements.jsonl"))] == [
        ("Norway", "Chile"), ("Egypt", "Canada"), ("Kenya", "Chad"),
    ]  # fmt: skip
    assert "<title>All &lt;three&gt;</title>" in Path("c/graph.html").read_text(encoding="utf-8")
    assert run("build", "a", "b", "-o", "a").exit_code == 0
    assert len(relations(Path("a/statements.jsonl"))) == 2
