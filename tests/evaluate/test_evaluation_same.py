"""Our figures beside those of the scorer that came with the evaluation data, over predictions made by spoiling gold.

The spoiling is the same every time: names swapped and exchanged, polarity and modality turned, statements dropped and
doubled. What the program really reads is compared in test_floor.py. Skipped where the data is not there.
"""

import importlib.util
import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.evaluate import Evaluation, evaluate, read_claims, read_gold
from graph.schema import RELATIONS
from tests.paths import EVAL


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """Give the scorer as a module."""
    if not (EVAL / "score.py").is_file():
        pytest.skip("the evaluation data is not beside this checkout; name its folder in ENTENTE_EVAL")
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(result: Evaluation) -> list[Any]:
    """List the figures of an evaluation."""
    scores = [*map(result.relation, RELATIONS), result.total, result.without_polarity]
    return [
        *((s.found, s.false, s.missed) for s in scores),
        *((s.precision, s.recall, s.f1) for s in scores),
        *(result.part(part).right for part in ("modality", "symmetric")),
    ]


def theirs(scorer: ModuleType, gold: Path, predicted: Path) -> list[Any]:
    """List the same figures of the scorer."""
    rows = scorer.read(gold), scorer.read(predicted)
    found, false, missed, right, _ = scorer.score(*rows)
    loose = [sum(counts.values()) for counts in scorer.score(*rows, polarity=False)[:3]]
    scores: list[tuple[int, ...]] = [(found[r], false[r], missed[r]) for r in RELATIONS]
    scores += [tuple(map(sum, zip(*scores, strict=True))), tuple(loose)]
    return [*scores, *(scorer.f1(*score) for score in scores), right["modality"], right["symmetric"]]


def spoiled(gold: Path, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield the records of a gold file as a poor reader might predict them."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    ends = [(s[role], s[f"{role}_text"]) for r in rows for s in r["statements"] for role in ("source", "target")]
    for row in rows:
        statements = [one for s in row["statements"] for one in _spoiled(s, ends, chance)]
        chance.shuffle(statements)
        if chance.random() < 0.95:
            yield {"id": row["id"], "statements": statements}


def _spoiled(owed: dict[str, Any], ends: list[tuple[Any, Any]], chance: random.Random) -> Iterator[dict[str, Any]]:
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        said: dict[str, Any] = {"relation": owed["relation"]}
        for role in ("source", "target"):
            name, text = (owed[role], owed[f"{role}_text"]) if chance.random() < 0.8 else chance.choice(ends)
            one = chance.choice(name) if isinstance(name, list) else name
            said[role] = chance.choice((one, one, f"the {one}", "x"))
            words = chance.choice(text) if isinstance(text, list) else text
            said[f"{role}_text"] = chance.choice((words, words, f"some {words} men", words.split()[-1], ""))
        if chance.random() < 0.1:
            said["relation"] = chance.choice(RELATIONS)
        if chance.random() < 0.2:
            for a, b in (("source", "target"), ("source_text", "target_text")):
                said[a], said[b] = said[b], said[a]
        said["negated"] = owed["negated"] != (chance.random() < 0.1)
        said["symmetric"] = owed["symmetric"] != (chance.random() < 0.1)
        said["modality"] = chance.choice((owed["modality"], owed["modality"], "planned"))
        yield said


@pytest.mark.parametrize("name", ["seed", "dev", "items", "train"])
@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_of_the_scorer(scorer: ModuleType, tmp_path: Path, name: str, seed: int) -> None:
    gold, predicted = EVAL / f"{name}.jsonl", tmp_path / "predicted.jsonl"
    rows = spoiled(gold, random.Random(seed))
    predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert ours(evaluate(read_gold(gold), read_claims(predicted))) == theirs(scorer, gold, predicted)
