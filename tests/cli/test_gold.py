"""The command gold from-corrections, and evaluate on what it makes."""

import json
from pathlib import Path

from tests.cli.commands import run

MARKS = {
    "drop": [{"document": "pact.txt", "source": "Norway", "relation": "opposed", "target": "Chile"}],
    "right": [{"document": "b.txt", "source": "Ghana", "relation": "opposed"}],
}


def test_marks_become_gold_that_is_evaluated(here: Path) -> None:
    Path("b.txt").write_text("Ghana condemned Mali. Togo condemned Chad.\n", encoding="utf-8")
    Path("marks.json").write_text(json.dumps(MARKS), encoding="utf-8")
    assert run("build", "pact.txt", "b.txt").exit_code == 0
    result = run("gold", "from-corrections", "marks.json", "--texts", "pact.txt", "--texts", "b.txt")
    assert result.stdout == "Wrote gold.jsonl: 2 documents, 1 statements owed. Next: entente evaluate gold.jsonl\n"
    rows = [json.loads(line) for line in Path("gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["id"]: [(s["source"], s["optional"]) for s in row["statements"]] for row in rows} == {
        "pact.txt": [], "b.txt": [("Ghana", False), ("Togo", True)],
    }  # fmt: skip
    figures = json.loads(run("evaluate", "gold.jsonl", "--json").stdout)
    assert (figures["all"]["found"], figures["all"]["false"], figures["all"]["missed"]) == (1, 1, 0)
    assert run("build", "pact.txt", "b.txt", "--corrections", "marks.json").exit_code == 0


def test_without_texts_the_remedy_is_told(here: Path) -> None:
    Path("marks.json").write_text(json.dumps(MARKS), encoding="utf-8")
    Path("b.txt").write_text("Ghana condemned Mali.\n", encoding="utf-8")
    run("build", "pact.txt", "b.txt")
    result = run("gold", "from-corrections", "marks.json")
    assert (result.exit_code, result.stderr) == (
        2, "entente: Gold needs the texts: name those that were built with --texts, such as --texts articles/.\n",
    )  # fmt: skip
