"""docs/corpora.md is true: its commands and options exist, its limits are those of the code, its Python runs."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import cli
from graph.cli import many
from graph.corpus import tasks
from graph.corpus.settings import Settings
from graph.documents import kinds, limits, plain
from graph.kg.build import EVIDENCE
from graph.store.tables import COLUMNS
from tests.paths import ROOT

PAGE = (ROOT / "docs" / "corpora.md").read_text(encoding="utf-8")


def test_commands_and_options_exist() -> None:
    used = re.findall(r"^(?:\$ )?.*?\bentente (build|shard) ([^\n;\"']*)", PAGE, re.MULTILINE)
    assert len(used) >= 5
    for command, rest in used:
        offered = CliRunner().invoke(cli.app, [command, "--help"], prog_name="entente").output
        assert [option for option in re.findall(r"(?<=\s)--?[a-z]+", rest) if option not in offered] == []


def test_every_kind_of_file_is_named() -> None:
    assert [suffix for suffix in kinds.SUFFIXES if suffix and f"`{suffix}`" not in PAGE] == [
        ".text", ".markdown", ".xhtml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        f"More than {many.MANY} files, or more than {many.LARGE // 1_000_000} million bytes",
        f"longer than {plain.CHARACTERS // 1_000_000} million characters",
        f"more than {limits.MARKUP_BYTES // 1_000_000} million bytes, a PDF or DOCX of more than "
        f"{limits.PAPER_BYTES // 1_000_000}",
        f"more than {limits.UNPACKED_BYTES // 1_000_000} million bytes, a `.gz`",
        f"unpacks to more than {limits.RATIO} times its size",
        f"within {limits.SECONDS} seconds, not read within `--seconds` ({Settings('').seconds:g})",
        f"`--memory` ({Settings('').memory:g})",
        f"`--evidence {EVIDENCE}` is what a store has",
        f"some {tasks.NUMBER} documents, or {tasks.SIZE:,} bytes",
        f"store/documents/<shard>.parquet     {', '.join(COLUMNS['documents'])}",
        f"store/entities/<shard>.parquet      {', '.join(COLUMNS['entities'][:9])}",
    ],
)
def test_figures_are_those_of_the_code(words: str) -> None:
    assert words in PAGE


def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("corpus").mkdir()
    Path("corpus/a.txt").write_text("Norway condemned Chile.", encoding="utf-8")
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    found: dict[str, object] = {}
    exec(code, found)
    assert capsys.readouterr().out == "1 0\n"
    assert list(found["kg"].edges) == [("Norway", "Chile", "opposed")]  # type: ignore[attr-defined]
