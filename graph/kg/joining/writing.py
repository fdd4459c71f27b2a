"""Suggestions → Corrections, or the text of a corrections file."""

import json
from collections.abc import Iterable

from graph.kg.corrections import Corrections
from graph.kg.corrections.entries import Move
from graph.kg.joining.suggesting import Suggestion


def as_corrections(found: Iterable[Suggestion]) -> Corrections:
    """Return the corrections that join the names."""
    return Corrections(tuple(_move(one) for one in found))


def as_toml(found: Iterable[Suggestion]) -> str:
    """Return the entries of a corrections file (graph/kg/corrections) that join the names."""
    return "".join(_entry(one) for one in found)


def _move(one: Suggestion) -> Move:
    note = "; ".join(one.evidence)
    if one.documents is None:
        return Move("merge", one.name, one.into, None, note)
    return Move("split", one.name, one.into, frozenset(one.documents), note)


def _entry(one: Suggestion) -> str:
    how = "merge" if one.documents is None else "split"
    named = f"names = [{_text(one.name)}]" if one.documents is None else f"name = {_text(one.name)}"
    lines = ["", f"[[{how}]]", named, f"into = {_text(one.into)}"]
    if one.documents is not None:
        lines.append(f"documents = [{', '.join(map(_text, one.documents))}]")
    lines.append(f"note = {_text(f'{one.score:.2f}: ' + '; '.join(one.evidence))}")
    return "\n".join(lines) + "\n"


def _text(words: str) -> str:
    """Write a TOML string; a JSON string is one too."""
    return json.dumps(words, ensure_ascii=False)
