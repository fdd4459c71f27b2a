"""What is wrong with how a command was called, in the words of the libraries → the same, as advice."""

import re
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graph.cli.options import Options
from graph.errors import UsageError, in_words

NEAR = 0.8  # how like an option must be to be suggested: --confidance for --confidence, not --once for --since
SHOWN = 6  # commands that are named as having an option
CHOICES = re.compile(r"(?:Value error, )?'(?P<given>.*)' is not one of (?P<choices>'.*')\.", re.DOTALL)
WORDS = {
    re.compile(r"Input should be a valid integer\b.*", re.DOTALL): "it takes a whole number.",
    re.compile(r"Input should be a valid number\b.*", re.DOTALL): "it takes a number.",
    re.compile(r"Input should be greater than or equal to (\S+)"): r"it is at least \1.",
    re.compile(r"Input should be less than or equal to (\S+)"): r"it is at most \1.",
    re.compile(r"Value error, "): "",
}
"""What the library that checks values says, and what we say."""


def advise(error: Any, commands: dict[str, Options]) -> None:
    """Put advice into an error of typer's, if it is about an option; `commands` are all commands with their options."""
    if hasattr(error, "possibilities") and getattr(error, "option_name", None):
        error.message, error.possibilities = _no_such(error, commands), None
    elif found := CHOICES.fullmatch(str(error.message)):
        error.message = _none_of(found["given"], re.findall(r"'(.*?)'", found["choices"]))
    else:
        for said, ours in WORDS.items():
            error.message = said.sub(ours, str(error.message))


def _none_of(given: str, choices: list[str]) -> str:
    near = get_close_matches(given, choices, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"'{given}' is none of {', '.join(choices)}.{hint}"


def _no_such(error: Any, commands: dict[str, Options]) -> str:
    """Say which options come near, or which commands have the one that is asked for."""
    called, asked = error.ctx.command_path.partition(" ")[2], error.option_name
    own = [f"--{name}" for name in commands.get(called, ())]
    near = [name for name in own if name.startswith(asked)] or get_close_matches(asked, own, cutoff=NEAR)
    if near:
        return f"No such option: {asked}. Did you mean {' or '.join(near)}?"
    others = [name for name, options in commands.items() if asked.removeprefix("--") in options]
    few = [*others[:SHOWN], "others"] if len(others) > SHOWN else others
    if asked.startswith("--") and others:
        return (
            f"{called or 'entente'} has no option {asked}; {in_words(few)} {'have' if len(others) > 1 else 'has'} it."
        )
    return f"No such option: {asked}."


def check_sentence(text: str) -> None:
    """Raise UsageError where there is nothing to explain, or where a file is named instead of a sentence."""
    if not text.strip():
        raise UsageError('Nothing to explain. Give a sentence in quotes: entente explain "Iran condemned Israel."')
    with suppress(OSError, ValueError):  # what no path could be
        if Path(text).exists():
            raise UsageError(f"{text} is a file. explain takes a sentence in quotes; entente extract {text} reads it.")
