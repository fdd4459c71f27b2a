"""docs/queries.md is true: its commands and its Python run on the seed article, its answers are the real ones."""

import importlib.util
import re

from tests.paths import ROOT

PAGE = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")


def test_answers_are_the_real_ones() -> None:
    spec = importlib.util.spec_from_file_location("queries", ROOT / "scripts" / "queries.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.fresh(PAGE) == PAGE


def test_there_are_ten_questions_each_with_command_python_and_answer() -> None:
    sections = re.split(r"^## \d+\. ", PAGE, flags=re.MULTILINE)[1:]
    assert len(sections) == 10
    for section in sections:
        assert re.search(r"^\$ entente \w+.*\n[^`]", section, re.MULTILINE)
        assert re.search(r"^(>>>|\.\.\.) .*\n[^>`]", section, re.MULTILINE)
