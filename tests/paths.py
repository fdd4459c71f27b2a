"""Where things lie: the project, its tests and their data, and the evaluation data beside the project."""

import os
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SEEDS = ROOT / "seeds"
TALE = TESTS / "data" / "tale.jsonl"  # three readings, on which questions are asked and formats are tried
EVAL = Path(os.environ.get("ENTENTE_EVAL", ROOT.parent / "shared" / "eval"))
