"""The figures on the evaluation data do not fall below tests/floor.toml, and are those of the data's own scorer.

Skipped where the data is not beside the checkout. `entente extract` is what is measured: each text by itself.
"""

import importlib.util
import tomllib
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from graph.corpus import extract
from graph.evaluate import Evaluation, GoldText, evaluate, read_gold
from graph.records import Document, Reading
from tests.paths import EVAL, TESTS

FLOOR = tomllib.loads((TESTS / "floor.toml").read_text(encoding="utf-8"))

if not EVAL.is_dir():
    pytest.skip(
        "the evaluation data is not beside this checkout; name its folder in ENTENTE_EVAL", allow_module_level=True
    )


@cache
def measured(name: str) -> tuple[list[GoldText], list[Reading], Evaluation]:
    """Read one data set, once for all tests."""
    gold = read_gold(EVAL / f"{name}.jsonl")
    readings = list(extract(Document(text.id, text.text or "", text.date) for text in gold))
    return gold, readings, evaluate(gold, readings)


def scorer() -> ModuleType:
    """Return the scorer of the data as a module."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_is_a_floor_for_four_sets() -> None:
    keys = ["date", "f1", "precision"]
    sets = ("seed", "dev", "items", "articles-dev")
    assert {name: sorted(pinned) for name, pinned in FLOOR.items()} == dict.fromkeys(sets, keys)


@pytest.mark.parametrize("name", FLOOR)
def test_the_figures_hold(name: str) -> None:
    score, pinned = measured(name)[2].total, FLOOR[name]
    assert score.f1 >= pinned["f1"], f"{name}: F1 {score.f1:.3f} is below {pinned['f1']}, reached on {pinned['date']}"
    assert score.precision >= pinned["precision"], (
        f"{name}: precision {score.precision:.3f} is below {pinned['precision']}, reached on {pinned['date']}"
    )


@pytest.mark.parametrize("name", FLOOR)
def test_the_scorer_of_the_data_counts_the_same(name: str) -> None:
    _, readings, ours = measured(name)
    score = scorer()
    rows: dict[str, Any] = {reading.id: reading.to_dict() for reading in readings}
    found, false, missed, right, _ = score.score(score.read(EVAL / f"{name}.jsonl"), rows)
    totals = tuple(sum(counts.values()) for counts in (found, false, missed))
    assert totals == (ours.total.found, ours.total.false, ours.total.missed)
    assert [right[p] for p in ("modality", "symmetric")] == [ours.part(p).right for p in ("modality", "symmetric")]
    assert score.f1(*totals) == (ours.total.precision, ours.total.recall, ours.total.f1)
