"""The command adopt: a model's statements, right, reworded and invented ones, become a graph with an audit."""

import json
from pathlib import Path

from tests.cli.commands import run

TEXT = "Norway condemned Chile on Monday. Peru did not back Ghana.\n"
CLAIMS: list[dict[str, object]] = [
    {
        "source": "Norway",
        "relation": "opposed",
        "target": "Chile",
        "quote": "Norway condemned Chile",
        "cue": "condemned",
    },
    {"source": "Peru", "relation": "allied", "target": "Ghana", "quote": "Peru did not back Ghana.", "negated": True},
    {"source": "Norway", "relation": "opposed", "target": "Chile", "quote": "Norway has condemned Chile on Monday."},
    {"source": "Chile", "relation": "allied", "target": "Peru", "quote": "Chile and Peru embraced in Lima."},
    {
        "source": "Norway",
        "relation": "opposed",
        "target": "Ghana",
        "quote": "Norway condemned Chile",
        "document": "b.txt",
    },
]


def put(claims: list[dict[str, object]]) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("claims.jsonl").write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")


def said(folder: str) -> list[tuple[str, str, str, bool, str]]:
    rows = [json.loads(line) for line in Path(folder, "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(s["source"], s["relation"], s["target"], s["negated"], s["rule"]) for r in rows for s in r["statements"]]


def test_what_stands_in_the_text_is_taken_and_the_rest_is_listed(here: Path) -> None:
    put(CLAIMS)
    result = run("adopt", "claims.jsonl", "a.txt", "-o", "made", "--by", "model")
    assert result.exit_code == 0, result.output
    assert said("made") == [
        ("Norway", "opposed", "Chile", False, "model: opposed"),
        ("Peru", "allied", "Ghana", True, "model: allied"),
    ]
    refused = [json.loads(line) for line in Path("made/refused.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["line"], one["fault"]) for one in refused] == [(3, "reworded"), (4, "quote"), (5, "document")]
    assert refused[0]["claim"] == CLAIMS[2] | {"modality": "actual", "confidence": 0.5, "line": 3}
    assert "2 of 5 statements taken, 3 refused" in result.stdout
    assert "1 of 5: quotes do not stand in their text" in result.stdout
    assert "no document 'b.txt' (did you mean 'a.txt'?)" in result.stdout
    assert run("opponents", "Norway", "--graph", "made").stdout.startswith("Opponents of Norway")


def test_our_own_reading_is_joined_where_it_is_asked_for(here: Path) -> None:
    put(CLAIMS[1:2])
    run("adopt", "claims.jsonl", "a.txt", "-o", "made", "--join")
    assert [s[:4] for s in said("made")] == [("Norway", "opposed", "Chile", False), ("Peru", "allied", "Ghana", True)]
    assert all(rule.startswith(("opposed.", "allied.")) for *_, rule in said("made"))


def test_a_broken_file_loses_nothing(here: Path) -> None:
    put(CLAIMS)
    run("adopt", "claims.jsonl", "a.txt", "-o", "made")
    before = Path("made/statements.jsonl").read_bytes()
    Path("claims.jsonl").write_text('{"source": "A"}\n', encoding="utf-8")
    result = run("adopt", "claims.jsonl", "a.txt", "-o", "made")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith('entente: claims.jsonl:1: has no "relation"; write {"source"')
    assert Path("made/statements.jsonl").read_bytes() == before
