"""An evaluation → the data file of confidence."""

import hashlib
import tomllib
from pathlib import Path

from graph.evaluate import Claim, Claims, GoldText, Owed, evaluate
from graph.evaluate.trust import trust_text
from graph.relations.confidence import measure


def test_the_data_file_is_written_from_an_evaluation(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n", encoding="utf-8")
    owed = Owed(("Peru",), (), "allied", ("Oman",), ())
    said = Claim("Peru", "", "allied", "Oman", "", rule="allied.pact.noun a <-> b")
    wrong = Claim("Oman", "", "allied", "Laos", "", rule="allied.pact.noun a <-> b")
    result = evaluate([GoldText("1", None, (owed, owed))], [Claims("1", (said, wrong))])
    assert tomllib.loads(trust_text(result, gold, "2025-07-01")) == {
        "measured": {
            "gold": "gold.jsonl",
            "sha256": hashlib.sha256(b"{}\n").hexdigest(),
            "date": tomllib.loads("day = 2025-07-01")["day"],
            "texts": 1,
            "found": 1,
            "false": 1,
            "missed": 1,
        },
        "rules": {
            name: [t.right, t.false, t.confidence] for name, t in measure({"allied.pact.noun a <-> b": (1, 1)}).items()
        },
    }
