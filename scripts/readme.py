"""Run every command and line of Python in README.md and docs/architecture.md; put what they really answer below them.

    python scripts/readme.py

The tests of these pages do the same and fail if anything changes. Commands run in a folder with a copy of docs/ and
seeds/, in the order in which they stand.
"""

import contextlib
import doctest
import io
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

import entente.component  # noqa: F401 (where entente is installed, spaCy finds it by itself)
from graph.cli import app

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refresh(text: str, names: dict[str, Any] | None = None) -> str:
    """Return a page with fresh answers. Runs in the current folder, which needs docs/ and seeds/.

    `names` are those that Python knows already, and learns here.
    """
    names = {} if names is None else names

    def answer(block: re.Match[str]) -> str:
        kind, content = block.groups()
        answers = answer_commands(content) if kind == "console" else "".join(answer_python(content, names))
        return f"```{kind}\n{answers}```"

    return BLOCK.sub(answer, text)


def answer_commands(block: str) -> str:
    """Return the lines that begin with "$ ", each followed by what the command prints."""
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{run(command)}" for command in commands)


def run(command: str) -> str:
    """Return what a command shows on the screen. Raises CalledProcessError if it fails."""
    program, *arguments = shlex.split(command)
    if program == "entente" and "|" not in command:  # without a shell, which would load spaCy anew each time
        result = CliRunner().invoke(app, arguments, prog_name=program)
        code, output = result.exit_code, result.output
    else:
        python = f"{shlex.quote(sys.executable)} -m graph "
        shell = ["sh", "-c", re.sub(r"(^|\| )entente ", lambda found: found[1] + python, command)]
        done = subprocess.run(shell, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8")
        code, output = done.returncode, done.stdout
    if code:
        raise subprocess.CalledProcessError(code, command, output)
    return re.sub(r" +$", "", output, flags=re.MULTILINE)


def answer_python(block: str, names: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that begin with ">>> ", each with what Python answers; `names` live on."""
    for example in doctest.DocTestParser().get_examples(block):
        first, *more = example.source.splitlines()
        yield "\n".join([f">>> {first}", *(f"... {line}" for line in more)]) + "\n"
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(example.source, "README.md", "single"), names)
        yield printed.getvalue()


def main() -> None:
    """Write the pages anew."""
    for page in (ROOT / "README.md", ROOT / "docs" / "architecture.md"):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("docs", "seeds"):
                shutil.copytree(ROOT / name, Path(folder, name))
            with contextlib.chdir(folder):
                text = refresh(page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
